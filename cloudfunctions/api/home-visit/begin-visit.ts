import type { Member } from '../../../domain/access/roles';
import { termAt } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import { NO_VISIT_WORDS } from '../../../domain/home-visit/home-visit.rules';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { newStamps } from '../../kernel/database';
import type { Caller } from '../procedure';

/** A visit that nobody has written yet, at revision 0. */
export function newVisit(
  ctx: Caller,
  student: Pick<Student, '_id' | 'name' | 'classId' | 'divisionId'>,
  visitId: string,
): HomeVisit {
  return {
    _id: visitId,
    ...newStamps(ctx),
    rev: 0,
    ...NO_VISIT_WORDS,
    studentId: student._id,
    studentName: student.name,
    classId: student.classId,
    divisionId: student.divisionId,
    termId: termIdOf(ctx, ctx.today),
    status: 'planned',
    visitorId: ctx.member._id,
    visitorName: ctx.member.name,
    companionId: null,
    companionName: null,
    confirmedAt: null,
    awaitsId: null,
    dueOn: null,
    hasSealed: false,
    voidedAt: null,
    voidReason: '',
    lastWriteId: '',
  };
}

/** The term a visit counts for. One in the holidays counts for the term before (暑期家访). */
export function termIdOf({ school }: Caller, day: string): string {
  const term = termAt(school.terms, day);
  if (!term) throw new AppError('termUnknown');
  return term.id;
}

type Companion = Pick<HomeVisit, 'companionId' | 'companionName'>;

/** The colleague who comes along: somebody of the staff, and not the visitor. */
export function companionOf(
  ctx: Caller,
  companionId: string | null,
  companion: Member | null,
): Companion {
  if (companionId === null) return { companionId: null, companionName: null };
  if (!companion || !isColleague(ctx, companion)) {
    throw new AppError('badInput', { sentence: '没有找到同行的老师，请重新选择。' });
  }
  return { companionId, companionName: companion.name };
}

export const isColleague = ({ member, school }: Caller, other: Member): boolean =>
  other._id !== member._id &&
  other.postings.some(({ schoolId, role }) => schoolId === school._id && role !== 'guardian');
