import { classLabel } from '../../../domain/calendar/school-class';
import { termAt } from '../../../domain/calendar/term';
import { divisionLabels } from '../../../domain/school/division-labels';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { Maker } from '../document-kind';

/** The school year that class names in a file are of. */
export const schoolYearOf = ({ school, today }: Maker): number =>
  termAt(school.terms, today)?.schoolYear ?? Number(today.slice(0, 4));

/** What the school's class names are understood with. */
export const namesOf = (ctx: Maker, classes: readonly SchoolClass[]) => ({
  classes: classes.map(({ _id, entryYear, stage, number, divisionId }) => ({
    ...{ id: _id, entryYear, stage, number, divisionId },
  })),
  schoolYear: schoolYearOf(ctx),
  system: ctx.school.stageSystem,
});

/** Classes and divisions by id, as people call them. */
export const labelsOf = (ctx: Maker, classes: readonly SchoolClass[]): Map<string, string> => {
  const year = schoolYearOf(ctx);
  return new Map([
    ...classes.map((one) => [one._id, classLabel(one, year, ctx.school.stageSystem)] as const),
    ...divisionLabels(ctx.school, year, classes),
  ]);
};
