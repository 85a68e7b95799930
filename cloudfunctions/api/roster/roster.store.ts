import { MAX_STAFF } from '../../../domain/access/staff';
import type { KnownStudent } from '../../../domain/roster/plan-students';
import {
  chunkIdOf,
  type RosterImport,
  type RosterImportChunk,
  type RosterProblemPage,
  type RosterRecord,
} from '../../../domain/roster/roster-import.schema';
import type { StaffRecord } from '../../../domain/roster/staff-import.schema';
import { MAX_CLASS_SIZE, type Student } from '../../../domain/school/roster.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readMany, readOne } from '../../kernel/database';

export const readImport = (importId: string): Promise<RosterImport | null> =>
  readOne<RosterImport>('rosterImports', importId);

export const readChunk = (importId: string, chunk: number): Promise<RosterImportChunk | null> =>
  readOne<RosterImportChunk>('rosterImportChunks', chunkIdOf(importId, chunk));

export const readProblemPage = (importId: string, page: number) =>
  readOne<RosterProblemPage>('rosterProblems', chunkIdOf(importId, page));

export const IMPORTS_A_PAGE = 20;

/** Newest first, from before the one named on. */
export const readImports = (
  schoolId: string,
  before: { id: string; at: Date } | null,
): Promise<RosterImport[]> =>
  readMany<RosterImport>('rosterImports', {
    where: before
      ? command.and([
          { schoolId },
          command.or([
            { createdAt: command.lt(before.at) },
            { createdAt: before.at, _id: command.lt(before.id) },
          ]),
        ])
      : { schoolId },
    orderBy: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: IMPORTS_A_PAGE + 1,
  });

/** The cloud answers with at most so many documents. */
const MAX_READ = 1_000;
/** Of those who are here, and of some who have gone. */
const MAX_STAFF_RECORDS = MAX_STAFF * 2;
/** Classes whose students, those who left too, fit one answer. */
const CLASSES_A_READ = Math.floor(MAX_READ / (MAX_CLASS_SIZE * 1.5));
/** Ids that fit one question. */
const IDS_A_READ = 100;

const groupsOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

async function inGroups<T, R>(
  items: readonly T[],
  size: number,
  read: (group: T[]) => Promise<R[]>,
): Promise<R[]> {
  return (await Promise.all(groupsOf(items, size).map(read))).flat();
}

type ClassStudent = Pick<Student, '_id' | 'name' | 'sex' | 'classId' | 'studentNumber' | 'status'>;

/** Everybody of some classes, those who left too, without what else is known of them. */
export const readStudentsOfClasses = (
  schoolId: string,
  classIds: readonly string[],
): Promise<ClassStudent[]> =>
  inGroups(classIds, CLASSES_A_READ, (group) =>
    readMany<ClassStudent>('students', {
      where: { schoolId, classId: oneOf(group) },
      fields: ['name', 'sex', 'classId', 'studentNumber', 'status'],
      limit: MAX_READ,
    }),
  );

export async function readKnownStudents(
  schoolId: string,
  classIds: readonly string[],
): Promise<KnownStudent[]> {
  const students = await readStudentsOfClasses(schoolId, classIds);
  return students.map(({ _id, studentNumber = null, ...rest }) => ({
    ...rest,
    id: _id,
    studentNumber,
  }));
}

export const readNamedStudents = (schoolId: string, ids: readonly string[]): Promise<Student[]> =>
  inGroups(ids, IDS_A_READ, (group) =>
    readMany<Student>('students', {
      where: { schoolId, _id: oneOf(group) },
      limit: group.length,
    }),
  );

export const readRecords = (schoolId: string, ids: readonly string[]): Promise<RosterRecord[]> =>
  inGroups(ids, IDS_A_READ, (group) =>
    readMany<RosterRecord>('rosterRecords', {
      where: { schoolId, _id: oneOf(group) },
      limit: group.length,
    }),
  );

/** The students of whom something is recorded already: work, a line of a ledger, a guardian. */
export async function readTouched(schoolId: string, ids: readonly string[]): Promise<Set<string>> {
  const of = async (collection: 'timeline' | 'ledgerEntries', group: string[]) => {
    const found = await readMany<{ studentId: string }>(collection, {
      where: { schoolId, studentId: oneOf(group) },
      fields: ['studentId'],
      limit: MAX_READ,
    });
    // An answer that is cut off may hide some: then everybody asked about counts as touched.
    return found.length === MAX_READ ? group : found.map(({ studentId }) => studentId);
  };
  const guardiansOf = async (group: string[]) => {
    const found = await readMany<{ postings: { studentIds?: string[] }[] }>('members', {
      where: { 'postings.schoolId': schoolId, 'postings.studentIds': oneOf(group) },
      fields: ['postings'],
      limit: MAX_READ,
    });
    return found.flatMap(({ postings }) => postings.flatMap(({ studentIds = [] }) => studentIds));
  };
  const touched = await inGroups(ids, IDS_A_READ, async (group) =>
    (
      await Promise.all([of('timeline', group), of('ledgerEntries', group), guardiansOf(group)])
    ).flat(),
  );
  return new Set(touched);
}

/** What the office wrote down of its staff. */
export const readStaffRecords = (schoolId: string): Promise<StaffRecord[]> =>
  readMany<StaffRecord>('staffRecords', { where: { schoolId }, limit: MAX_STAFF_RECORDS });
