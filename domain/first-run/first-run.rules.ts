import type { Day } from '../calendar/day';
import {
  cohortOf,
  gradesOf,
  type SchoolClassIdentity,
  type StageSystem,
  sayGrade,
} from '../calendar/school-class';
import type { Term } from '../calendar/term';
import type { SchoolStructure, Stage } from '../school/structure.schema';

/** From mid-July on a school that begins means the year to come. */
const NEW_YEAR_FROM = '07-16';

/** The school year that a school set up on this day begins with. */
export const schoolYearFrom = (today: Day): number =>
  Number(today.slice(0, 4)) - (today.slice(5) < NEW_YEAR_FROM ? 1 : 0);

type TermDays = Pick<Term, 'half' | 'startsOn' | 'endsOn' | 'weekOneOn'>;

/** The two terms of a school year as most provinces have them; a school moves the days. */
export function usualTerms(schoolYear: number): TermDays[] {
  const [autumn, spring] = [`${schoolYear}-09-01`, `${schoolYear + 1}-02-24`];
  return [
    { half: 1, startsOn: autumn, endsOn: `${schoolYear + 1}-01-29`, weekOneOn: autumn },
    { half: 2, startsOn: spring, endsOn: `${schoolYear + 1}-07-10`, weekOneOn: spring },
  ];
}

export const termOf = (schoolYear: number, days: TermDays): Term => ({
  ...days,
  id: `${schoolYear}-${days.half}`,
  schoolYear,
});

/** The grades that a school of these stages has, lowest first. */
export const gradesOfStages = (stages: readonly Stage[], system: StageSystem): number[] =>
  (['primary', 'junior'] as const)
    .filter((stage) => stages.includes(stage))
    .flatMap((stage) => gradesOf(stage, system));

/** How many classes a grade has on a campus. */
export interface GradePlan {
  grade: number;
  /** Which of the campuses, from 0. */
  campus: number;
  classes: number;
}

interface PlannedGrades {
  stages: readonly Stage[];
  stageSystem: StageSystem;
  campuses: readonly string[];
  grades: readonly GradePlan[];
}

/** What is wrong with the classes of a plan, or null. */
export function sayGradesMissing(plan: PlannedGrades): string | null {
  const { stages, stageSystem, campuses, grades } = plan;
  const known = gradesOfStages(stages, stageSystem);
  const stray = grades.find(({ grade }) => !known.includes(grade));
  if (stray) return `这所学校没有${sayGrade(stray.grade)}，请检查学段和班级。`;
  if (grades.some(({ campus }) => campus >= campuses.length)) {
    return '有班级在已经去掉的校区里，请检查班级。';
  }
  const places = new Set(grades.map(({ grade, campus }) => `${grade} ${campus}`));
  if (places.size < grades.length) return '同一个年级写了两次，请检查班级。';
  return null;
}

/** A class to be stored, as far as a plan says. */
export interface PlannedClass extends SchoolClassIdentity {
  _id: string;
  divisionId: string;
}

export const campusIdOf = (schoolId: string, index: number): string =>
  `${schoolId}-campus${index + 1}`;

/** Those who entered a stage in the same year on the same campus: they move up together. */
export const divisionIdOf = (
  campusId: string,
  { stage, entryYear }: Pick<SchoolClassIdentity, 'stage' | 'entryYear'>,
): string => `${campusId}-${stage}${entryYear}`;

export const schoolClassIdOf = (
  schoolId: string,
  { stage, entryYear, number }: SchoolClassIdentity,
): string => `${schoolId}-${stage}${entryYear}-c${number}`;

/** Classes are numbered through the campuses: the second one goes on where the first ends. */
export function planClasses(
  schoolId: string,
  schoolYear: number,
  plan: PlannedGrades,
): { classes: PlannedClass[]; structure: Pick<SchoolStructure, 'campuses' | 'divisions'> } {
  const classes: PlannedClass[] = [];
  const divisions: SchoolStructure['divisions'] = [];
  const wanted = plan.grades
    .filter(({ classes: count }) => count > 0)
    .sort((a, b) => a.grade - b.grade || a.campus - b.campus);
  for (const { grade, campus, classes: count } of wanted) {
    const cohort = cohortOf(grade, schoolYear, plan.stageSystem);
    const campusId = campusIdOf(schoolId, campus);
    const divisionId = divisionIdOf(campusId, cohort);
    divisions.push({ id: divisionId, label: '', campusId });
    const before = classes.filter(
      ({ stage, entryYear }) => stage === cohort.stage && entryYear === cohort.entryYear,
    ).length;
    for (let number = before + 1; number <= before + count; number += 1) {
      const identity = { ...cohort, number };
      classes.push({ _id: schoolClassIdOf(schoolId, identity), divisionId, ...identity });
    }
  }
  const campuses = plan.campuses.map((label, index) => ({
    id: campusIdOf(schoolId, index),
    label,
  }));
  return { classes, structure: { campuses, divisions } };
}

/** 七年级 12 个班、八年级 10 个班. */
export function sayGrades(grades: readonly GradePlan[]): string {
  const counts = new Map<number, number>();
  for (const { grade, classes } of grades) counts.set(grade, (counts.get(grade) ?? 0) + classes);
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => a - b)
    .map(([grade, count]) => `${sayGrade(grade)} ${count} 个班`)
    .join('、');
}
