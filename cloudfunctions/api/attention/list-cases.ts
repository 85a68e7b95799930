import {
  CASE_PAGE,
  type ListAttentionCases,
} from '../../../domain/attention/attention-case.schema';
import {
  type AttentionSettings,
  listAt,
  standingSettings,
} from '../../../domain/attention/attention-category.schema';
import type { AttentionCount } from '../../../domain/attention/attention-count';
import { addDays } from '../../../domain/calendar/day';
import { termAt } from '../../../domain/calendar/term';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import {
  readAttentionCount,
  readAttentionSettings,
  readCasesByReview,
  readDueCases,
} from './attention.store';
import { presentListedCase } from './attention-view';

/** How many students are in each group now, and were when the school year began (S4-284). */
function presentCounts(
  { today, school }: Caller,
  count: AttentionCount | null,
  settings: AttentionSettings | null,
) {
  const { categories } = listAt(standingSettings(settings).lists, today);
  const schoolYear = termAt(school.terms, today)?.schoolYear;
  const year = count?.years.find((one) => one.schoolYear === schoolYear);
  return {
    countedOn: year?.on ?? null,
    groups: categories.map(({ key, label }) => ({
      key,
      label,
      now: count?.open[key] ?? 0,
      atStart: year ? (year.counts[key] ?? 0) : null,
    })),
  };
}

/** Open cases within reach, by next review; a class narrows it and widens nothing. */
export async function listCases(ctx: Caller, asked: z.infer<typeof ListAttentionCases>) {
  const schoolId = ctx.school._id;
  const mayAssign = ctx.access.may('attentionCase.assign', { schoolId });
  const wantsCounts = mayAssign && !asked.before;
  const [cases, count, settings] = await Promise.all([
    readCasesByReview(schoolId, ctx.access.filter(), asked),
    wantsCounts ? readAttentionCount(schoolId) : null,
    wantsCounts ? readAttentionSettings(schoolId) : null,
  ]);
  const shown = cases.slice(0, CASE_PAGE);
  const last = cases.length > CASE_PAGE ? shown.at(-1) : undefined;
  return {
    cases: shown.map((found) => presentListedCase(ctx, found)),
    next: last?.reviewOn ? { at: last.reviewOn, id: last._id } : null,
    /** Figures for those who plan help; of nobody else's business, and never a name. */
    counts: wantsCounts ? presentCounts(ctx, count, settings) : null,
    may: { assign: mayAssign },
  };
}

/** A review comes into view so many days before its day. */
const DAYS_AHEAD = 2;

/** Reviews that one owes: of one's own class (S4-275), and of students one stands for. */
export async function listCaseDuties(ctx: Caller) {
  const { school, member, today } = ctx;
  ctx.access.authorize({ schoolId: school._id, memberId: member._id });
  const postings = member.postings.filter(({ schoolId }) => schoolId === school._id);
  const classIds = postings.flatMap(({ role, classIds: ids }) =>
    role === 'homeroomTeacher' ? (ids ?? []) : [],
  );
  const mayStand = postings.some(({ role }) => role === 'leader' || role === 'principal');
  const until = addDays(today, DAYS_AHEAD);
  const [ofClasses, sponsored] = await Promise.all([
    readDueCases(school._id, { classIds }, until),
    mayStand ? readDueCases(school._id, { sponsorId: member._id }, until) : [],
  ]);
  const all = new Map([...ofClasses, ...sponsored].map((found) => [found._id, found]));
  return { due: [...all.values()].map((found) => presentListedCase(ctx, found)) };
}
