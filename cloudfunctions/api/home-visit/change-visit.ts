import type { Grant } from '../../../domain/access/can';
import type { Action } from '../../../domain/access/permissions';
import type { Day } from '../../../domain/calendar/day';
import { AppError } from '../../../domain/errors';
import {
  pickVisitWords,
  visitMoment,
  visitTitle,
} from '../../../domain/home-visit/home-visit.rules';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { noteWork } from '../../kernel/note-work';
import type { Settling } from '../../kernel/settle';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { type Edit, isStored, refuseStale, revisionOf } from '../write';
import { presentVisit, type VisitView } from './home-visit-view';

export interface VisitEdit extends Edit {
  visitId: string;
}

export interface Deed {
  action: Action;
  why: Grant;
  edit: VisitEdit;
  /** What the visit is before anybody wrote it, at revision 0; without it there must be one. */
  begin?: HomeVisit;
  studentId: string;
  reason?: string;
  /** What the change makes of the visit. */
  change(base: HomeVisit): Partial<HomeVisit>;
  /** What else changes with it, in the same transaction. */
  beside?(tx: Transaction, after: HomeVisit, base: HomeVisit): Promise<void>;
}

/**
 * One change of a visit by its visitor: its earlier wording, the visit, what belongs beside it and
 * the audit, all or nothing. Sending it again changes nothing.
 *
 * @throws AppError notFound for somebody else's visit, stale, badInput for one that is void
 */
export function changeVisit(ctx: Caller, deed: Deed): Promise<VisitView> {
  const { action, why, edit, begin, studentId, reason, change, beside } = deed;
  return inTransaction(async (tx) => {
    const before = await tx.get<HomeVisit>('homeVisits', edit.visitId);
    if (before && !isOwn(ctx, before, studentId)) throw new AppError('notFound');
    if (before && (await isStored(tx, 'revisions', before, edit))) return presentVisit(ctx, before);
    refuseStale(before, edit, (current) => presentVisit(ctx, current));
    if (before?.voidedAt) throw new AppError('badInput', { sentence: '这次家访已经作废。' });
    const base = before ?? begin;
    if (!base) throw new AppError('notFound');

    const after: HomeVisit = {
      ...base,
      ...changedStamps(base, ctx),
      ...change(base),
      lastWriteId: edit.writeId,
    };
    if (before) await tx.put('revisions', revisionOf(before, { ...pickVisitWords(before) }, ctx));
    await tx.put('homeVisits', after);
    await beside?.(tx, after, base);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: edit.writeId,
        action,
        collection: 'homeVisits',
        documentId: after._id,
        studentId,
        why,
        ...(reason !== undefined && { reason }),
      }),
    );
    return presentVisit(ctx, after);
  });
}

const isOwn = ({ member, school }: Caller, visit: HomeVisit, studentId: string): boolean =>
  visit.schoolId === school._id && visit.studentId === studentId && visit.visitorId === member._id;

/** The feedback of a visit as the duties see it: owed within days of the visit (S1-90). */
export function feedbackOf(
  { _id, studentId, classId, divisionId, visitedOn }: HomeVisit,
  on: Day,
): Settling {
  const of = { on, studentId, classId, divisionId, refId: _id };
  const fact = visitedOn === null ? null : { id: _id, kind: 'homeVisit' as const, on: visitedOn };
  return { ...of, kind: 'homeVisitFeedback', ...(fact && { fact }) };
}

/**
 * A visit as it stands in the student's file. The family reads that it took place and what was
 * agreed; what was learned stays in the record. Until the feedback, what was agreed is open.
 */
export function noteVisit(
  tx: Transaction,
  ctx: Caller,
  student: Pick<Student, '_id' | 'classId' | 'divisionId'>,
  visit: HomeVisit,
): Promise<void> {
  const { _id, visitedOn, createdAt, agreed, dueOn } = visit;
  if (visitedOn === null) throw new Error('a visit that has not taken place is not noted');
  return noteWork(tx, ctx, {
    student,
    kind: 'homeVisit',
    refId: _id,
    at: visitMoment({ visitedOn, createdAt }),
    title: visitTitle(visit),
    excerpt: agreed,
    audience: 'family',
    isSealed: false,
    ...(agreed !== '' && dueOn !== null && { agreed: { text: agreed, until: dueOn } }),
  });
}
