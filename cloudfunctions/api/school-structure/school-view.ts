import { cohortOf, gradeOf, gradesOf, sayGrade } from '../../../domain/calendar/school-class';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { Caller } from '../procedure';
import { classLabelOf, divisionLabelsOf, schoolYearOf } from '../school-names';

/** The grades to which a class can be added: those that are here, and those that come next summer. */
function presentCohorts(ctx: Caller) {
  const { structure, stageSystem } = ctx.school;
  const schoolYear = schoolYearOf(ctx);
  return structure.stages.flatMap((stage) => {
    const grades = gradesOf(stage, stageSystem);
    const here = grades.map((grade) => ({
      ...cohortOf(grade, schoolYear, stageSystem),
      label: sayGrade(grade),
    }));
    const first = grades[0] ?? 1;
    const next = cohortOf(first, schoolYear + 1, stageSystem);
    return [...here, { ...next, label: `明年的${sayGrade(first)}` }];
  });
}

/** The school as its office sees it: what things are called, and every class. */
export function presentSchool(ctx: Caller, classes: readonly SchoolClass[]) {
  const { rev, name, stageSystem, structure } = ctx.school;
  const divisionLabels = divisionLabelsOf(ctx, classes);
  const schoolYear = schoolYearOf(ctx);
  const graduated = (one: SchoolClass) =>
    one.entryYear < schoolYear && gradeOf(one, schoolYear, stageSystem) === null;
  return {
    rev,
    name,
    officeNames: structure.officeNames,
    campuses: structure.campuses,
    cohorts: presentCohorts(ctx),
    divisions: structure.divisions
      .filter(({ id }) =>
        classes.some((one) => one.divisionId === id && !one.closedOn && !graduated(one)),
      )
      .map(({ id, label, campusId }) => ({
        id,
        ownLabel: label,
        label: divisionLabels.get(id) ?? '',
        campusId,
      })),
    classes: classes
      .filter((one) => !graduated(one))
      .map((one) => ({
        id: one._id,
        label: classLabelOf(ctx, one),
        divisionId: one.divisionId,
        homeroomTeacher: one.homeroomTeacherName,
        students: one.studentCount,
        isClosed: one.closedOn !== undefined && one.closedOn !== null,
      })),
  };
}
