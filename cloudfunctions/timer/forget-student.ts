import type { Day } from '../../domain/calendar/day';
import { blankOf, FORGOTTEN_NAME, STUDENT_RECORDS } from '../../domain/retention/student-records';
import type { Student } from '../../domain/school/roster.schema';
import { deleteFiles } from '../kernel/cloud';
import type { CollectionName } from '../kernel/collections';
import { readMany, removeOne, writeOne } from '../kernel/database';

type Doc = { _id: string } & Record<string, unknown>;

/** Records of one kind about one student, over all the years; more than these take another night. */
const MAX_RECORDS = 200;
const MAX_WORDINGS = 100;

/** The pictures that a record names, wherever they stand in it. */
function filesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('cloud://') ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(filesIn);
}

/** Earlier wordings go whole: a shelf of what a record once said is the record. */
async function clearWordings(schoolId: string, { _id }: Doc): Promise<void> {
  for (const shelf of ['revisions', 'sealedRevisions'] as const) {
    const wordings = await readMany<Doc>(shelf, {
      where: { schoolId, docId: _id },
      limit: MAX_WORDINGS,
    });
    for (const wording of wordings) await removeOne(shelf, wording._id);
  }
}

async function forget(collection: CollectionName, record: Doc, schoolId: string): Promise<void> {
  const files = filesIn(record);
  if (files.length > 0) await deleteFiles(files);
  await clearWordings(schoolId, record);
  const how = STUDENT_RECORDS[collection];
  if (how === 'remove' || !how) return removeOne(collection, record._id);
  const blank = how.blank.filter((field) => field in record);
  const empty = Object.fromEntries(blank.map((field) => [field, blankOf(record[field])]));
  await writeOne(collection, { ...record, ...empty });
}

/**
 * Take a student's name, words, sealed notes and pictures away. What stays has no name: which class,
 * which day, which kind. The student's own document goes last, so a run that is cut off goes on.
 *
 * @returns how many records lost their words
 */
export async function forgetStudent(student: Student, today: Day): Promise<number> {
  const { _id: studentId, schoolId } = student;
  let forgotten = 0;
  for (const collection of Object.keys(STUDENT_RECORDS) as CollectionName[]) {
    const records = await readMany<Doc>(collection, {
      where: { schoolId, studentId },
      limit: MAX_RECORDS,
    });
    for (const record of records) await forget(collection, record, schoolId);
    forgotten += records.length;
  }
  // Guardians' numbers and the school's own columns; it has the student's id.
  await removeOne('rosterRecords', studentId);
  const { left, ...kept } = student;
  await writeOne<Student>('students', {
    ...kept,
    name: FORGOTTEN_NAME,
    ...{ mentorName: null, lastTalkBy: null, forgottenOn: today },
    ...(left && { left: { on: left.on, reason: '' } }),
  });
  return forgotten;
}
