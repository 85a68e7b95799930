import { AppError } from '../../../domain/errors';
import { withRegulation } from '../../../domain/regulation/regulation';
import {
  MAX_REGULATIONS,
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
    const next = { ...rules, version, effectiveOn };
    const history = withRegulation(regulationHistory, next, before.terms, ctx.today);
    if (history.length > MAX_REGULATIONS) {
      const sentence = `两个学期里最多改 ${MAX_REGULATIONS} 次制度，请把几处改动并在一次里。`;
      throw new AppError('badInput', { sentence });
    }
    const after: School = {
      ...before,
      ...changedStamps(before, ctx),
      regulationHistory: history,
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
