import { gradeLabel } from '../../../domain/calendar/school-class';
import { regulationAt } from '../../../domain/regulation/regulation';
import type { SubjectCounts } from '../../../domain/regulation/say-cadence';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { School } from '../../../domain/school/school.schema';
import type { Caller } from '../procedure';
import { readClasses } from '../roster.store';
import { schoolYearOf } from '../school-names';

/** What duties amount to is said with these: every class, student and division of a part. */
const countsOf = (label: string, classes: readonly SchoolClass[]): SubjectCounts => {
  const students = classes.reduce((sum, { studentCount }) => sum + studentCount, 0);
  return {
    label,
    school: 1,
    division: new Set(classes.map(({ divisionId }) => divisionId)).size,
    class: classes.length,
    student: students,
    mentee: students,
    child: students,
    self: 1,
  };
};

/** The same of each grade, lowest first: the classes come in the order of the roster. */
function gradesOf(ctx: Caller, classes: readonly SchoolClass[]): SubjectCounts[] {
  const grades = new Map<string, SchoolClass[]>();
  for (const one of classes) {
    const label = gradeLabel(one, schoolYearOf(ctx), ctx.school.stageSystem);
    grades.set(label, [...(grades.get(label) ?? []), one]);
  }
  return [...grades].map(([label, ofGrade]) => countsOf(label, ofGrade));
}

/** The rules as they stand, and the change that is still to come; also the answer to a stale edit. */
export function presentRegulation({ today }: Pick<Caller, 'today'>, school: School) {
  const current = regulationAt(school.regulationHistory, today);
  const next = school.regulationHistory.find(({ effectiveOn }) => effectiveOn > today) ?? null;
  return { rev: school.rev, current, next };
}

export async function regulationById(ctx: Caller) {
  const { school, member, access } = ctx;
  access.authorize({ schoolId: school._id, memberId: member._id });
  const classes = await readClasses(school._id, 'everything');
  return {
    ...presentRegulation(ctx, school),
    counts: countsOf('全校', classes),
    grades: gradesOf(ctx, classes),
    may: { revise: access.may('regulation.revise', { schoolId: school._id }) },
  };
}
