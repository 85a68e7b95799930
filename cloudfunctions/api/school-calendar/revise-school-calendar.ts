import type { ReviseSchoolCalendar } from '../../../domain/calendar/school-calendar.schema';
import { type Term, termIdOf } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { School } from '../../../domain/school/school.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { isStored, refuseStale, revisionOf } from '../write';

export const presentCalendar = ({ rev, terms, calendar }: School) => ({ rev, terms, ...calendar });

/** Records of a term that has begun carry its id, so it cannot disappear. */
function refuseLost(before: readonly Term[], after: readonly Term[], today: string): void {
  const lost = before.find(
    ({ id, startsOn }) => startsOn <= today && !after.some((one) => one.id === id),
  );
  if (!lost) return;
  throw new AppError('badInput', { sentence: '已经开始的学期不能删去，可以改它的日期。' });
}

/** Set terms, own days and exams; whatever is counted by them follows at the next tap. */
export async function reviseSchoolCalendar(
  ctx: Caller,
  input: z.infer<typeof ReviseSchoolCalendar>,
) {
  const { rev: _rev, writeId, terms: dates, ...calendar } = input;
  const why = ctx.access.authorize({ schoolId: ctx.school._id });
  const terms = dates
    .map((one): Term => ({ id: termIdOf(one), ...one }))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return inTransaction(async (tx) => {
    const before = await tx.get<School>('schools', ctx.school._id);
    if (!before) throw new Error('the school of this call is gone');
    if (await isStored(tx, 'revisions', before, input)) return presentCalendar(before);
    refuseStale(before, input, presentCalendar);
    refuseLost(before.terms, terms, ctx.today);
    const after: School = {
      ...before,
      ...changedStamps(before, ctx),
      terms,
      calendar,
      lastWriteId: writeId,
    };
    const earlier = { terms: before.terms, calendar: before.calendar };
    await tx.put('revisions', revisionOf(before, earlier, ctx));
    await tx.put('schools', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'schoolCalendar.revise',
        collection: 'schools',
        documentId: after._id,
        why,
      }),
    );
    return presentCalendar(after);
  });
}
