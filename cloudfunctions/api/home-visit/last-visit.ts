import type { Day } from '../../../domain/calendar/day';
import type { Student } from '../../../domain/school/roster.schema';
import type { Transaction } from '../../kernel/transaction';

interface Move {
  /** The day of the visit before the change, and after it; null where it does not count. */
  was: Day | null;
  is: Day | null;
  /** The latest of the student's other visits that stand. */
  other: Day | null;
}

/**
 * Let the student remember the latest visit that stands: one entered late does not take its place,
 * and one corrected or voided gives it back to the visit before.
 */
export async function moveLastVisit(
  tx: Transaction,
  studentId: string,
  { was, is, other }: Move,
): Promise<void> {
  const student = await tx.get<Student>('students', studentId);
  if (!student) return;
  const others = student.lastVisitOn === was ? other : student.lastVisitOn;
  const lastVisitOn = (others ?? '') > (is ?? '') ? others : is;
  if (lastVisitOn !== student.lastVisitOn) await tx.put('students', { ...student, lastVisitOn });
}
