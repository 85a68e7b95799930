import type { SchoolClassIdentity } from '../../domain/calendar/school-class';
import { classLabel } from '../../domain/calendar/school-class';
import { termAt } from '../../domain/calendar/term';
import { divisionLabel, divisionLabels } from '../../domain/school/division-labels';
import type { SchoolClass } from '../../domain/school/roster.schema';
import type { Caller } from './procedure';

/** The school year that names are computed for; before the first term, the calendar's. */
export function schoolYearOf({ school, today }: Pick<Caller, 'school' | 'today'>): number {
  return termAt(school.terms, today)?.schoolYear ?? Number(today.slice(0, 4));
}

export const classLabelOf = (
  ctx: Pick<Caller, 'school' | 'today'>,
  identity: SchoolClassIdentity,
  schoolYear = schoolYearOf(ctx),
): string => classLabel(identity, schoolYear, ctx.school.stageSystem);

/** Every division as people call it. */
export const divisionLabelsOf = (
  ctx: Pick<Caller, 'school' | 'today'>,
  classes: readonly SchoolClass[],
): Map<string, string> => divisionLabels(ctx.school, schoolYearOf(ctx), classes);

/** A division as people call it, by one of its classes. */
export const divisionLabelOf = (
  ctx: Pick<Caller, 'school' | 'today'>,
  one: SchoolClass,
  schoolYear = schoolYearOf(ctx),
): string => divisionLabel(ctx.school, schoolYear, one);
