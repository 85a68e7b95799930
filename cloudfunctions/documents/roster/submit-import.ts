import { AppError } from '../../../domain/errors';
import { NO_RESULT, subjectOf } from '../../../domain/roster/roster-import.schema';
import type { Maker } from '../document-kind';
import { IMPORT_DEEDS } from './import-deeds';
import { type Passage, stepImport } from './import-step';

const APPLYING: Passage = {
  id: 'submit',
  from: ['checked'],
  running: 'applying',
  begin: { result: NO_RESULT },
  refuse({ state }) {
    if (state === 'staged') throw new AppError('badInput', { sentence: '请先核对栏目，再导入。' });
  },
  work: (ctx, item, chunk) => IMPORT_DEEDS[subjectOf(item)].apply(ctx, item, chunk),
  async finish(ctx, item) {
    await IMPORT_DEEDS[subjectOf(item)].finish(ctx);
    return { state: 'applied', appliedAt: ctx.now };
  },
};

/** Apply the next chunk of a checked import. */
export const submitImport = (ctx: Maker, raw: unknown) => stepImport(ctx, raw, APPLYING);
