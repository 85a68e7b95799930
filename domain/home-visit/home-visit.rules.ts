import { addDays, type Day, dayOf } from '../calendar/day';
import type { Term } from '../calendar/term';
import type { LedgerCategory } from '../school/ledger-category.schema';
import { FEEDBACK_DAYS } from '../school/mentoring-settings.schema';
import type { Student } from '../school/roster.schema';
import {
  type HomeVisit,
  VISIT_PARTNERS,
  VISIT_WAYS,
  type VisitFeedback,
  type VisitPlan,
  type VisitWords,
} from './home-visit.schema';

/** A visit may be entered so many days late; holidays lie within. */
export const MAX_DAYS_LATE = 90;

/** A plan lies at most so far ahead: longer ones are forgotten. */
export const MAX_DAYS_AHEAD = 180;

type Whom = Pick<Student, '_id' | 'lastVisitOn'>;

/** Once a term (S1-88, S1-105). */
export const isVisited = (
  { lastVisitOn }: Pick<Whom, 'lastVisitOn'>,
  term: Pick<Term, 'startsOn'>,
): boolean => lastVisitOn !== null && lastVisitOn >= term.startsOn;

/** Open categories of the ledger whose students come first (S1-89): 学困, 留守, 特殊家庭. */
const FIRST_BY_KEY = new Set(['learningDifficulty']);
const FIRST_BY_LABEL = /学困|学习困难|留守|特殊家庭/;

/** The open categories by which students come first; sealed ones are never read for this. */
export const priorityKeys = (categories: readonly LedgerCategory[]): string[] =>
  categories
    .filter(
      ({ key, label, isOn, isSealed }) =>
        isOn && !isSealed && (FIRST_BY_KEY.has(key) || FIRST_BY_LABEL.test(label)),
    )
    .map(({ key }) => key);

/** The students who come first by an open category; the mark does not say which one it was. */
export function priorityIds(
  rows: Readonly<Record<string, readonly string[]>>,
  categories: readonly LedgerCategory[],
): Set<string> {
  return new Set(priorityKeys(categories).flatMap((key) => rows[key] ?? []));
}

/**
 * Who is next: not yet visited this term before visited; among them priority groups (S1-89), then
 * never visited, then the longest ago. Sorting is stable, so names keep their order.
 */
export function byNextVisit(
  term: Pick<Term, 'startsOn'>,
  priority: ReadonlySet<string>,
): (a: Whom, b: Whom) => number {
  const rank = (student: Whom) =>
    (isVisited(student, term) ? 2 : 0) + (priority.has(student._id) ? 0 : 1);
  return (a, b) => rank(a) - rank(b) || (a.lastVisitOn ?? '').localeCompare(b.lastVisitOn ?? '');
}

/** Why a visit cannot be of that day; null if it can. */
export function refusedVisitDay(visitedOn: Day, today: Day): string | null {
  if (visitedOn > today) return '家访的日期在今天之后。还没有去，请先存为计划。';
  if (visitedOn < addDays(today, -MAX_DAYS_LATE)) {
    return `只能补记最近 ${MAX_DAYS_LATE} 天的家访。`;
  }
  return null;
}

export function refusedPlanDay(plannedOn: Day, today: Day): string | null {
  if (plannedOn < today) return '计划的日期已经过去，请选今天或以后。';
  return plannedOn > addDays(today, MAX_DAYS_AHEAD) ? '计划的日期太远，请选半年以内。' : null;
}

export const feedbackDueOn = (visitedOn: Day, days = FEEDBACK_DAYS): Day =>
  addDays(visitedOn, days);

/** The moment a visit stands at in the student's file: noon of its day, unless entered that day. */
export const visitMoment = ({ visitedOn, createdAt }: { visitedOn: Day; createdAt: Date }): Date =>
  dayOf(createdAt) === visitedOn ? createdAt : new Date(`${visitedOn}T12:00:00+08:00`);

export const sayPartners = (partners: VisitPlan['partners']): string =>
  partners.map((partner) => VISIT_PARTNERS[partner]).join('、');

export const visitTitle = ({ way }: Pick<VisitWords, 'way'>): string =>
  way === null ? '家访' : `家访 · ${VISIT_WAYS[way]}`;

export const NO_VISIT_WORDS: VisitPlan & VisitWords & VisitFeedback = {
  reasons: [],
  plannedOn: null,
  partners: [],
  askAbout: '',
  way: null,
  visitedOn: null,
  met: [],
  learned: '',
  agreed: '',
  photos: [],
  effect: null,
  effectText: '',
  nextVisitId: null,
};

const WORDS = Object.keys(NO_VISIT_WORDS) as (keyof typeof NO_VISIT_WORDS)[];

/** The fields that people write, as an earlier wording keeps them. */
export const pickVisitWords = (from: typeof NO_VISIT_WORDS): typeof NO_VISIT_WORDS =>
  Object.fromEntries(WORDS.map((name) => [name, from[name]])) as unknown as typeof NO_VISIT_WORDS;

/** What changes with the visit's facts: whoever came along says so again, feedback is owed anew. */
export function visitFacts(
  before: Pick<HomeVisit, 'status' | 'companionId' | 'confirmedAt' | 'visitedOn' | 'dueOn'>,
  after: { companionId: string | null; visitedOn: Day },
  feedbackDays?: number,
): Pick<HomeVisit, 'status' | 'confirmedAt' | 'awaitsId' | 'dueOn'> {
  const isSame = before.companionId === after.companionId && before.visitedOn === after.visitedOn;
  const confirmedAt = isSame ? before.confirmedAt : null;
  const isClosed = before.status === 'closed';
  return {
    status: isClosed ? 'closed' : 'visited',
    confirmedAt,
    awaitsId: confirmedAt ? null : after.companionId,
    dueOn: isClosed ? null : feedbackDueOn(after.visitedOn, feedbackDays),
  };
}
