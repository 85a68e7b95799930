import type { AttentionCase } from '../../domain/attention/attention-case.schema';
import type { HealthCondition } from '../../domain/health-register/health-register.schema';
import type { Student } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';
import { readStudents } from '../api/roster.store';
import { readMany } from '../kernel/database';
import { inTransaction } from '../kernel/transaction';

const MAX_SCHOOLS = 100;
/** More files than a school keeps open at a time. */
const MAX_OPEN = 1000;
/** What one request names one by one. */
const TOGETHER = 100;

type Following = Pick<
  AttentionCase | HealthCondition,
  '_id' | 'studentId' | 'classId' | 'divisionId'
>;

const FILES = [
  { collection: 'attentionCases', status: 'open' },
  { collection: 'healthConditions', status: 'active' },
] as const;

/**
 * A student's open file and safety words follow them into another class, by whatever way they came
 * there, or with it into another division: those who accompany them find both in their lists from
 * the next morning on. Sealed words follow at once, and so do the safety words of whoever is moved
 * by hand.
 */
export async function followStudents(): Promise<Record<string, number>> {
  const schools = await readMany<School>('schools', { where: {}, limit: MAX_SCHOOLS });
  let moved = 0;
  for (const { _id: schoolId } of schools) {
    for (const { collection, status } of FILES) {
      const files = await readMany<Following>(collection, {
        where: { schoolId, status },
        limit: MAX_OPEN,
      });
      const students = await studentsOf(schoolId, files);
      for (const file of files) {
        const student = students.get(file.studentId);
        const isThere = student?.classId === file.classId && student.divisionId === file.divisionId;
        if (!student || isThere) continue;
        await move(collection, file._id, student);
        moved += 1;
      }
    }
  }
  return { moved };
}

async function studentsOf(
  schoolId: string,
  files: readonly Following[],
): Promise<Map<string, Student>> {
  const ids = [...new Set(files.map(({ studentId }) => studentId))];
  const students: Student[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    students.push(...(await readStudents(schoolId, ids.slice(from, from + TOGETHER))));
  }
  return new Map(students.map((student) => [student._id, student]));
}

const move = (
  collection: (typeof FILES)[number]['collection'],
  id: string,
  { classId, divisionId, classIdentity }: Student,
): Promise<void> =>
  inTransaction(async (tx) => {
    const file = await tx.get<AttentionCase | HealthCondition>(collection, id);
    if (file) await tx.put(collection, { ...file, classId, divisionId, classIdentity });
  });
