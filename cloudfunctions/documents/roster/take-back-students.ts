import { wordsTakenBack } from '../../../domain/roster/apply-words';
import { EMPTIED, type ImportOutcome, resultOf } from '../../../domain/roster/import-result';
import type {
  RosterImport,
  RosterImportChunk,
  RosterRecord,
  RosterResult,
} from '../../../domain/roster/roster-import.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { readRecords, readTouched } from '../../api/roster/roster.store';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';
import { inParallel } from './in-parallel';
import { reopenForNewcomers } from './reopen-for-newcomers';
import { wordsOf } from './student-words';

/** Take back what the rows of a chunk did, student by student; what others built on stays, and is told. */
export async function takeBackStudents(
  ctx: Maker,
  item: RosterImport,
  chunk: RosterImportChunk,
): Promise<RosterResult> {
  const ids = chunk.students.map(({ studentId }) => studentId);
  const records = await readRecords(ctx.school._id, ids);
  const stamped = records.filter(({ imported }) => imported !== null);
  const created = stamped.filter(({ imported }) => imported?.before === null);
  const touched = await readTouched(
    ctx.school._id,
    created.map(({ _id }) => _id),
  );
  const outcomes = await inParallel(stamped, ({ _id }) =>
    takeBack(ctx, item._id, _id, touched.has(_id)),
  );
  await reopenForNewcomers(
    ctx,
    stamped.flatMap(({ imported }) => imported?.before?.student.classId ?? []),
  );
  return resultOf(outcomes);
}

interface TakenBack {
  name: string;
  outcome: ImportOutcome;
}

function takeBack(
  ctx: Maker,
  importId: string,
  studentId: string,
  isTouched: boolean,
): Promise<TakenBack> {
  return inTransaction(async (tx): Promise<TakenBack> => {
    const student = await tx.get<Student>('students', studentId);
    const record = await tx.get<RosterRecord>('rosterRecords', studentId);
    const stamp = record?.imported;
    if (!student || !record || !stamp) return { name: '', outcome: null };
    const { name } = student;
    if (stamp.importId !== importId) return { name, outcome: { left: '后来又导入过，没有动' } };
    const put = async (after: Student, words: Pick<RosterRecord, 'guardians' | 'custom'>) => {
      await tx.put('students', { ...after, ...changedStamps(student, ctx) });
      await tx.put('rosterRecords', {
        ...{ ...record, ...changedStamps(record, ctx) },
        ...{ guardians: words.guardians, custom: words.custom, imported: null },
      });
    };
    if (stamp.before === null) {
      const isAsCreated = student.rev === 1 && record.rev === 1 && isUnused(student);
      if (isTouched || !isAsCreated)
        return { name, outcome: { left: '已经有人写过记录，学生留着' } };
      await put(emptied(student), { guardians: [], custom: {} });
      return { name, outcome: 'takenBack' };
    }
    const now = wordsOf(student, record);
    const { words, kept } = wordsTakenBack(now, stamp.before, stamp.after);
    await put({ ...student, ...words.student }, words);
    const left = `${kept.join('、')}后来改过，留着`;
    return { name, outcome: kept.length === 0 ? 'takenBack' : { left } };
  });
}

const isUnused = ({ mentorId, lastTalkId, lastVisitOn, status }: Student): boolean =>
  mentorId === null && lastTalkId === null && lastVisitOn === null && status === 'enrolled';

/** In no class and no list; the id stays, so that nothing that names it breaks. */
const emptied = (student: Student): Student => ({
  ...student,
  ...{ name: EMPTIED, studentNumber: null, classId: '', divisionId: '', status: 'left' },
});
