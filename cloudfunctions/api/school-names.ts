import type { SchoolClassIdentity } from '../../domain/calendar/school-class';
import { classLabel, gradeLabel } from '../../domain/calendar/school-class';
import { termAt } from '../../domain/calendar/term';
import type { SchoolClass } from '../../domain/school/roster.schema';
import type { GradeDivision } from '../../domain/school/structure.schema';
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

/** Every division as people call it: by its own name, else by its grade, with the campus if several. */
export function divisionLabelsOf(
  ctx: Pick<Caller, 'school' | 'today'>,
  classes: readonly SchoolClass[],
): Map<string, string> {
  const { structure, stageSystem } = ctx.school;
  const labelOf = ({ id, label, campusId }: GradeDivision): string => {
    const first = classes.find(({ divisionId }) => divisionId === id);
    const grade = first ? gradeLabel(first, schoolYearOf(ctx), stageSystem) : '没有班级的级部';
    const campus = structure.campuses.find((one) => one.id === campusId);
    return label || (structure.campuses.length > 1 ? `${campus?.label ?? ''}${grade}` : grade);
  };
  return new Map(structure.divisions.map((division) => [division.id, labelOf(division)]));
}
