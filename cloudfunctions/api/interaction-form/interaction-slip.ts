import { isCodeValid, signedBy } from '../../../domain/class-code';
import { AppError } from '../../../domain/errors';
import type { InteractionCampaign } from '../../../domain/interaction-form/interaction-campaign.schema';
import type {
  InteractionCode,
  InteractionSlipById,
  SubmitInteractionSlip,
} from '../../../domain/interaction-form/interaction-code.schema';
import {
  askedByCode,
  cleanAnswers,
  filesOf,
  isOpen,
  recount,
} from '../../../domain/interaction-form/interaction-form.rules';
import {
  type InteractionRecord,
  recordIdOf,
} from '../../../domain/interaction-form/interaction-record.schema';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { auditOf } from '../../kernel/audit';
import type { Writer } from '../../kernel/database';
import { noteWork } from '../../kernel/note-work';
import { type Allowance, countOne } from '../../kernel/rate-limit';
import { inTransaction } from '../../kernel/transaction';
import { type Door, refuseCode, refuseGuessing } from '../class-code';
import type { Passer } from '../procedure';
import { readClassStudents } from '../roster.store';
import { checkWords, newRecord, refuseAnswers } from './answers';
import { countProgress } from './count-progress';
import { readInteractionCode } from './interaction-code.store';
import { readCampaign } from './interaction-form.store';

/** Names are mistyped more often than codes, and a class shares one tablet. */
const SLIP_DOOR: Door = { name: 'slipTry', max: 30, refusal: 'slipRefused' };
const slipsOf = (code: string): Allowance => ({ key: `slipOf~${code}`, max: 200, hours: 24 });

/** Whoever holds the code and gives the name; nobody whom the school knows by an account. */
const writerOf = ({ now }: Passer, schoolId: string): Writer => ({
  now,
  member: { _id: 'interactionSlip', name: '学生本人' },
  school: { _id: schoolId },
});

interface Opened {
  code: InteractionCode;
  campaign: InteractionCampaign;
  student: Student;
}

/** The form behind a code for the one student of its class with this name. */
async function find(ctx: Passer, who: z.infer<typeof InteractionSlipById>): Promise<Opened> {
  const [code] = await Promise.all([readInteractionCode(who.code), refuseGuessing(ctx, SLIP_DOOR)]);
  if (!code || !isCodeValid(code, ctx.now)) return refuseCode(ctx, SLIP_DOOR);
  const [campaign, roster] = await Promise.all([
    readCampaign(code.campaignId),
    readClassStudents(code.schoolId, code.classId),
  ]);
  const student = signedBy(who.name, roster);
  if (!student || !campaign || !isOpen(campaign, ctx.today)) return refuseCode(ctx, SLIP_DOOR);
  return { code, campaign, student };
}

/** The form to fill in (S4-297, S0-41). Nothing of what anybody answered before. */
export async function openSlip(ctx: Passer, who: z.infer<typeof InteractionSlipById>) {
  const { campaign, student } = await find(ctx, who);
  const { title, intro, closesOn, questions } = campaign;
  return { name: student.name, title, intro, closesOn, questions: askedByCode(questions) };
}

/**
 * Fill in a form with a code. What was handed in stands: a second hand with the same name changes
 * nothing, the student puts it right on the phone of the teacher.
 *
 * @throws AppError slipRefused, contentRefused, badInput with a sentence per question
 */
export async function submitSlip(ctx: Passer, input: z.infer<typeof SubmitInteractionSlip>) {
  const [{ code, campaign, student }, checkState] = await Promise.all([
    find(ctx, input),
    checkWords(ctx.openid, Object.values(input.answers).flat().join('\n')),
  ]);
  const questions = askedByCode(campaign.questions);
  const id = recordIdOf(campaign._id, student._id);
  const answers = cleanAnswers(questions, input.answers);
  refuseAnswers(questions, answers, id);
  if (filesOf(questions, answers).length > 0) {
    throw new AppError('badInput', { sentence: '凭码填表时，签名请写名字。' });
  }
  const writer = writerOf(ctx, code.schoolId);

  await inTransaction(async (tx) => {
    const before = await tx.get<InteractionRecord>('interactionRecords', id);
    if (before?.lastWriteId === input.writeId) return;
    if (before) {
      throw new AppError('badInput', { sentence: '这份表已经交过。想改，请在老师的手机上改。' });
    }
    if (!(await countOne(tx, slipsOf(code._id), ctx.now))) throw new AppError('slipRefused');
    const record: InteractionRecord = {
      ...newRecord(writer, campaign, student),
      ...{ rev: 1, answers, checkState, answeredAt: ctx.now, lastWriteId: input.writeId },
    };
    await tx.put('interactionRecords', record);
    await countProgress(tx, writer, record, ({ answered, counts }) => ({
      answered: answered + 1,
      counts: recount(questions, counts, null, answers),
    }));
    await noteWork(tx, writer, {
      ...{ student, kind: 'interactionRecord', refId: id, at: ctx.now },
      ...{ title: campaign.title, excerpt: '', audience: 'staff', isSealed: false },
    });
    await tx.put(
      'audits',
      auditOf(writer, {
        id: input.writeId,
        action: 'interactionSlip.submit',
        collection: 'interactionRecords',
        documentId: id,
        studentId: student._id,
        why: null,
      }),
    );
  });
  return { name: student.name };
}
