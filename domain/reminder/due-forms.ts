import { type Day, dayOf, laterOf, sayDay } from '../calendar/day';
import { check, type Due, type Occasion } from './due';
import { UNANSWERED } from './mark';

/** A form sent to families, as far as reminders look at it. */
export interface CampaignFacts {
  _id: string;
  title: string;
  respondent: 'guardian' | 'student';
  opensOn: Day;
  closesOn: Day;
  closedAt: Date | null;
  createdAt: Date;
}

export interface AskedStudent {
  _id: string;
  name: string;
  classId: string;
  divisionId: string;
}

/** Which of its two reminders a form has today, by the day in the reminder's id; null for none. */
export function formReminderOf(campaign: CampaignFacts, { today }: Occasion): Day | null {
  const { opensOn, closesOn, closedAt, createdAt, respondent } = campaign;
  // Students fill theirs in at school; there is nobody to send a message to.
  if (respondent !== 'guardian' || closedAt) return null;
  const sentOn = laterOf(opensOn, dayOf(createdAt));
  return today === sentOn || today === closesOn ? today : null;
}

/** To a guardian, about a child whose form is not filled in. The message names no child. */
export function formDue(
  campaign: CampaignFacts,
  { _id: studentId, name, classId, divisionId }: AskedStudent,
  memberId: string,
  { today }: Occasion,
): Due {
  const isLast = today === campaign.closesOn;
  const until = isLast ? '今天截止' : `${sayDay(campaign.closesOn, today)}截止`;
  return {
    kind: 'formToAnswer',
    subjectId: `${campaign._id}~${studentId}`,
    dueOn: today,
    memberId,
    text: `${name}的“${campaign.title}”，${until}`,
    page: `pages/interaction-form/answer/index?campaign=${campaign._id}&student=${studentId}`,
    checks: [
      check('interactionCampaigns', campaign),
      // Its id says which answer it would be (`recordIdOf`).
      {
        collection: 'interactionRecords',
        id: `${campaign._id}~${studentId}`,
        mark: UNANSWERED,
      },
    ],
    parts: {
      what: campaign.title,
      until: campaign.closesOn,
      state: '等您填写',
      note: isLast ? '今天是最后一天，一分钟就好' : '点开就能填，一分钟就好',
    },
    at: null,
    until: null,
    about: { aboutId: campaign._id, classId, divisionId, studentId, studentName: name },
  };
}
