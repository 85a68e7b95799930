import { TARGETS } from '../../../../../domain/interaction-form/interaction-campaign.schema';
import { RESPONDENTS } from '../../../../../domain/interaction-form/interaction-form.schema';
import { openPage } from '../../../../platform/navigate';
import { sayDate } from '../../../../platform/when';
import type { Campaign, Campaigns } from '../../interaction-form.queries';

export function sayWindow({ isOpen, isClosed, opensOn, closesOn }: Campaign): string {
  if (isOpen) return `${sayDate(closesOn)}截止`;
  if (isClosed) return '已结束';
  return new Date(opensOn) > new Date() ? `${sayDate(opensOn)}开始` : '已截止';
}

export const sayCampaign = (campaign: Campaign): string => {
  const whom = campaign.isMine && campaign.target === 'class' ? '本班' : TARGETS[campaign.target];
  const target = !campaign.isMine && campaign.target === 'mentees' ? '导师发的' : whom;
  return `${target} · ${RESPONDENTS[campaign.respondent]} · ${sayWindow(campaign)}`;
};

/** Opens what one may see of a campaign first: own class, own mentees, or all classes. */
export function openCampaign(
  { id, target, classId }: Campaign,
  { ownClassId, mentees, targets }: Campaigns,
): void {
  const isOfMany = target === 'school' || target === 'division';
  const own = classId ?? (isOfMany ? ownClassId : null);
  if (own !== null) openPage('formProgress', { campaign: id, classId: own });
  else if (isOfMany && (targets.school || mentees === 0)) openPage('formClasses', { campaign: id });
  else openPage('formProgress', { campaign: id });
}
