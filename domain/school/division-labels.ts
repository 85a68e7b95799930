import { gradeLabel } from '../calendar/school-class';
import type { SchoolClass } from './roster.schema';
import type { School } from './school.schema';
import type { GradeDivision } from './structure.schema';

/** Every division as people call it: by its own name, else by its grade, with the campus if several. */
export function divisionLabels(
  { structure, stageSystem }: Pick<School, 'structure' | 'stageSystem'>,
  schoolYear: number,
  classes: readonly SchoolClass[],
): Map<string, string> {
  const labelOf = ({ id, label, campusId }: GradeDivision): string => {
    const first = classes.find(({ divisionId }) => divisionId === id);
    const grade = first ? gradeLabel(first, schoolYear, stageSystem) : '没有班级的级部';
    const campus = structure.campuses.find((one) => one.id === campusId);
    return label || (structure.campuses.length > 1 ? `${campus?.label ?? ''}${grade}` : grade);
  };
  return new Map(structure.divisions.map((division) => [division.id, labelOf(division)]));
}
