import { wordsTakenBack } from '../../../domain/roster/apply-words';
import {
  NO_RESULT,
  type RosterImport,
  type RosterImportChunk,
  type RosterRecord,
  type RosterResult,
} from '../../../domain/roster/roster-import.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { readRecords, readTouched } from '../../api/roster/roster.store';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';
import { inParallel } from './in-parallel';
import { reopenForNewcomers } from './reopen-for-newcomers';
import { wordsOf } from './student-words';

/** How a student is called whom only a mistaken file brought; nothing else of them is kept. */
const EMPTIED = '（导入已撤销）';

/** null where there was nothing to take back. */
type Outcome = 'takenBack' | { name: string; why: string } | null;

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
  const left = outcomes.flatMap((one) => (one === null || one === 'takenBack' ? [] : [one]));
  return {
    ...NO_RESULT,
    takenBack: outcomes.filter((one) => one === 'takenBack').length,
    ...{ left, leftCount: left.length },
  };
}

function takeBack(
  ctx: Maker,
  importId: string,
  studentId: string,
  isTouched: boolean,
): Promise<Outcome> {
  return inTransaction(async (tx): Promise<Outcome> => {
    const student = await tx.get<Student>('students', studentId);
    const record = await tx.get<RosterRecord>('rosterRecords', studentId);
    const stamp = record?.imported;
    if (!student || !record || !stamp) return null;
    const { name } = student;
    if (stamp.importId !== importId) return { name, why: '后来又导入过，没有动' };
    const put = async (after: Student, words: Pick<RosterRecord, 'guardians' | 'custom'>) => {
      await tx.put('students', { ...after, ...changedStamps(student, ctx) });
      await tx.put('rosterRecords', {
        ...{ ...record, ...changedStamps(record, ctx) },
        ...{ guardians: words.guardians, custom: words.custom, imported: null },
      });
    };
    if (stamp.before === null) {
      const isAsCreated = student.rev === 1 && record.rev === 1 && isUnused(student);
      if (isTouched || !isAsCreated) return { name, why: '已经有人写过记录，学生留着' };
      await put(emptied(student), { guardians: [], custom: {} });
      return 'takenBack';
    }
    const now = wordsOf(student, record);
    const { words, kept } = wordsTakenBack(now, stamp.before, stamp.after);
    await put({ ...student, ...words.student }, words);
    return kept.length === 0 ? 'takenBack' : { name, why: `${kept.join('、')}后来改过，留着` };
  });
}

const isUnused = ({ mentorId, lastTalkId, lastVisitOn, status }: Student): boolean =>
  mentorId === null && lastTalkId === null && lastVisitOn === null && status === 'enrolled';

/** In no class and no list; the id stays, so that nothing that names it breaks. */
const emptied = (student: Student): Student => ({
  ...student,
  ...{ name: EMPTIED, studentNumber: null, classId: '', divisionId: '', status: 'left' },
});
