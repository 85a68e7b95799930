import { readOpenRounds } from '../../api/open-rounds.store';
import { readClass, readClassStudents } from '../../api/roster.store';
import { reopenSheets } from '../../kernel/reopen-sheets';
import { inTransaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';

/** A file brings students into classes whose sheet of a running round may be handed in already. */
export async function reopenForNewcomers(ctx: Maker, classIds: readonly string[]): Promise<void> {
  if (classIds.length === 0) return;
  const { _id: schoolId } = ctx.school;
  const rounds = await readOpenRounds(schoolId);
  if (rounds.length === 0) return;
  for (const classId of new Set(classIds)) {
    const [schoolClass, students] = await Promise.all([
      readClass(classId),
      readClassStudents(schoolId, classId),
    ]);
    if (!schoolClass) continue;
    const enrolled = students.filter(({ status }) => status === 'enrolled');
    const ids = enrolled.map(({ _id }) => _id);
    await inTransaction((tx) => reopenSheets(tx, ctx, rounds, schoolClass, ids));
  }
}
