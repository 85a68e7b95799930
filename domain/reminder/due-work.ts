import { addDays, type Day, monthAndDay, sayDay } from '../calendar/day';
import { nextSchoolDay } from '../calendar/school-calendar';
import { check, type Due, lastSchoolDay, type Occasion, smallDue } from './due';

export interface ResolutionFacts {
  _id: string;
  what: string;
  memberIds: string[];
  dueOn: Day;
  isOpen: boolean;
}

const MAX_WORDS = 24;
const shorten = (text: string): string =>
  [...text].length > MAX_WORDS ? `${[...text].slice(0, MAX_WORDS - 1).join('')}…` : text;

/** The school day before its day, and the school day after it when it is not done. */
export function resolutionDues(resolution: ResolutionFacts, { today, calendar }: Occasion): Due[] {
  const { _id, what, dueOn, memberIds } = resolution;
  const isAhead = dueOn > today && lastSchoolDay(calendar, addDays(dueOn, -1)) === today;
  const isLate = dueOn < today && nextSchoolDay(calendar, dueOn) === today;
  if (!resolution.isOpen || !(isAhead || isLate)) return [];
  const say = isAhead ? `${sayDay(dueOn, today)}到期` : `${monthAndDay(dueOn)}已经到期`;
  return memberIds.map((memberId) =>
    smallDue({
      kind: isAhead ? 'resolutionDue' : 'resolutionLate',
      subjectId: _id,
      dueOn,
      memberId,
      text: `决议“${shorten(what)}”${say}`,
      page: 'pages/consultation/resolutions/index',
      checks: [check('resolutions', resolution)],
    }),
  );
}

export interface VisitFacts {
  _id: string;
  studentName: string;
  visitorId: string;
  status: string;
  dueOn: Day | null;
  voidedAt: Date | null;
}

/** On the day that the visit, or its feedback, is owed. */
export function visitDues(visit: VisitFacts, { today, calendar }: Occasion): Due[] {
  const { _id, dueOn, status, studentName, visitorId } = visit;
  if (dueOn === null || visit.voidedAt || lastSchoolDay(calendar, dueOn) !== today) return [];
  const isPlanned = status === 'planned';
  const say = dueOn === today ? '今天' : sayDay(dueOn, today);
  return [
    smallDue({
      kind: isPlanned ? 'visitDue' : 'feedbackDue',
      subjectId: _id,
      dueOn,
      memberId: visitorId,
      text: `${studentName}的${isPlanned ? '家访' : '家访反馈'}，${say}${isPlanned ? '要去' : '到期'}`,
      page: `pages/home-visit/visit/index?visitId=${_id}`,
      checks: [check('homeVisits', visit)],
    }),
  ];
}

export interface TalkFacts {
  _id: string;
  studentId: string;
  createdBy: string;
  nextOn: Day | null;
  voidedAt: Date | null;
}

export interface TalkedStudent {
  _id: string;
  name: string;
  lastTalkId: string | null;
}

/** The day that was agreed for the next talk, to whoever agreed it; a later talk settles it. */
export function talkDues(
  talk: TalkFacts,
  student: TalkedStudent,
  { today, calendar }: Occasion,
): Due[] {
  const { nextOn } = talk;
  if (nextOn === null || talk.voidedAt || student.lastTalkId !== talk._id) return [];
  if (lastSchoolDay(calendar, nextOn) !== today) return [];
  return [
    smallDue({
      kind: 'talkDue',
      subjectId: talk._id,
      dueOn: nextOn,
      memberId: talk.createdBy,
      text: `和${student.name}约好${nextOn === today ? '今天' : sayDay(nextOn, today)}面谈`,
      page: `pages/talk/student/index?studentId=${student._id}`,
      checks: [check('students', student)],
    }),
  ];
}

export interface CaseFacts {
  _id: string;
  studentName: string;
  reviewOn: Day | null;
  status: string;
  sponsorId: string | null;
}

/** The day of the review, to the homeroom teacher and to the leader who stands for the student. */
export function caseDues(
  attentionCase: CaseFacts,
  homeroomTeacherId: string,
  { today, calendar }: Occasion,
): Due[] {
  const { _id, reviewOn, status, studentName, sponsorId } = attentionCase;
  if (status !== 'open' || reviewOn === null) return [];
  if (lastSchoolDay(calendar, reviewOn) !== today) return [];
  const people = [...new Set([homeroomTeacherId, ...(sponsorId ? [sponsorId] : [])])];
  return people.map((memberId) =>
    smallDue({
      kind: 'caseReview',
      subjectId: _id,
      dueOn: reviewOn,
      memberId,
      text: `${studentName}的计划该一起看看了`,
      page: `pages/attention/case/index?caseId=${_id}`,
      checks: [check('attentionCases', attentionCase)],
    }),
  );
}
