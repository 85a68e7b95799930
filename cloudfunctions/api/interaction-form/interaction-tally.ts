import type { Subject } from '../../../domain/access/scopes';
import { AppError } from '../../../domain/errors';
import type { InteractionCampaign } from '../../../domain/interaction-form/interaction-campaign.schema';
import { addCounts } from '../../../domain/interaction-form/interaction-form.rules';
import {
  type InteractionTheme,
  type ListInteractionTexts,
  type ReviseInteractionTheme,
  type TallyById,
  TEXT_PAGE,
  themeIdOf,
} from '../../../domain/interaction-form/interaction-record.schema';
import type { z } from '../../../domain/schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { newStamps } from '../../kernel/database';
import type { Caller } from '../procedure';
import { readClass, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import { changeDocument } from './change-document';
import { readCampaign } from './interaction-form.store';
import { readProgress, readThemes, readWords } from './interaction-tally.store';
import { presentCampaign, subjectOfCampaign } from './interaction-view';

type Part = z.infer<typeof TallyById>;

/** Of a class, by whoever reaches the class; of everybody, by whoever reaches all it went to. */
function authorize(
  ctx: Caller,
  { classId }: Part,
  campaign: InteractionCampaign | null,
  schoolClass: SchoolClass | null,
) {
  const subject: Subject | null =
    classId === undefined ? subjectOfCampaign(campaign) : subjectOfClass(schoolClass);
  const why = ctx.access.authorize(subject);
  if (campaign?.schoolId !== ctx.school._id) throw new AppError('notFound');
  return { campaign, why };
}

const read = ({ campaignId, classId }: Part) =>
  Promise.all([readCampaign(campaignId), classId === undefined ? null : readClass(classId)]);

const presentTheme = ({ rev, themes, assigned }: InteractionTheme) => ({ rev, themes, assigned });

/** What the answers add up to: from one counter a class, whatever the number of answers. One trip. */
export async function interactionTally(ctx: Caller, part: Part) {
  const [[found, schoolClass], progress, themes] = await Promise.all([
    read(part),
    readProgress(ctx.school._id, part.campaignId, part.classId),
    readThemes(ctx.school._id, part.campaignId),
  ]);
  const { campaign } = authorize(ctx, part, found, schoolClass);
  const counts = addCounts(campaign.questions, progress);
  return {
    campaign: presentCampaign(ctx, campaign),
    label: schoolClass ? classLabelOf(ctx, schoolClass) : null,
    students: schoolClass?.studentCount ?? campaign.invited,
    answered: progress.reduce((sum, one) => sum + one.answered, 0),
    questions: campaign.questions.map(({ key, kind, label, options }) => {
      const sorted = themes.find(
        ({ _id }) => _id === themeIdOf(part.campaignId, part.classId ?? null, key),
      );
      return {
        ...{ key, kind, label },
        options: options.map((option) => ({ ...option, count: counts[key]?.[option.key] ?? 0 })),
        theme: sorted ? presentTheme(sorted) : { rev: 0, themes: [], assigned: {} },
      };
    }),
  };
}

/** Are names shown beside free answers? Not where they come from more than one's own. */
const hasNames = (campaign: InteractionCampaign, classId: string | undefined): boolean =>
  classId !== undefined || campaign.target === 'class' || campaign.target === 'mentees';

/** Free answers to one question, newest first; without names for a division or a school. */
export async function listInteractionTexts(
  ctx: Caller,
  input: z.infer<typeof ListInteractionTexts>,
) {
  const { campaignId, classId, questionKey, before } = input;
  const [[found, schoolClass], records] = await Promise.all([
    read(input),
    readWords(ctx.school._id, campaignId, { classId, questionKey, before }),
  ]);
  const { campaign } = authorize(ctx, input, found, schoolClass);
  const isText = campaign.questions.some(({ key, kind }) => key === questionKey && kind === 'text');
  if (!isText) throw new AppError('notFound');
  const isNamed = hasNames(campaign, classId);
  const end = records.length === TEXT_PAGE ? records.at(-1) : undefined;
  return {
    texts: records.map(({ lastWriteId, answers, studentName }) => ({
      /** Says nothing about whose it is. */
      key: lastWriteId,
      text: answers[questionKey]?.[0] ?? '',
      name: isNamed ? studentName : null,
    })),
    next: end ? { at: end.answeredAt, id: end._id } : null,
  };
}

/** Put free answers into themes for a meeting (S0-41): the whole list of one question at once. */
export async function reviseInteractionTheme(
  ctx: Caller,
  input: z.infer<typeof ReviseInteractionTheme>,
) {
  const { campaignId, classId, questionKey, themes, assigned } = input;
  const { campaign, why } = authorize(ctx, input, ...(await read(input)));
  if (!campaign.questions.some(({ key }) => key === questionKey)) throw new AppError('notFound');
  const id = themeIdOf(campaignId, classId ?? null, questionKey);
  const fields = { themes, assigned };
  return changeDocument<InteractionTheme, ReturnType<typeof presentTheme>>(ctx, {
    collection: 'interactionThemes',
    id,
    action: 'interactionTheme.revise',
    ...{ why, edit: input },
    begin: () => ({
      _id: id,
      ...newStamps(ctx),
      rev: 0,
      ...{ campaignId, questionKey, classId: classId ?? null, lastWriteId: '' },
      ...fields,
    }),
    change: () => fields,
    fieldsOf: (theme) => ({ themes: theme.themes, assigned: theme.assigned }),
    present: presentTheme,
  });
}
