import { termAt } from '../../../domain/calendar/term';
import { ledgerIdOf } from '../../../domain/class-ledger/class-ledger.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { AssignSchoolClass } from '../../../domain/school/structure.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, updateMany } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClass } from '../roster.store';

/**
 * A class goes to another division: its students, this term's ledger and what is still to come go
 * with it, open files by the night's job; what was written stays where it was written. Students go
 * first, so that whoever is cut off finds the class where it was and does it again.
 */
export async function assignClass(ctx: Caller, input: z.infer<typeof AssignSchoolClass>) {
  const { classId, divisionId, writeId } = input;
  const { school } = ctx;
  const found = await readClass(classId);
  const why = ctx.access.authorize(found && { schoolId: found.schoolId });
  if (!school.structure.divisions.some(({ id }) => id === divisionId)) {
    throw new AppError('badInput', { sentence: '没有找到这个级部，请刷新后重新选择。' });
  }
  if (found?.divisionId !== divisionId) await moveWhatFollows(ctx, classId, divisionId);
  return inTransaction(async (tx) => {
    const before = await tx.get<SchoolClass>('classes', classId);
    if (!before) throw new Error('authorized without a class');
    if (before.divisionId === divisionId) return { divisionId };
    await tx.put<SchoolClass>('classes', {
      ...{ ...before, ...changedStamps(before, ctx) },
      divisionId,
    });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'schoolClass.assign',
        collection: 'classes',
        documentId: classId,
        why,
      }),
    );
    return { divisionId };
  });
}

async function moveWhatFollows(
  { school, today }: Caller,
  classId: string,
  divisionId: string,
): Promise<void> {
  const ofClass = { schoolId: school._id, classId };
  const term = termAt(school.terms, today);
  await Promise.all([
    updateMany('students', ofClass, { divisionId }),
    updateMany('consultations', { ...ofClass, isOpen: true }, { divisionId }),
    updateMany(
      'resolutions',
      { schoolId: school._id, placeId: classId, isOpen: true },
      { divisionId },
    ),
    ...(term
      ? [
          updateMany('classLedgers', { _id: ledgerIdOf(term.id, classId) }, { divisionId }),
          updateMany('ledgerEntries', { ...ofClass, termId: term.id }, { divisionId }),
        ]
      : []),
  ]);
}
