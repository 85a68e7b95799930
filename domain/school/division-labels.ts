import { gradeLabel } from '../calendar/school-class';
import type { SchoolClass } from './roster.schema';
import type { School } from './school.schema';
import type { GradeDivision } from './structure.schema';

type Named = Pick<School, 'structure' | 'stageSystem'>;

/** The campus of a division, where there are several: two of them have the same grades. */
export function campusLabel({ structure }: Pick<School, 'structure'>, divisionId: string): string {
  const { campuses, divisions } = structure;
  if (campuses.length < 2) return '';
  const division = divisions.find(({ id }) => id === divisionId);
  return campuses.find(({ id }) => id === division?.campusId)?.label ?? '';
}

/** A division as people call it, by one of its classes: its own name, else campus and grade. */
export function divisionLabel(school: Named, schoolYear: number, one: SchoolClass): string {
  const own = school.structure.divisions.find(({ id }) => id === one.divisionId)?.label;
  const grade = gradeLabel(one, schoolYear, school.stageSystem);
  return own || `${campusLabel(school, one.divisionId)}${grade}`;
}

/** Every division as people call it; those without a class too. */
export function divisionLabels(
  school: Named,
  schoolYear: number,
  classes: readonly SchoolClass[],
): Map<string, string> {
  const labelOf = ({ id, label }: GradeDivision): string => {
    const first = classes.find(({ divisionId }) => divisionId === id);
    if (first) return divisionLabel(school, schoolYear, first);
    return label || `${campusLabel(school, id)}没有班级的级部`;
  };
  return new Map(school.structure.divisions.map((one) => [one.id, labelOf(one)]));
}
