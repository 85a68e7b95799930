import type { SchoolClass, Sex } from '../school/roster.schema';
import { mergeGuardians } from './guardian-words';
import type { PlannedStudent, RosterWords, StudentBefore } from './roster-import.schema';

const MAX_CUSTOM = 30;

/** What a student is after a row: its words, and what stood there where the row says nothing. */
export function wordsAfter(
  before: RosterWords | null,
  planned: PlannedStudent,
  schoolClass: Pick<SchoolClass, '_id' | 'divisionId' | 'entryYear' | 'stage' | 'number'>,
): RosterWords {
  const { entryYear, stage, number } = schoolClass;
  const student: StudentBefore = {
    name: planned.name,
    sex: sexOf(planned, before),
    studentNumber: planned.studentNumber ?? before?.student.studentNumber ?? null,
    classId: schoolClass._id,
    classIdentity: { entryYear, stage, number },
    divisionId: schoolClass.divisionId,
  };
  const custom = { ...before?.custom, ...planned.custom };
  return {
    student,
    guardians: mergeGuardians(before?.guardians ?? [], planned.guardians),
    custom: Object.fromEntries(Object.entries(custom).slice(0, MAX_CUSTOM)),
  };
}

/** A new student's row without one was stopped when it was planned. */
function sexOf(planned: PlannedStudent, before: RosterWords | null): Sex {
  const sex = planned.sex ?? before?.student.sex;
  if (!sex) throw new Error(`row ${planned.at} makes a student of no sex`);
  return sex;
}

/** Whatever order the database gives the keys of an object in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const LABELS: Record<keyof StudentBefore, string> = {
  ...{ name: '姓名', sex: '性别', studentNumber: '学号' },
  ...{ classId: '班级', classIdentity: '班级', divisionId: '班级' },
};

/** What belongs together is taken back together. */
const PARTS: readonly (readonly (keyof StudentBefore)[])[] = [
  ['name'],
  ['sex'],
  ['studentNumber'],
  ['classId', 'classIdentity', 'divisionId'],
];

/**
 * What a student is after an import is taken back: what stands as the import left it goes back,
 * what somebody has changed since stays.
 *
 * @returns the words, and the labels of what stays
 */
export function wordsTakenBack(
  now: RosterWords,
  before: RosterWords,
  after: RosterWords,
): { words: RosterWords; kept: string[] } {
  const kept: string[] = [];
  const student: StudentBefore = { ...now.student };
  for (const part of PARTS) {
    const changed = part.some((key) => !isSame(before.student[key], after.student[key]));
    if (!changed) continue;
    if (part.every((key) => isSame(now.student[key], after.student[key]))) {
      Object.assign(student, Object.fromEntries(part.map((key) => [key, before.student[key]])));
    } else kept.push(LABELS[part[0] as keyof StudentBefore]);
  }
  const back = <K extends 'guardians' | 'custom'>(key: K, label: string): RosterWords[K] => {
    if (isSame(now[key], after[key])) return before[key];
    if (!isSame(before[key], after[key])) kept.push(label);
    return now[key];
  };
  return {
    words: { student, guardians: back('guardians', '家长'), custom: back('custom', '自定义栏') },
    kept,
  };
}
