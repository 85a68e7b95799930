/**
 * A class is known by entry year, stage and number; its name changes every summer, so the name is
 * computed. Both 六三 (six years of primary school) and 五四 (five) exist.
 */
export interface SchoolClassIdentity {
  /** The calendar year in which the class entered the stage. */
  entryYear: number;
  stage: 'primary' | 'junior';
  /** 3 in 七年级(3)班. */
  number: number;
}

export type StageSystem = '63' | '54';

const GRADES = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

const firstGrade = (stage: SchoolClassIdentity['stage'], system: StageSystem): number => {
  if (stage === 'primary') return 1;
  return system === '63' ? 7 : 6;
};

const lastGrade = (stage: SchoolClassIdentity['stage'], system: StageSystem): number => {
  if (stage === 'junior') return 9;
  return system === '63' ? 6 : 5;
};

/** The grades of a stage, lowest first. */
export function gradesOf(stage: SchoolClassIdentity['stage'], system: StageSystem): number[] {
  const first = firstGrade(stage, system);
  return Array.from({ length: lastGrade(stage, system) - first + 1 }, (_, index) => first + index);
}

/** Who is in a grade in a school year: the stage and the year of entry. */
export function cohortOf(
  grade: number,
  schoolYear: number,
  system: StageSystem,
): Pick<SchoolClassIdentity, 'stage' | 'entryYear'> {
  const stage = grade >= firstGrade('junior', system) ? 'junior' : 'primary';
  return { stage, entryYear: schoolYear - (grade - firstGrade(stage, system)) };
}

/** 七年级. */
export const sayGrade = (grade: number): string => `${GRADES[grade - 1]}年级`;

/** 1 to 9, or null when the class has graduated or not yet entered. */
export function gradeOf(
  { entryYear, stage }: SchoolClassIdentity,
  schoolYear: number,
  system: StageSystem,
): number | null {
  const grade = firstGrade(stage, system) + schoolYear - entryYear;
  if (schoolYear < entryYear || grade > lastGrade(stage, system)) return null;
  return grade;
}

/** 七年级; classes that graduated are called by their entry year, 2020级. */
export function gradeLabel(
  identity: SchoolClassIdentity,
  schoolYear: number,
  system: StageSystem,
): string {
  const grade = gradeOf(identity, schoolYear, system);
  return grade === null ? `${identity.entryYear}级` : sayGrade(grade);
}

/** 七年级(3)班; a graduated class is called by its entry year, 2020级(3)班. */
export function classLabel(
  identity: SchoolClassIdentity,
  schoolYear: number,
  system: StageSystem,
): string {
  return `${gradeLabel(identity, schoolYear, system)}(${identity.number})班`;
}
