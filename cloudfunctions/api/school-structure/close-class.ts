import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { CloseSchoolClass } from '../../../domain/school/structure.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClass } from '../roster.store';

/** Close a class that has no students any more, or open it again; its records stay. */
export async function closeClass(ctx: Caller, input: z.infer<typeof CloseSchoolClass>) {
  const { classId, isClosed, writeId } = input;
  const found = await readClass(classId);
  const why = ctx.access.authorize(found && { schoolId: found.schoolId });
  return inTransaction(async (tx) => {
    const before = await tx.get<SchoolClass>('classes', classId);
    if (!before) throw new Error('authorized without a class');
    const wasClosed = Boolean(before.closedOn);
    if (wasClosed === isClosed) return { isClosed };
    if (isClosed && before.studentCount > 0) throw new AppError('classNotEmpty');
    const { closedOn: _closedOn, ...open } = before;
    const after: SchoolClass = {
      ...open,
      ...changedStamps(before, ctx),
      ...(isClosed && { closedOn: ctx.today }),
    };
    await tx.put('classes', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'schoolClass.close',
        collection: 'classes',
        documentId: classId,
        why,
      }),
    );
    return { isClosed };
  });
}
