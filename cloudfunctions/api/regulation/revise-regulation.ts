import { AppError } from '../../../domain/errors';
import {
  MAX_REGULATIONS,
  type Regulation,
  type ReviseRegulation,
} from '../../../domain/regulation/regulation.schema';
import type { z } from '../../../domain/schema';
import type { School } from '../../../domain/school/school.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { isStored, refuseStale, revisionOf } from '../write';
import { presentRegulation } from './regulation-view';

/** A change that has not come into force yet is replaced by a later decision about the same days. */
function withNext(history: readonly Regulation[], next: Regulation): Regulation[] {
  const kept = history.filter(({ effectiveOn }) => effectiveOn < next.effectiveOn);
  return [...kept, next].slice(-MAX_REGULATIONS);
}

/** Change the school's rules from a day on; the days before keep theirs. */
export async function reviseRegulation(ctx: Caller, input: z.infer<typeof ReviseRegulation>) {
  const { rev: _rev, writeId, effectiveOn, ...rules } = input;
  const why = ctx.access.authorize({ schoolId: ctx.school._id });
  if (effectiveOn < ctx.today) {
    const sentence = '生效日期不能早于今天：过去的日子按过去的制度算。';
    throw new AppError('badInput', { sentence, fields: { effectiveOn: sentence } });
  }
  return inTransaction(async (tx) => {
    const before = await tx.get<School>('schools', ctx.school._id);
    if (!before) throw new Error('the school of this call is gone');
    if (await isStored(tx, 'revisions', before, input)) return presentRegulation(ctx, before);
    refuseStale(before, input, (school) => presentRegulation(ctx, school));
    const { regulationHistory } = before;
    const version = Math.max(0, ...regulationHistory.map((one) => one.version)) + 1;
    const after: School = {
      ...before,
      ...changedStamps(before, ctx),
      regulationHistory: withNext(regulationHistory, { ...rules, version, effectiveOn }),
      lastWriteId: writeId,
    };
    await tx.put('revisions', revisionOf(before, { regulationHistory }, ctx));
    await tx.put('schools', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'regulation.revise',
        collection: 'schools',
        documentId: after._id,
        why,
      }),
    );
    return presentRegulation(ctx, after);
  });
}
