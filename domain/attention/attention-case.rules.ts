import { addDays, type Day } from '../calendar/day';
import type { AttentionCase, AttentionFollowUp, CaseWords } from './attention-case.schema';
import {
  type AttentionCategoryList,
  type AttentionLevel,
  type AttentionSettings,
  listAt,
} from './attention-category.schema';
import { CASE_KINDS, type CaseKind } from './case-kinds';

type ReviewDays = AttentionSettings['reviewDays'];

/** When a case of this level is looked at next, counted from a day. */
export const nextReview = (level: AttentionLevel, from: Day, days: ReviewDays): Day =>
  addDays(from, days[level]);

/** No review lies past, nor so far ahead that the interval of the level would mean nothing. */
export function refusedReviewDay(
  reviewOn: Day,
  level: AttentionLevel,
  today: Day,
  days: ReviewDays,
): string | null {
  if (reviewOn < today) return '回访的日期已经过去，请选今天或以后。';
  if (reviewOn > nextReview(level, today, days)) {
    return `这个级别最多隔 ${days[level]} 天回访一次，请选近一些的日期。`;
  }
  return null;
}

/** Words of a goal that say what should stop instead of what should grow. */
const NEGATIVE = ['不再', '不要', '不许', '禁止', '杜绝', '避免', '改掉', '克服', '消除', '减少'];

/** A gentle hint for a goal that names what should stop; it never blocks saving. */
export function goalHints(goal: string): { word: string; hint: string }[] {
  const word = NEGATIVE.find((candidate) => goal.includes(candidate));
  return word === undefined
    ? []
    : [{ word, hint: '可以写希望看到的样子，例如“每天能完成一项作业并主动交”。' }];
}

/** Fields that the kind does not have; they are refused, never dropped. */
export const unknownFields = (kind: CaseKind, fields: Record<string, string>): string[] => {
  const known = CASE_KINDS[kind].fields.map(({ key }) => key);
  return Object.keys(fields).filter((key) => !known.includes(key));
};

/** Categories that no list in effect on the day knows. */
export function unknownCategories(
  keys: readonly string[],
  lists: readonly AttentionCategoryList[],
  today: Day,
): string[] {
  const known = listAt(lists, today).categories.map(({ key }) => key);
  return keys.filter((key) => !known.includes(key));
}

/** The words of a case, as an earlier wording keeps them. */
export const pickCaseWords = ({ level, fields, goal, measures, reviewOn }: AttentionCase) => ({
  level,
  fields,
  goal,
  measures,
  reviewOn,
});

/** The first measure that still waits: what stands on top of a file that is no secret. */
export const openMeasure = ({ measures }: Pick<CaseWords, 'measures'>) =>
  measures
    .filter(({ isDone }) => !isDone)
    .reduce<CaseWords['measures'][number] | null>(
      (first, one) => (first && first.until <= one.until ? first : one),
      null,
    );

/** The case as a follow-up leaves it. */
export function followedUp(
  before: AttentionCase,
  followUp: Pick<AttentionFollowUp, '_id' | 'nextOn' | 'level' | 'createdAt'>,
  doneIds: readonly string[],
): AttentionCase {
  return {
    ...before,
    level: followUp.level,
    reviewOn: followUp.nextOn,
    measures: before.measures.map((measure) =>
      doneIds.includes(measure.id) ? { ...measure, isDone: true } : measure,
    ),
    lastFollowUpId: followUp._id,
    lastFollowUpAt: followUp.createdAt,
    followUps: before.followUps + 1,
  };
}

/** Whether a follow-up is the last that was written into the case, its plan included. */
export const isLastOf = (
  { _id, leftRev }: Pick<AttentionFollowUp, '_id' | 'leftRev'>,
  { status, lastFollowUpId, rev }: Pick<AttentionCase, 'status' | 'lastFollowUpId' | 'rev'>,
): boolean => status === 'open' && lastFollowUpId === _id && rev === leftRev;

/** The case as it was before its last follow-up; null when others have built on it since. */
export const takenBack = (
  found: AttentionCase,
  followUp: Pick<AttentionFollowUp, '_id' | 'leftRev' | 'before'>,
): Partial<AttentionCase> | null =>
  isLastOf(followUp, found) ? { ...followUp.before, followUps: found.followUps - 1 } : null;

/** What a leader still owes: at least one student each (S4-275). */
export const leadersWithout = <L extends { id: string }>(
  leaders: readonly L[],
  cases: readonly Pick<AttentionCase, 'sponsorId'>[],
): L[] => leaders.filter(({ id }) => !cases.some(({ sponsorId }) => sponsorId === id));
