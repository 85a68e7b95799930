import * as z from 'zod/mini';

/** Whose plan of a term: the class's, the division's, the school's (S4-205, S4-219, S4-265). */
export const PLAN_LEVELS = { class: '班级', division: '级部', school: '学校' } as const;
export type PlanLevel = keyof typeof PLAN_LEVELS;

/** One of them, as a form sends it. */
export const planLevel = () =>
  z.enum(Object.keys(PLAN_LEVELS) as [PlanLevel, ...PlanLevel[]], {
    error: '请选班级、级部或学校。',
  });
