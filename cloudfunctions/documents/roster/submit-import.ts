import { AppError } from '../../../domain/errors';
import { NO_RESULT } from '../../../domain/roster/roster-import.schema';
import type { Maker } from '../document-kind';
import { applyStudents } from './apply-students';
import { type Passage, stepImport } from './import-step';
import { recountClasses } from './recount-classes';

const APPLYING: Passage = {
  id: 'submit',
  from: ['checked'],
  running: 'applying',
  begin: { result: NO_RESULT },
  refuse({ state }) {
    if (state === 'staged') throw new AppError('badInput', { sentence: '请先核对栏目，再导入。' });
  },
  work: applyStudents,
  async finish(ctx) {
    await recountClasses(ctx);
    return { state: 'applied', appliedAt: ctx.now };
  },
};

/** Apply the next chunk of a checked import. */
export const submitImport = (ctx: Maker, raw: unknown) => stepImport(ctx, raw, APPLYING);
