/** What each rule of a meeting finds missing, as one sentence each. */
import { addDays, daysBetween, monthAndDay, WEEKDAY_LABELS, weekdayOf } from '../calendar/day';
import type { MeetingFacts } from './meeting-facts';
import type { MeetingRule } from './meeting-kind.schema';
import {
  APPROVERS,
  type ApprovalMatter,
  type Approver,
  PARTICIPANTS,
  type Participant,
} from './meeting-words';

export interface Breach {
  clause: string;
  /** What is missing and what to do, as shown. */
  sentence: string;
}

type RuleOf<K extends MeetingRule['kind']> = Extract<MeetingRule, { kind: K }>;
/** The sentence of the breach, or null; with a clause where it is another than the rule's. */
export type Finding = string | Breach | null;

const names = (participants: readonly Participant[]): string =>
  participants.map((who) => PARTICIPANTS[who]).join('、');

const without = (wanted: readonly Participant[], there: readonly Participant[]): Participant[] =>
  wanted.filter((who) => !there.includes(who));

const quoted = (labels: readonly { label: string }[]): string =>
  labels.map(({ label }) => `“${label}”`).join('、');

const isApproved = ({ approvals }: MeetingFacts, of: ApprovalMatter, by: Approver): boolean =>
  approvals.some((approval) => approval.matter === of && approval.by === by);

function slotFinding(rule: RuleOf<'slot'>, facts: MeetingFacts): Finding {
  const { on, startsAt, calendarDay } = facts;
  const usual = `${WEEKDAY_LABELS[rule.weekday - 1]} ${rule.from}—${rule.to}`;
  const isApprovedTime = rule.approvedBy && isApproved(facts, 'otherTime', rule.approvedBy);
  if (weekdayOf(on) === rule.weekday) {
    const { kind, label } = calendarDay;
    if (kind === 'makeUpDay' || kind === 'holiday') {
      return `${monthAndDay(on)}是${label ?? '假日'}，与规定的${usual}相冲突，请顺延到别的日子。`;
    }
    if (startsAt === null || (rule.from <= startsAt && startsAt < rule.to)) return null;
  }
  if (!rule.approvedBy || isApprovedTime) return null;
  const sentence = `规定的时间是${usual}；改在别的时间，需先报${APPROVERS[rule.approvedBy]}批准。`;
  return { clause: rule.approvalClause ?? rule.clause, sentence };
}

const FINDINGS: { [K in MeetingRule['kind']]: (rule: RuleOf<K>, facts: MeetingFacts) => Finding } =
  {
    planDaysAhead({ days }, { planWrittenOn, on }) {
      const latest = monthAndDay(addDays(on, -days));
      if (planWrittenOn === null) return `方案应在${latest}前（会前 ${days} 天）拟好，现在还没有。`;
      if (daysBetween(planWrittenOn, on) >= days) return null;
      return `方案应在${latest}前（会前 ${days} 天）拟好，实际写于${monthAndDay(planWrittenOn)}。`;
    },
    approvedPlan({ by }, facts) {
      if (isApproved(facts, 'plan', by)) return null;
      return `方案需经${APPROVERS[by]}议定后再开会。`;
    },
    dataPack({ forWhom }, { dataPackFor }) {
      const missing = without(forWhom, dataPackFor);
      return missing.length > 0 ? `会前材料还缺给${names(missing)}的一份。` : null;
    },
    questionnairesTallied({ from }, { talliedFrom }) {
      const missing = without(from, talliedFrom);
      return missing.length > 0 ? `${names(missing)}的问卷还没有统计分类。` : null;
    },
    topicsSent({ daysAhead }, { topicsSentOn, on }) {
      if (topicsSentOn !== null && daysBetween(topicsSentOn, on) >= daysAhead) return null;
      return `议题应至少提前 ${daysAhead} 天发给参会的人。`;
    },
    levelReports(_rule, { missingReports }) {
      if (missingReports.length === 0) return null;
      return `还缺 ${missingReports.length} 份报告：${missingReports.slice(0, 5).join('、')}${missingReports.length > 5 ? '等' : ''}。`;
    },
    slot: slotFinding,
    oneSitting({ unlessApprovedBy }, facts) {
      if (facts.sittings <= 1 || isApproved(facts, 'manySittings', unlessApprovedBy)) return null;
      return `分 ${facts.sittings} 次进行，需先经${APPROVERS[unlessApprovedBy]}批准。`;
    },
    studentLevels({ min }, { studentLevels }) {
      const levels = new Set(studentLevels).size;
      if (levels >= min) return null;
      return `学生代表应来自不同层次和类别，现在只有 ${levels} 类，至少要 ${min} 类。`;
    },
    recorderNamed: (_rule, { hasRecorder }) => (hasRecorder ? null : '请指定记录人。'),
    previousResolutionsReviewed: (_rule, { hasReviewedPrevious }) =>
      hasReviewedPrevious ? null : '还没有检查上一次会议的决议。',
    lateResolutionsExplained(_rule, { lateResolutions }) {
      const silent = lateResolutions.filter(
        (late) => late.explanation === '' || late.dueOn === null,
      );
      if (silent.length === 0) return null;
      return `${quoted(silent)}没有按期完成，请写明原因和新的完成日期。`;
    },
    resolutionsAssigned(_rule, { resolutions }) {
      const loose = resolutions.filter((resolution) => !resolution.hasOwner || !resolution.dueOn);
      if (loose.length === 0) return null;
      return `${quoted(loose)}还缺负责人或完成日期。`;
    },
    agreedOpinions: (_rule, { agreedOpinions }) =>
      agreedOpinions > 0 ? null : '还没有写下达成性意见。',
    minutes: ({ by }, { hasMinutes }) =>
      hasMinutes ? null : `会议纪要还没有写，由${PARTICIPANTS[by]}起草。`,
    report({ by }, { reportsBy }) {
      const missing = without(by, reportsBy);
      return missing.length > 0 ? `还缺${names(missing)}的专题报告。` : null;
    },
    signOff: ({ by }, { signedOffBy }) =>
      signedOffBy.includes(by) ? null : `等${PARTICIPANTS[by]}签字验收。`,
    resolutionsForwarded: ({ by }, { isForwarded }) =>
      isForwarded ? null : `决议需由${PARTICIPANTS[by]}整理成文并转发。`,
  };

/** TypeScript cannot see that a rule and its finding share their kind; this line says it. */
export const findingOf = (rule: MeetingRule, facts: MeetingFacts): Finding =>
  (FINDINGS[rule.kind] as (rule: MeetingRule, facts: MeetingFacts) => Finding)(rule, facts);
