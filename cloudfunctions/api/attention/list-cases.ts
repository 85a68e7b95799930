import {
  CASE_PAGE,
  type ListAttentionCases,
} from '../../../domain/attention/attention-case.schema';
import { addDays } from '../../../domain/calendar/day';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { readCasesByReview, readDueCases } from './attention.store';
import { presentListedCase } from './attention-view';

/** Open cases within reach, by next review; a class narrows it and widens nothing. */
export async function listCases(ctx: Caller, asked: z.infer<typeof ListAttentionCases>) {
  const cases = await readCasesByReview(ctx.school._id, ctx.access.filter(), asked);
  const shown = cases.slice(0, CASE_PAGE);
  const last = cases.length > CASE_PAGE ? shown.at(-1) : undefined;
  return {
    cases: shown.map((found) => presentListedCase(ctx, found)),
    next: last?.reviewOn ? { at: last.reviewOn, id: last._id } : null,
    may: { assign: ctx.access.may('attentionCase.assign', { schoolId: ctx.school._id }) },
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
