import { calendarOf } from '../../../domain/calendar/school-calendar';
import { isTermOver, termLabel } from '../../../domain/calendar/term';
import { plannedByRules } from '../../../domain/term-plan/term-plan.rules';
import {
  ListTermPlans,
  ReviseTermPlan,
  SubmitTermPlan,
  TermPlanById,
} from '../../../domain/term-plan/term-plan.schema';
import { procedure, router } from '../procedure';
import { termOf } from '../terms';
import { presentPlan, reviseTermPlan, submitTermPlan } from './change-plan';
import { listTermPlans } from './list-term-plans';
import { readPlanPlace } from './plan-place';
import { readTermPlan } from './term-plan.store';

export const termPlanRouter = router({
  /** The plan, or what the school's rules would put into an empty one. */
  byId: procedure('termPlan.read')
    .input(TermPlanById)
    .query(async ({ ctx, input }) => {
      const { school, access, today } = ctx;
      const term = termOf(ctx, input.termId);
      const [place, plan] = await Promise.all([
        readPlanPlace(ctx, input, term),
        readTermPlan(term.id, input.placeId),
      ]);
      access.authorize(place?.subject ?? null);
      if (!place) throw new Error('authorized without a place');
      const calendar = calendarOf(school.calendar, school.terms);
      const isOpen = !isTermOver(term, today);
      return {
        label: place.placeLabel,
        term: { id: term.id, label: termLabel(term) },
        plan: plan && presentPlan(plan),
        suggested: plan
          ? []
          : plannedByRules(school.regulationHistory, term, calendar, input.level),
        may: {
          revise: isOpen && access.may('termPlan.revise', place.subject),
          submit: isOpen && access.may('termPlan.submit', place.subject),
          print: plan !== null && access.may('termPlan.export', place.subject),
        },
      };
    }),

  list: procedure('termPlan.read')
    .input(ListTermPlans)
    .query(({ ctx, input }) => listTermPlans(ctx, input)),

  revise: procedure('termPlan.revise')
    .input(ReviseTermPlan)
    .mutation(({ ctx, input }) => reviseTermPlan(ctx, input)),

  submit: procedure('termPlan.submit')
    .input(SubmitTermPlan)
    .mutation(({ ctx, input }) => submitTermPlan(ctx, input)),
});
