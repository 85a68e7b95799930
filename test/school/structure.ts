import type { SchoolStructure, Stage } from '../../domain/school/structure.schema';

/** One campus, and a division for each that the classes name. */
export function structureOf(
  schoolId: string,
  stages: Stage[],
  classes: readonly { divisionId: string }[],
): SchoolStructure {
  const campusId = `${schoolId}-campus1`;
  const divisionIds = [...new Set(classes.map(({ divisionId }) => divisionId))].sort();
  return {
    stages,
    campuses: [{ id: campusId, label: '本部' }],
    divisions: divisionIds.map((id) => ({ id, label: '', campusId })),
    officeNames: { studentAffairsOffice: '政教处', academicAffairsOffice: '教务处' },
  };
}
