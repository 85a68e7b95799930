import type { Subject } from '../../../domain/access/scopes';
import { AppError } from '../../../domain/errors';
import type {
  InteractionCampaign,
  PlanInteractionCampaign,
} from '../../../domain/interaction-form/interaction-campaign.schema';
import { refusedWindow } from '../../../domain/interaction-form/interaction-form.rules';
import { formIdOf } from '../../../domain/interaction-form/interaction-form.schema';
import { menteesOf } from '../../../domain/mentoring/mentorship.rules';
import type { z } from '../../../domain/schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { auditOf } from '../../kernel/audit';
import { newStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClass, readClasses, subjectOfClass } from '../roster.store';
import { readForm } from './interaction-form.store';
import { presentCampaign, presentForm, presetForm } from './interaction-view';

type Input = z.infer<typeof PlanInteractionCampaign>;
type Reach = Pick<
  InteractionCampaign,
  'target' | 'isWide' | 'classId' | 'divisionId' | 'classIds' | 'studentIds' | 'invited'
>;

/** Whom it goes to, and what the right to send it is asked about. One trip. */
async function reachOf(
  ctx: Caller,
  target: Input['target'],
): Promise<{ reach: Reach; subject: Subject | null }> {
  const { school, member } = ctx;
  const schoolId = school._id;
  const wide = { target: target.kind, isWide: true, classId: null, divisionId: null };
  const toAll = (classes: SchoolClass[]) => ({
    ...{ classIds: classes.map(({ _id }) => _id), studentIds: [] },
    invited: classes.reduce((sum, { studentCount }) => sum + studentCount, 0),
  });
  switch (target.kind) {
    case 'class': {
      const found = await readClass(target.classId);
      const reach = { ...wide, ...toAll(found ? [found] : []), classId: target.classId };
      return { reach, subject: subjectOfClass(found) };
    }
    case 'division': {
      const { divisionId } = target;
      const filter = [{ field: 'divisionId' as const, in: [divisionId] }];
      const reach = { ...wide, ...toAll(await readClasses(schoolId, filter)), divisionId };
      return { reach, subject: { schoolId, divisionId } };
    }
    case 'school': {
      const { invited } = toAll(await readClasses(schoolId, 'everything'));
      return {
        reach: { ...wide, classIds: [], studentIds: [], invited },
        subject: { schoolId },
      };
    }
    case 'mentees': {
      const studentIds = menteesOf(member, schoolId);
      const reach = {
        ...wide,
        isWide: false,
        classIds: [],
        studentIds,
        invited: studentIds.length,
      };
      return { reach, subject: { schoolId, memberId: member._id } };
    }
  }
}

/** Send out a form (S4-260, S4-297, S4-299, S0-41): it keeps the version that stands now. */
export async function planInteractionCampaign(ctx: Caller, input: Input) {
  const { campaignId, writeId, formId, title, opensOn, closesOn } = input;
  const refusal = refusedWindow(opensOn, closesOn, ctx.today);
  if (refusal) {
    throw new AppError('badInput', { sentence: refusal, fields: { closesOn: refusal } });
  }
  const [{ reach, subject }, stored] = await Promise.all([
    reachOf(ctx, input.target),
    readForm(formIdOf(ctx.school._id, formId)),
  ]);
  const why = ctx.access.authorize(subject);
  const form = stored ? presentForm(stored) : presetForm(formId);
  if (!form?.isOn) throw new AppError('badInput', { sentence: '这份互动表已经停用，请换一份。' });
  if (reach.invited === 0) {
    throw new AppError('badInput', { sentence: '这里还没有学生，不用发放。' });
  }
  const { intro, respondent, hasSchoolPart, questions } = form;

  return inTransaction(async (tx) => {
    const before = await tx.get<InteractionCampaign>('interactionCampaigns', campaignId);
    if (before) {
      const isSame = before.createdBy === ctx.member._id && before.lastWriteId === writeId;
      if (!isSame) throw new AppError('notFound');
      return presentCampaign(ctx, before);
    }
    const campaign: InteractionCampaign = {
      _id: campaignId,
      ...newStamps(ctx),
      ...reach,
      ...{ title, formId, formRev: form.rev, intro, respondent, hasSchoolPart, questions },
      ...{ opensOn, closesOn, closedAt: null, lastWriteId: writeId },
    };
    await tx.put('interactionCampaigns', campaign);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'interactionCampaign.plan',
        collection: 'interactionCampaigns',
        documentId: campaignId,
        why,
      }),
    );
    return presentCampaign(ctx, campaign);
  });
}
