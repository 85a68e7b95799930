import type { Action } from '../../../domain/access/permissions';
import { AppError } from '../../../domain/errors';
import {
  cleanAnswers,
  concerns,
  isOpen,
  recount,
  wordsOf,
} from '../../../domain/interaction-form/interaction-form.rules';
import type { Respondent } from '../../../domain/interaction-form/interaction-form.schema';
import {
  type InteractionRecord,
  recordIdOf,
  type SubmitInteractionRecord,
} from '../../../domain/interaction-form/interaction-record.schema';
import type { RecordKind } from '../../../domain/regulation/record-kind';
import type { z } from '../../../domain/schema';
import { noteWork } from '../../kernel/note-work';
import type { Caller } from '../procedure';
import { studentToWrite } from '../student-to-write';
import { checkWords, newRecord, refuseAnswers } from './answers';
import { changeDocument } from './change-document';
import { countProgress } from './count-progress';
import { readCampaign } from './interaction-form.store';
import { presentRecord, type RecordView } from './interaction-view';

type Input = z.infer<typeof SubmitInteractionRecord>;

const ACTIONS: Record<Respondent, Action> = {
  guardian: 'interactionRecord.submit',
  student: 'interactionRecord.record',
};

/** Duties ask for what the child fills in, and for what the family does. */
const SETTLES: Record<Respondent, RecordKind> = {
  guardian: 'guardianInteractionRecord',
  student: 'interactionRecord',
};

/**
 * Fill in a form, or change what stands in it: a guardian for their child, a student on the phone
 * of their teacher. Two guardians share one form; the later one is shown both versions.
 *
 * @throws AppError formClosed, contentRefused, stale, badInput with a sentence per question
 */
export async function submitInteractionRecord(ctx: Caller, input: Input, respondent: Respondent) {
  const { campaignId, studentId } = input;
  const [{ student, why }, campaign] = await Promise.all([
    studentToWrite(ctx, studentId),
    readCampaign(campaignId),
  ]);
  const isMeant =
    campaign?.schoolId === ctx.school._id &&
    campaign.respondent === respondent &&
    concerns(campaign, student);
  if (!isMeant) throw new AppError('notFound');
  const { questions } = campaign;
  const id = recordIdOf(campaignId, studentId);
  const answers = cleanAnswers(questions, input.answers);
  refuseAnswers(questions, answers, id);
  const checkState = await checkWords(ctx.openid ?? '', wordsOf(questions, answers));

  return changeDocument<InteractionRecord, RecordView>(ctx, {
    collection: 'interactionRecords',
    id,
    action: ACTIONS[respondent],
    ...{ why, edit: input, studentId },
    begin: () => newRecord(ctx, campaign, student),
    refuse(before) {
      if (!isOpen(campaign, ctx.today)) throw new AppError('formClosed');
      if (before?.checkState === 'review' && before.updatedBy !== ctx.member._id) {
        throw new AppError('badInput', {
          sentence: '另一位家长写的内容老师正在核对，核对以后就可以一起修改。',
        });
      }
    },
    change: () => ({ answers, checkState, answeredAt: ctx.now }),
    fieldsOf: (record) => ({ answers: record.answers }),
    present: (record) => presentRecord(ctx, questions, record),
    async beside(tx, before, after) {
      await countProgress(tx, ctx, after, ({ answered, counts }) => ({
        answered: answered + (before ? 0 : 1),
        counts: recount(questions, counts, before?.answers ?? null, answers),
      }));
      await noteWork(tx, ctx, {
        student,
        kind: 'interactionRecord',
        settles: SETTLES[respondent],
        refId: id,
        at: ctx.now,
        title: campaign.title,
        excerpt: '',
        audience: respondent === 'guardian' ? 'family' : 'staff',
        isSealed: false,
      });
    },
  });
}
