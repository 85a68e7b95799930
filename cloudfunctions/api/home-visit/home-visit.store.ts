import type { Member } from '../../../domain/access/roles';
import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import { CASE_KIND_NAMES, CASE_KINDS } from '../../../domain/attention/case-kinds';
import type { Day } from '../../../domain/calendar/day';
import { type ClassLedger, ledgerIdOf } from '../../../domain/class-ledger/class-ledger.schema';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import { MAX_CLASS_SIZE, type Student } from '../../../domain/school/roster.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readMany, readNamed, readOne } from '../../kernel/database';

export const readVisit = (visitId: string): Promise<HomeVisit | null> =>
  readOne<HomeVisit>('homeVisits', visitId);

/** A class of the largest size, visited twice a term, with room for those who left. */
const MAX_OF_CLASS = MAX_CLASS_SIZE * 3;

/** As it stands in a list: none of its words. */
export type ListedVisit = Pick<
  HomeVisit,
  '_id' | 'studentId' | 'status' | 'plannedOn' | 'visitedOn' | 'way' | 'dueOn' | 'visitorName'
>;

const LISTED = ['studentId', 'status', 'plannedOn', 'visitedOn', 'way', 'dueOn', 'visitorName'];

/** The visits of a class's students in a term, in no order. */
export const readVisitsOfClass = (
  schoolId: string,
  classId: string,
  termId: string,
): Promise<ListedVisit[]> =>
  readMany<ListedVisit>('homeVisits', {
    where: { schoolId, classId, termId, voidedAt: null },
    fields: LISTED,
    limit: MAX_OF_CLASS,
  });

/** The same for students named one by one. */
export const readVisitsOfStudents = (
  schoolId: string,
  studentIds: string[],
  termId: string,
): Promise<ListedVisit[]> =>
  readNamed<ListedVisit>('homeVisits', 'studentId', studentIds, {
    where: { schoolId, termId, voidedAt: null },
    fields: LISTED,
    limit: MAX_OF_CLASS,
  });

/** A class's students, never visited first; those who left too. */
export const readStudentsToVisit = (schoolId: string, classId: string): Promise<Student[]> =>
  readMany<Student>('students', {
    where: { schoolId, classId },
    orderBy: [['lastVisitOn', 'asc']],
    limit: MAX_CLASS_SIZE * 2,
  });

/** The open category rows of a class's ledger; the sealed ones lie elsewhere and stay there. */
export const readOpenCategories = async (
  termId: string,
  classId: string,
): Promise<ClassLedger['categories']> =>
  (await readOne<ClassLedger>('classLedgers', ledgerIdOf(termId, classId)))?.categories ?? {};

/** The same of every class of whose rows, by these keys, one of the students stands in. */
export async function readOpenCategoriesWith(
  schoolId: string,
  termId: string,
  keys: readonly string[],
  studentIds: readonly string[],
): Promise<ClassLedger['categories'][]> {
  const rows = keys.map((key) => ({ [`categories.${key}`]: oneOf(studentIds) }));
  if (rows.length === 0 || studentIds.length === 0) return [];
  const ledgers = await readMany<Pick<ClassLedger, '_id' | 'categories'>>('classLedgers', {
    where: command.and([{ schoolId, termId }, command.or(rows)]),
    fields: ['categories'],
    limit: studentIds.length,
  });
  return ledgers.map(({ categories }) => categories);
}

/** The kinds of case whose students come first; a talent does not make a visit urgent. */
const CARE_KINDS = CASE_KIND_NAMES.filter((kind) => CASE_KINDS[kind].isSealed);

export type OpenCare = Pick<
  AttentionCase,
  '_id' | 'schoolId' | 'divisionId' | 'classId' | 'studentId'
>;

/** Who has an open case, of a class or of students named one by one; never what it is about. */
export const readOpenCares = async (
  schoolId: string,
  of: { classId: string } | { studentIds: string[] },
): Promise<OpenCare[]> => {
  const [field, ids] =
    'classId' in of
      ? (['classId', [of.classId]] as const)
      : (['studentId', of.studentIds] as const);
  return readNamed<OpenCare>('attentionCases', field, ids, {
    where: { schoolId, status: 'open', kind: oneOf(CARE_KINDS) },
    fields: ['schoolId', 'divisionId', 'classId', 'studentId'],
    limit: MAX_CLASS_SIZE,
  });
};

const MAX_TEACHERS = 40;

/** Who teaches a class, or is its homeroom teacher. */
export const readTeachersOf = (schoolId: string, classId: string): Promise<Member[]> =>
  readMany<Member>('members', {
    where: { 'postings.schoolId': schoolId, 'postings.classIds': classId },
    limit: MAX_TEACHERS,
  });

/** Who is named as a companion, if anybody is. */
export const readCompanion = async (memberId: string | null): Promise<Member | null> =>
  memberId === null ? null : readOne<Member>('members', memberId);

/** The last visits of a student that stand, newest first: what is left if one is voided. */
export const readLastVisits = (
  schoolId: string,
  studentId: string,
): Promise<Pick<HomeVisit, '_id' | 'visitedOn'>[]> =>
  readMany<HomeVisit>('homeVisits', {
    where: { schoolId, studentId, voidedAt: null, visitedOn: command.gte('') },
    orderBy: [['visitedOn', 'desc']],
    fields: ['visitedOn'],
    limit: 2,
  });

/** What fits one card of a phone; what is owed longest comes first. */
export const MAX_OWED = 20;

/** What a visitor owes until a day: visits that are planned, feedback that is missing. */
export const readOwed = (schoolId: string, visitorId: string, until: Day): Promise<HomeVisit[]> =>
  readMany<HomeVisit>('homeVisits', {
    where: { schoolId, visitorId, dueOn: command.lte(until) },
    orderBy: [['dueOn', 'asc']],
    limit: MAX_OWED,
  });

/** Visits whose companion has not yet said that they came along. */
export const readAwaiting = (schoolId: string, companionId: string): Promise<HomeVisit[]> =>
  readMany<HomeVisit>('homeVisits', {
    where: { schoolId, awaitsId: companionId },
    limit: MAX_OWED,
  });

/** The visits of a class in a term with all that was written, by day: for a printed book. */
export const readWholeVisits = (
  schoolId: string,
  classId: string,
  termId: string,
): Promise<HomeVisit[]> =>
  readMany<HomeVisit>('homeVisits', {
    where: { schoolId, classId, termId, voidedAt: null },
    limit: MAX_OF_CLASS,
  });
