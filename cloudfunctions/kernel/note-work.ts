import { type Day, dayOf } from '../../domain/calendar/day';
import type { RecordKind } from '../../domain/regulation/record-kind';
import type { Student } from '../../domain/school/roster.schema';
import { MAX_EXCERPT, type TimelineItem } from '../../domain/timeline/timeline.schema';
import { SCHEMA_VERSION, type Writer } from './database';
import type { Identified } from './identity';
import { type Settling, settle, unsettle } from './settle';
import type { Transaction } from './transaction';

/** A piece of work as it is noted wherever it belongs. */
export interface Work
  extends Pick<TimelineItem, 'kind' | 'refId' | 'title' | 'excerpt' | 'audience' | 'isSealed'> {
  student: Pick<Student, '_id' | 'classId' | 'divisionId'>;
  /** When it happened, not when it was typed. */
  at: Date;
  /** The sealed note that holds its words, for an item that is sealed. */
  noteId?: string;
  /** The kind of record it is for the duties, where that is another than the file's. */
  settles?: RecordKind;
  /** Of a meeting: the class, division or school that met. */
  placeId?: string;
  /** What was agreed and until when; noting the work again without it settles it. */
  agreed?: { text: string; until: Day };
}

export const timelineIdOf = ({
  kind,
  refId,
  student,
}: Pick<Work, 'kind' | 'refId'> & { student: Pick<Student, '_id'> }) =>
  `${kind}~${refId}~${student._id}`;

/** The work of the file that duties may ask for; what a meeting settles it settles as a whole. */
const SETTLES: Partial<Record<Work['kind'], RecordKind>> = {
  talk: 'talk',
  homeVisit: 'homeVisit',
  interactionRecord: 'interactionRecord',
};

/** A student who hands in a card by a code owes nothing: only who is known settles duties. */
const isKnown = (writer: Writer | Identified): writer is Identified => 'requestId' in writer;

type Settled = Pick<Work, 'kind' | 'settles' | 'refId' | 'at' | 'student'>;

function settlingOf({
  kind,
  settles = SETTLES[kind],
  refId,
  at,
  student,
}: Settled): Settling | null {
  if (!settles) return null;
  const { _id: studentId, classId, divisionId } = student;
  return { kind: settles, on: dayOf(new Date(at)), studentId, classId, divisionId, refId };
}

/**
 * Note a record in the student's file, in the record's own transaction: write once, and it shows
 * wherever it belongs. Repeating it changes nothing. A sealed item leaves its words behind.
 */
export async function noteWork(
  tx: Transaction,
  writer: Writer | Identified,
  work: Work,
): Promise<void> {
  const { student, kind, refId, at, audience, isSealed, noteId, placeId, agreed } = work;
  await tx.put<TimelineItem>('timeline', {
    _id: timelineIdOf(work),
    schemaVersion: SCHEMA_VERSION,
    schoolId: writer.school._id,
    studentId: student._id,
    classId: student.classId,
    divisionId: student.divisionId,
    at,
    kind,
    refId,
    ...(placeId !== undefined && { placeId }),
    title: isSealed ? '' : work.title,
    excerpt: isSealed ? '' : work.excerpt.slice(0, MAX_EXCERPT),
    isSealed,
    noteId: noteId ?? null,
    audience,
    agreed: isSealed || !agreed ? null : agreed.text.slice(0, MAX_EXCERPT),
    agreedUntil: isSealed || !agreed ? null : agreed.until,
    by: writer.member._id,
    byName: writer.member.name,
    voidedAt: null,
  });
  const settling = settlingOf(work);
  if (settling && isKnown(writer)) await settle(tx, writer, settling);
}

/** Take a voided record out of the file, in the transaction that voids it. */
export async function unnoteWork(
  tx: Transaction,
  ctx: Identified,
  work: Pick<Work, 'kind' | 'refId'> & { student: Pick<Student, '_id'> },
): Promise<void> {
  const item = await tx.get<TimelineItem>('timeline', timelineIdOf(work));
  if (!item) return;
  await tx.put('timeline', { ...item, agreed: null, agreedUntil: null, voidedAt: ctx.now });
  const { studentId: _id, classId, divisionId } = item;
  const settling = settlingOf({ ...item, student: { _id, classId, divisionId } });
  if (settling) await unsettle(tx, ctx, settling);
}

/** What was agreed is done: it leaves the top of the file, and the record stays where it stands. */
export async function agreedIsDone(
  tx: Transaction,
  work: Pick<Work, 'kind' | 'refId'> & { student: Pick<Student, '_id'> },
): Promise<void> {
  const item = await tx.get<TimelineItem>('timeline', timelineIdOf(work));
  if (item) await tx.put('timeline', { ...item, agreed: null, agreedUntil: null });
}
