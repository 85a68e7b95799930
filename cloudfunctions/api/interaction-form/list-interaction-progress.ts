import { AppError } from '../../../domain/errors';
import { concernsClass } from '../../../domain/interaction-form/interaction-form.rules';
import type { Caller } from '../procedure';
import { readClasses } from '../roster.store';
import { classLabelOf } from '../school-names';
import { readCampaign } from './interaction-form.store';
import { readProgress } from './interaction-tally.store';
import { presentCampaign } from './interaction-view';

/** How far a campaign is in each class within reach, the one furthest behind first. One trip. */
export async function listInteractionProgress(ctx: Caller, campaignId: string) {
  const { school, access } = ctx;
  const reach = access.filter();
  const filter = reach === 'everything' ? reach : reach.filter(({ field }) => field !== 'memberId');
  const [campaign, classes, progress] = await Promise.all([
    readCampaign(campaignId),
    readClasses(school._id, filter),
    readProgress(school._id, campaignId, undefined),
  ]);
  if (campaign?.schoolId !== school._id) throw new AppError('notFound');
  const counts = new Map(progress.map((one) => [one.classId, one]));
  const rows = classes
    .filter(({ _id }) => concernsClass(campaign, _id))
    .map((item) => ({
      classId: item._id,
      label: classLabelOf(ctx, item),
      homeroomTeacher: item.homeroomTeacherName,
      students: item.studentCount,
      answered: counts.get(item._id)?.answered ?? 0,
      prepared: counts.get(item._id)?.prepared ?? 0,
    }))
    .sort((a, b) => a.answered / (a.students || 1) - b.answered / (b.students || 1));
  return { campaign: presentCampaign(ctx, campaign), classes: rows };
}
