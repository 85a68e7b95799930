import { isSame, wordsAfter } from '../../../domain/roster/apply-words';
import { type ImportOutcome, resultOf } from '../../../domain/roster/import-result';
import type {
  PlannedStudent,
  RosterImport,
  RosterImportChunk,
  RosterRecord,
  RosterResult,
} from '../../../domain/roster/roster-import.schema';
import {
  NO_MENTOR,
  NO_TALK,
  type SchoolClass,
  type Student,
} from '../../../domain/school/roster.schema';
import { readNamedStudents, readRecords } from '../../api/roster/roster.store';
import { readClasses } from '../../api/roster.store';
import { changedStamps, newStamps, writeOne } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';
import { inParallel } from './in-parallel';
import { reopenForNewcomers } from './reopen-for-newcomers';
import { newRecord, wordsOf } from './student-words';

interface Row {
  importId: string;
  planned: PlannedStudent;
  schoolClass: SchoolClass;
  student: Student | null;
  record: RosterRecord | null;
}

/** What the rows of a chunk do to the school. A row that was done is recognised and not done again. */
export async function applyStudents(
  ctx: Maker,
  item: RosterImport,
  chunk: RosterImportChunk,
): Promise<RosterResult> {
  const { school } = ctx;
  const ids = chunk.students.map(({ studentId }) => studentId);
  const [classes, students, records] = await Promise.all([
    readClasses(school._id, 'everything'),
    readNamedStudents(school._id, ids),
    readRecords(school._id, ids),
  ]);
  const byId = <T extends { _id: string }>(all: T[]) => new Map(all.map((one) => [one._id, one]));
  const [classOf, studentOf, recordOf] = [byId(classes), byId(students), byId(records)];
  const outcomes = await inParallel(chunk.students, async (planned) => {
    const { name, classId } = planned;
    const schoolClass = classOf.get(classId);
    if (!schoolClass) return { name, classId, outcome: { left: '这个班已经没有了' } };
    const outcome = await applyRow(ctx, {
      ...{ importId: item._id, planned, schoolClass },
      student: studentOf.get(planned.studentId) ?? null,
      record: recordOf.get(planned.studentId) ?? null,
    });
    return { name, classId, outcome };
  });
  const changed = outcomes.filter(({ outcome }) => outcome === 'created' || outcome === 'updated');
  await reopenForNewcomers(
    ctx,
    changed.map(({ classId }) => classId),
  );
  return resultOf(outcomes);
}

async function applyRow(ctx: Maker, row: Row): Promise<ImportOutcome> {
  const { importId, planned, student, record } = row;
  const isDone = record?.imported?.importId === importId;
  if (planned.deed === 'create') {
    if (!student) await create(ctx, row);
    return 'created';
  }
  if (isDone) return 'updated';
  if (!student || student.status === 'left') return { left: '已经离校，没有改动' };
  const before = wordsOf(student, record);
  if (isSame(before, wordsAfter(before, planned, row.schoolClass))) return 'same';
  return update(ctx, row);
}

/** The record first: a student is in the lists only when everything about them is there. */
async function create(ctx: Maker, { importId, planned, schoolClass }: Row): Promise<void> {
  const after = wordsAfter(null, planned, schoolClass);
  const { studentId } = planned;
  await writeOne<RosterRecord>('rosterRecords', {
    ...newRecord(ctx, studentId),
    ...{ guardians: after.guardians, custom: after.custom },
    imported: { importId, before: null, after },
  });
  await writeOne<Student>('students', {
    ...{ _id: studentId, ...newStamps(ctx), ...after.student },
    ...{ ...NO_MENTOR, ...NO_TALK, lastVisitOn: null, status: 'enrolled' },
  });
}

/** In a transaction, for others work with the same student meanwhile. */
function update(ctx: Maker, { importId, planned, schoolClass }: Row): Promise<ImportOutcome> {
  return inTransaction(async (tx): Promise<ImportOutcome> => {
    const student = await tx.get<Student>('students', planned.studentId);
    const stored = await tx.get<RosterRecord>('rosterRecords', planned.studentId);
    if (!student || student.status === 'left') return { left: '已经离校，没有改动' };
    if (stored?.imported?.importId === importId) return 'updated';
    const before = wordsOf(student, stored);
    const after = wordsAfter(before, planned, schoolClass);
    if (!isSame(before.student, after.student)) {
      await tx.put('students', { ...student, ...changedStamps(student, ctx), ...after.student });
    }
    const record = stored
      ? { ...stored, ...changedStamps(stored, ctx) }
      : newRecord(ctx, planned.studentId);
    await tx.put<RosterRecord>('rosterRecords', {
      ...record,
      ...{ guardians: after.guardians, custom: after.custom },
      imported: { importId, before, after },
    });
    return 'updated';
  });
}
