import type { SchoolClass } from '../../../domain/school/roster.schema';
import { readStudentsOfClasses } from '../../api/roster/roster.store';
import { readClasses } from '../../api/roster.store';
import { inTransaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';
import { inParallel } from './in-parallel';

/** Each class's number of students, counted anew: whoever was killed half way counts no one twice. */
export async function recountClasses({ school }: Maker): Promise<void> {
  const classes = await readClasses(school._id, 'everything');
  const ids = classes.map(({ _id }) => _id);
  const students = await readStudentsOfClasses(school._id, ids);
  const counts = new Map<string, number>();
  for (const { classId, status } of students) {
    if (status === 'enrolled') counts.set(classId, (counts.get(classId) ?? 0) + 1);
  }
  const wrong = classes.filter(({ _id, studentCount }) => studentCount !== (counts.get(_id) ?? 0));
  await inParallel(wrong, ({ _id }) =>
    inTransaction(async (tx) => {
      const stored = await tx.get<SchoolClass>('classes', _id);
      if (stored) await tx.put('classes', { ...stored, studentCount: counts.get(_id) ?? 0 });
    }),
  );
}
