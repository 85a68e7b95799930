import type { z } from '../../../domain/schema';
import type { ListTermPlans } from '../../../domain/term-plan/term-plan.schema';
import type { Caller } from '../procedure';
import { readClasses } from '../roster.store';
import { termOf } from '../terms';
import { type PlanPlace, placeOfClass, placeOfDivision, placeOfSchool } from './plan-place';
import { readTermPlans } from './term-plan.store';

/** Every place within reach that plans, the school first, and whether its plan is filed. */
export async function listTermPlans(ctx: Caller, input: z.infer<typeof ListTermPlans>) {
  const { school, access } = ctx;
  const term = termOf(ctx, input.termId);
  const [classes, plans] = await Promise.all([
    readClasses(school._id, access.filter()),
    readTermPlans(school._id, term.id),
  ]);
  const firsts = new Map(classes.map((one) => [one.divisionId, one]));
  const places: PlanPlace[] = [
    placeOfSchool(ctx),
    ...[...firsts.values()].map((one) => placeOfDivision(ctx, one, term)),
    ...classes.map((one) => placeOfClass(ctx, one, term)),
  ].filter(({ subject }) => access.may('termPlan.read', subject));
  return {
    term: { id: term.id },
    places: places.map(({ level, placeId, placeLabel, subject }) => {
      const plan = plans.find((one) => one.placeId === placeId);
      return {
        level,
        placeId,
        label: placeLabel,
        isWritten: plan !== undefined,
        filedAt: plan?.filedAt ?? null,
        byName: plan?.filedByName ?? plan?.updatedByName ?? null,
        may: { revise: access.may('termPlan.revise', subject) },
      };
    }),
  };
}
