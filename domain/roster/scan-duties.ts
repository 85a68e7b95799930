import type { Role } from '../access/roles';
import type { StageSystem } from '../calendar/school-class';
import { plainCell } from './cell-text';
import { type ClassWords, readClassWords, readGradeWords } from './class-words';
import { subjectAt } from './subject-words';

/** A piece of what somebody wrote about a person's work. */
export type DutyToken =
  | { kind: 'class'; words: ClassWords }
  | { kind: 'grade'; grade: number }
  | { kind: 'role'; role: Role }
  | { kind: 'subject'; subject: string }
  | { kind: 'end' };

export interface ScannedDuties {
  tokens: DutyToken[];
  /** Words that say something that is not kept here: 备课组长. */
  unread: string[];
}

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** 七(3)班, 七年级3班, 7.3, 703班, 2025级3班. */
const CLASS = new RegExp(
  `^(?:20\\d{2}级?(?:初中|小学)?|(?:初中?|小学?)?[一二三四五六七八九1-9](?:年级|级)?)[.·-]?(?:\\(${NUMBER}\\)|\\d{1,2}|[一二三四五六七八九十]{1,3}(?=班))班?(?!主任)`,
);
/** 七3班主任: the class ends before 班主任. */
const CLASS_OF_HEAD = new RegExp(CLASS.source.replace('班?(?!主任)', '(?=班主任)'));
const NEXT = /^[、,和及与.]?(?:\((\d{1,2})\)|(\d{1,2})(?![(.·年级\d-]))(?:班(?!主任))?/;
const RANGE = /^班?[-~—–至到]\(?(\d{1,2})\)?(?:班(?!主任))?/;
const ALONE = /^(?:\((\d{1,2})\)(?:班(?!主任))?|(\d{1,2})班(?!主任))/;
const GRADE = /^((?:初中?|小学?)?[一二三四五六七八九1-9])(?:年级|级(?=部|长|主任)|(?<=初.)(?!\())/;

/** What is written for a role; null is known, and not kept here. The first that fits. */
const ROLE_WORDS: readonly (readonly [RegExp, Role | null])[] = [
  [/^(副班主任|备课组长|教研组长|学科组长|课程组长|助理班主任|见习班主任)/, null],
  [/^班主任/, 'homeroomTeacher'],
  [/^(年级主任|年级组长|年级长|级部主任|级部长|级主任|级长|级组长|部主任)/, 'divisionHead'],
  [/^(副校长|校长助理|副书记|(党支部|支部|党委|总支)?书记|校领导|校级领导|工会主席)/, 'leader'],
  [/^校长/, 'principal'],
  [/^心理(健康)?(教育)?(专职|兼职)?(教师|老师|辅导员?|辅导教师|咨询师?)/, 'counsellor'],
  [/^(成长|全员)?导师/, 'mentor'],
  [/^(政教|德育|学生发展|学生)(处|中心)(副主任|主任|干事|副处长|处长)?/, 'studentAffairsOffice'],
  [/^(政教|德育)(副主任|主任|干事)/, 'studentAffairsOffice'],
  [/^(教务|教导|课程教学|教学)(处|中心)(副主任|主任|干事|副处长|处长)?/, 'academicAffairsOffice'],
  [/^(教务|教导)(副主任|主任|干事)/, 'academicAffairsOffice'],
];

const FILLER =
  /^(任教|任课|科任|担任|兼任|教师|老师|学科|教学|班级|各班|全部|教|兼|任|课|的|[^\p{L}\p{N}])/u;

const split = (text: string): string =>
  plainCell(text.replace(/\r?\n/g, ';'))
    .replace(/[【[]/g, '(')
    .replace(/[】\]]/g, ')')
    .replace(/(?<=\d)\s+(?=\d)/g, '、')
    .replace(/\s+/g, '');

/** What a cell such as “七年级(3)班 班主任；七(3)(4)数学” says, piece by piece. */
export function scanDuties(cell: string, system: StageSystem): ScannedDuties {
  const text = split(cell);
  const tokens: DutyToken[] = [];
  const unread: string[] = [];
  let at = 0;
  /** Where the last word nobody knows ended: its letters belong together. */
  let unreadEnd = -1;
  while (at < text.length) {
    const rest = text.slice(at);
    const found = classesAt(rest, tokens, system) ?? wordAt(rest, tokens, system);
    if (found) {
      tokens.push(...found.tokens);
      if (found.unread) unread.push(found.unread);
      at += found.length;
      continue;
    }
    const [filler] = FILLER.exec(rest) ?? [];
    if (filler) {
      at += filler.length;
      continue;
    }
    const letter = rest.slice(0, 1);
    if (unreadEnd === at) unread.push(`${unread.pop() ?? ''}${letter}`);
    else unread.push(letter);
    at += 1;
    unreadEnd = at;
  }
  return { tokens, unread };
}

interface Found {
  tokens: DutyToken[];
  length: number;
  unread?: string;
}

/** A class, or another number of the grade that was just said: 七(3)(4), 七3、4班, 七(1)-(4). */
function classesAt(rest: string, before: readonly DutyToken[], system: StageSystem): Found | null {
  const last = before.at(-1);
  if (last?.kind === 'class') {
    const range = RANGE.exec(rest);
    const next = NEXT.exec(rest);
    const [from, to] = [last.words.number, Number(range?.[1] ?? 0)];
    if (range && to > from) {
      const numbers = Array.from({ length: to - from }, (_, index) => from + 1 + index);
      return {
        tokens: numbers.map((number) => ({ kind: 'class', words: { ...last.words, number } })),
        length: range[0].length,
      };
    }
    if (next) {
      const number = Number(next[1] ?? next[2]);
      return {
        tokens: [{ kind: 'class', words: { ...last.words, number } }],
        length: next[0].length,
      };
    }
  }
  const alone = ALONE.exec(rest);
  if (alone) {
    const words = { grade: null, entryYear: null, wasDay: false, isDecimal: false };
    return {
      tokens: [{ kind: 'class', words: { ...words, number: Number(alone[1] ?? alone[2]) } }],
      length: alone[0].length,
    };
  }
  const [whole] = CLASS.exec(rest) ?? CLASS_OF_HEAD.exec(rest) ?? [];
  const words = whole
    ? (readClassWords(whole, system) ?? readClassWords(`${whole}班`, system))
    : null;
  return whole && words
    ? { tokens: [{ kind: 'class', words: { ...words, isDecimal: false } }], length: whole.length }
    : null;
}

function wordAt(rest: string, before: readonly DutyToken[], system: StageSystem): Found | null {
  if (/^[;。]/.test(rest)) return { tokens: [{ kind: 'end' }], length: 1 };
  const gradeWords = GRADE.exec(rest);
  const grade = gradeWords && readGradeWords(gradeWords[1] ?? '', system)?.grade;
  if (gradeWords && grade) {
    return { tokens: [{ kind: 'grade', grade }], length: gradeWords[0].length };
  }
  const [headOfGrade] = (before.at(-1)?.kind === 'grade' && /^部?(主任|组长|长)/.exec(rest)) || [];
  if (headOfGrade) {
    return { tokens: [{ kind: 'role', role: 'divisionHead' }], length: headOfGrade.length };
  }
  for (const [pattern, role] of ROLE_WORDS) {
    const [word] = pattern.exec(rest) ?? [];
    if (!word) continue;
    return role === null
      ? { tokens: [], length: word.length, unread: word }
      : { tokens: [{ kind: 'role', role }], length: word.length };
  }
  const subject = subjectAt(rest);
  return (
    subject && {
      tokens: [{ kind: 'subject', subject: subject.subject }],
      length: subject.length,
    }
  );
}
