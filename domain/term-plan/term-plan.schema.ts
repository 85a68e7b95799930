import * as z from 'zod/mini';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';
import { type PlanLevel, planLevel } from '../school/plan-level';

/** One line of the plan: 第3周, and what is held or looked at then. */
export interface PlanRow {
  when: string;
  what: string;
}

/** What people write in a plan: goals, measures, and what comes when (S4-265). */
export interface PlanWords {
  goals: string;
  measures: string;
  rows: PlanRow[];
}

/** The plan of a place's consultations in a term. Filed, it is what the office keeps. */
export interface TermPlan extends Stored, PlanWords {
  level: PlanLevel;
  termId: string;
  placeId: string;
  placeLabel: string;
  classId: string | null;
  divisionId: string | null;
  /** When it was filed as it stands; null while it is written, and again once it is changed. */
  filedAt: Date | null;
  filedByName: string | null;
  lastWriteId: string;
}

export const termPlanIdOf = (termId: string, placeId: string): string => `${termId}~${placeId}`;

export const MAX_PLAN_ROWS = 30;
export const MAX_PLAN_WORDS = 1000;

const of = {
  level: planLevel(),
  placeId: id('班级、级部或学校'),
};
const edit = { ...of, termId: id('学期'), rev: revision(), writeId: writeId() };

/** Without a term: the term of today. */
export const TermPlanById = z.strictObject({ ...of, termId: z.optional(id('学期')) });

export const ReviseTermPlan = z.strictObject({
  ...edit,
  goals: text('目标', MAX_PLAN_WORDS),
  measures: text('措施', MAX_PLAN_WORDS),
  rows: z
    .array(z.strictObject({ when: requiredText('时间', 20), what: text('内容', 100) }))
    .check(z.maxLength(MAX_PLAN_ROWS, { error: `最多安排 ${MAX_PLAN_ROWS} 行。` })),
});

export const SubmitTermPlan = z.strictObject(edit);

/** Without a term: the term of today. */
export const ListTermPlans = z.strictObject({ termId: z.optional(id('学期')) });
