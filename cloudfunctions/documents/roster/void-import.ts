import { AppError } from '../../../domain/errors';
import { subjectOf } from '../../../domain/roster/roster-import.schema';
import { mayUndo } from '../../../domain/roster/view-import';
import { UNDO_DAYS } from '../../../domain/school/leftovers';
import type { Maker } from '../document-kind';
import { IMPORT_DEEDS } from './import-deeds';
import { type Passage, stepImport } from './import-step';

const TAKING_BACK: Passage = {
  id: 'void',
  from: ['applied'],
  running: 'undoing',
  begin: {},
  refuse(item, now) {
    if (mayUndo(item, now)) return;
    throw new AppError('badInput', {
      sentence: `导入超过 ${UNDO_DAYS} 天，不能撤销了。请在学生档案里逐个修改。`,
    });
  },
  work: (ctx, item, chunk) => IMPORT_DEEDS[subjectOf(item)].takeBack(ctx, item, chunk),
  async finish(ctx, item) {
    await IMPORT_DEEDS[subjectOf(item)].finish(ctx);
    return { state: 'undone' };
  },
};

/** Take back the next chunk of an applied import; what somebody has worked on since stays. */
export const voidImport = (ctx: Maker, raw: unknown) => stepImport(ctx, raw, TAKING_BACK);
