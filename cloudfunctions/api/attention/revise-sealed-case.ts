import { unknownCategories } from '../../../domain/attention/attention-case.rules';
import type {
  AttentionCase,
  ReviseSealedCase,
} from '../../../domain/attention/attention-case.schema';
import { standingSettings } from '../../../domain/attention/attention-category.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { inSealedTransaction, writeSealedNote } from '../write-sealed-note';
import { readAttentionSettings, readCase } from './attention.store';
import { caseNoteIdOf, subjectOfCase } from './attention-view';
import { countCategories, groupsOf } from './count-categories';
import { noteCase } from './note-case';

/** Write which groups a student belongs to, and what is known of family, health and mind. */
export async function reviseSealedCase(ctx: Caller, input: z.infer<typeof ReviseSealedCase>) {
  const { caseId, text, categories } = input;
  const [found, settings] = await Promise.all([
    readCase(caseId),
    readAttentionSettings(ctx.school._id),
  ]);
  const why = ctx.access.authorize(subjectOfCase(found));
  if (!found) throw new Error('authorized without a case');
  if (unknownCategories(categories, standingSettings(settings).lists, ctx.today).length > 0) {
    throw new AppError('badInput', { sentence: '有的类别已不在学校的清单里，请刷新后再选。' });
  }
  const { studentId, classId, divisionId } = found;
  const key = {
    _id: caseNoteIdOf(caseId),
    ofId: caseId,
    kind: 'attentionCase' as const,
    ...{ studentId, classId, divisionId },
  };
  const rows = Object.fromEntries(categories.map((category) => [category, [studentId]]));
  return inSealedTransaction(ctx, key, why, async (tx) => {
    const before = await groupsOf(tx, caseId);
    const { rev, isNew } = await writeSealedNote(tx, ctx, key, { text, rows }, { ...input, why });
    if (found.status === 'open') {
      await countCategories(tx, ctx.school._id, before, await groupsOf(tx, caseId));
    }
    const current = isNew ? await tx.get<AttentionCase>('attentionCases', caseId) : null;
    if (current) {
      const marked = { ...current, hasSealed: true };
      await tx.put('attentionCases', marked);
      await noteCase(tx, ctx, marked);
    }
    return { rev };
  });
}
