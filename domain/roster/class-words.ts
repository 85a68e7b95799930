import { gradeOf, type SchoolClassIdentity, type StageSystem } from '../calendar/school-class';
import { packedCell, plainCell } from './cell-text';

/** What a school's class names are understood with. */
export interface ClassNames {
  classes: readonly (SchoolClassIdentity & { id: string })[];
  schoolYear: number;
  system: StageSystem;
}

/** 七(3) as 7 and 3; 2025级3班 as its entry year and 3; 3班 alone needs a grade from elsewhere. */
export interface ClassWords {
  grade: number | null;
  entryYear: number | null;
  number: number;
  /** Excel turned 7-3 into a day, or 7.10 into 7.1: what was written is no longer sure. */
  wasDay: boolean;
  isDecimal: boolean;
}

const ONES = '零一二三四五六七八九';

/** 三 → 3, 十二 → 12, 二十 → 20, 3 → 3; null for anything else. */
function numberOf(words: string): number | null {
  if (/^\d{1,2}$/.test(words)) return Number(words);
  const [, tens, ones] = /^(?:([二三四])?十)?([一二三四五六七八九])?$/.exec(words) ?? [];
  if (words === '' || (tens === undefined && ones === undefined && words !== '十')) return null;
  const ten = words.includes('十') ? (tens ? ONES.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? ONES.indexOf(ones) : 0);
}

const GRADE = '(初中?|小学?)?([一二三四五六七八九1-9])';
const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';

/** 七年级 → 7, 初一 → 7 (五四制: 6), 7 → 7, 2025级 → the grade of that entry year. */
function gradeFrom(prefix: string | undefined, word: string, system: StageSystem): number | null {
  const value = numberOf(word);
  if (value === null) return null;
  if (!prefix?.startsWith('初')) return value;
  return value + (system === '63' ? 6 : 5);
}

/** A class as somebody wrote it, or null if nothing of the kind stands there. */
export function readClassWords(cell: string, system: StageSystem): ClassWords | null {
  const words = packedCell(cell)
    .replace(/[（【[]/g, '(')
    .replace(/[）】\]]/g, ')');
  const of = (grade: number | null, entryYear: number | null, text: string | undefined) => {
    const number = numberOf(text ?? '');
    return number === null || number === 0
      ? null
      : { grade, entryYear, number, wasDay: false, isDecimal: false };
  };
  const day =
    /^\d{4}-(\d{2})-(\d{2})$/.exec(plainCell(cell)) ?? /^(\d{1,2})月(\d{1,2})日$/.exec(words);
  if (day) {
    const found = of(Number(day[1]), null, String(Number(day[2])));
    return found && found.grade !== null && found.grade <= 9 ? { ...found, wasDay: true } : null;
  }
  const byYear = new RegExp(`^(20\\d{2})级?(?:初中|小学)?\\(?${NUMBER}\\)?班?$`).exec(words);
  if (byYear) return of(null, Number(byYear[1]), byYear[2]);
  const three = /^([1-9])(\d{2})班?$/.exec(words);
  if (three) return of(Number(three[1]), null, three[2]);
  const dotted = new RegExp(`^${GRADE}[.．·-]${NUMBER}班?$`).exec(words);
  if (dotted) {
    const found = of(gradeFrom(dotted[1], dotted[2] ?? '', system), null, dotted[3]);
    return found && { ...found, isDecimal: /^[1-9]\.\d$/.test(words) };
  }
  const bracketed = new RegExp(`^${GRADE}(?:年级|级)?\\(${NUMBER}\\)班?$`).exec(words);
  const spelled = new RegExp(`^${GRADE}(?:年级|级)${NUMBER}班?$`).exec(words);
  const short = new RegExp(`^${GRADE}(\\d{1,2})班$`).exec(words);
  const full = bracketed ?? spelled ?? short;
  if (full) return of(gradeFrom(full[1], full[2] ?? '', system), null, full[3]);
  const alone = new RegExp(`^\\(?${NUMBER}\\)?班?$`).exec(words);
  return alone ? of(null, null, alone[1]) : null;
}

/** 年级 as a column of its own: 七年级, 初一, 7, 2025级. */
export function readGradeWords(
  cell: string,
  system: StageSystem,
): Pick<ClassWords, 'grade' | 'entryYear'> | null {
  const words = packedCell(cell);
  const byYear = /^(20\d{2})级?$/.exec(words);
  if (byYear) return { grade: null, entryYear: Number(byYear[1]) };
  const [, prefix, word] = new RegExp(`^${GRADE}(?:年级|级)?$`).exec(words) ?? [];
  const grade = word === undefined ? null : gradeFrom(prefix, word, system);
  return grade === null ? null : { grade, entryYear: null };
}

/** The classes that the words fit: one, if the school has exactly that one. */
export function classesOf(
  { grade, entryYear, number }: ClassWords,
  { classes, schoolYear, system }: ClassNames,
): string[] {
  return classes
    .filter((one) => one.number === number)
    .filter((one) => entryYear === null || one.entryYear === entryYear)
    .filter((one) => grade === null || gradeOf(one, schoolYear, system) === grade)
    .map(({ id }) => id);
}
