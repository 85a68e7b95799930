/** What a rule of a meeting asks, as one sentence: for the screen on which a school edits it. */
import { WEEKDAY_LABELS } from '../calendar/day';
import type { MeetingKind, MeetingRule } from './meeting-kind.schema';
import { APPROVERS, PARTICIPANTS, type Participant } from './meeting-words';

const names = (participants: readonly Participant[]): string =>
  participants.map((who) => PARTICIPANTS[who]).join('、');

type RuleOf<K extends MeetingRule['kind']> = Extract<MeetingRule, { kind: K }>;

const SENTENCES: { [K in MeetingRule['kind']]: (rule: RuleOf<K>) => string } = {
  planDaysAhead: ({ days }) => `会前 ${days} 天拟好方案`,
  approvedPlan: ({ by }) => `方案经${APPROVERS[by]}议定`,
  dataPack: ({ forWhom }) => `备好给${names(forWhom)}的材料`,
  questionnairesTallied: ({ from }) => `统计好${names(from)}的问卷`,
  topicsSent: ({ daysAhead }) => `议题提前 ${daysAhead} 天发给参会的人`,
  levelReports: () => '收齐下一级的报告',
  slot: ({ weekday, from, to }) => `${WEEKDAY_LABELS[weekday - 1]} ${from}—${to} 开`,
  oneSitting: ({ unlessApprovedBy }) => `一次开完；分几次开要经${APPROVERS[unlessApprovedBy]}批准`,
  studentLevels: ({ min }) => `学生代表至少来自 ${min} 类`,
  recorderNamed: () => '指定记录人',
  previousResolutionsReviewed: () => '检查上一次会议的决议',
  lateResolutionsExplained: () => '没有按期完成的决议说明原因和新日期',
  resolutionsAssigned: () => '每条决议有负责人和日期',
  agreedOpinions: () => '形成达成性意见',
  minutes: ({ by }) => `${PARTICIPANTS[by]}写纪要`,
  report: ({ by }) => `${names(by)}会后写专题报告`,
  signOff: ({ by }) => `${PARTICIPANTS[by]}签字验收`,
  resolutionsForwarded: ({ by }) => `${PARTICIPANTS[by]}整理决议并转发`,
};

/** TypeScript cannot see that a rule and its sentence share their kind; this line says it. */
export const sayRule = (rule: MeetingRule): string =>
  (SENTENCES[rule.kind] as (rule: MeetingRule) => string)(rule);

/** `学生代表不低于 60%`, `科任教师必须到会`, `家长可以参加`. */
export function sayAttendee({
  who,
  isRequired,
  minSharePercent,
}: MeetingKind['attendees'][number]) {
  const label = PARTICIPANTS[who];
  if (minSharePercent) return `${label}不低于 ${minSharePercent}%`;
  return isRequired ? `${label}必须到会` : `${label}可以参加`;
}
