import type { Sex } from '../school/roster.schema';
import { digitsOf, isIdentityNumber, nameOf, packedCell, plainCell } from './cell-text';
import { type ClassWords, classesOf, readClassWords, readGradeWords } from './class-words';
import { readGuardianCells } from './read-guardian-cells';
import type { RosterField, StagedRow } from './roster-file';
import type { StudentWords } from './roster-import.schema';
import type { RowContext, Tell } from './row-context';

export type ReadStudent = StudentWords & { classId: string | null };

const SEXES: Readonly<Record<string, Sex>> = {
  ...{ 男: 'male', 男生: 'male', 男性: 'male', m: 'male', male: 'male', '1': 'male' },
  ...{ 女: 'female', 女生: 'female', 女性: 'female', f: 'female', female: 'female', '2': 'female' },
};

/** A row of the file as what it says of a student; whatever cannot be understood is told. */
export function readStudent(row: StagedRow, context: RowContext, tell: Tell): ReadStudent {
  const { mapping } = context;
  const at = (field: RosterField): number => mapping.indexOf(field);
  const cell = (field: RosterField): string => row.cells[at(field)] ?? '';
  const name = nameOf(cell('name'));
  if (name === '') tell(at('name'), '没有姓名。请填上姓名。', true);
  else if (/^[=+@-]/.test(name)) tell(at('name'), '姓名里像是公式。请改成文字。', true);
  else if (name.length > 40) tell(at('name'), '姓名太长。请只写姓名。', true);
  return {
    name: name.slice(0, 40),
    sex: readSex(cell('sex'), (text) => tell(at('sex'), text)),
    studentNumber: readNumber(cell('studentNumber'), (text, isStop) =>
      tell(at('studentNumber'), text, isStop),
    ),
    classId: readClass(row, context, (text, isStop) => tell(at('className'), text, isStop)),
    guardians: readGuardianCells(row, context, tell),
    custom: customOf(row, context, tell),
  };
}

type TellHere = (text: string, isStop?: boolean) => void;

function readSex(cell: string, tell: TellHere): Sex | null {
  const word = packedCell(cell).toLowerCase();
  if (word === '') return null;
  const sex = SEXES[word];
  if (!sex) tell(`看不懂“${cell}”。请写男或女。`);
  return sex ?? null;
}

function readNumber(cell: string, tell: TellHere): string | null {
  if (plainCell(cell) === '') return null;
  if (isIdentityNumber(cell)) {
    tell('这像是身份证号或学籍号，没有导入。这里用校内的学号就够了。');
    return null;
  }
  const digits = digitsOf(cell);
  if (digits === null) {
    tell('学号变成了科学计数法，后面几位已经丢了。请把这一列设为“文本”，重新填写。', true);
    return null;
  }
  if (/^[A-Za-z0-9-]{1,30}$/.test(digits)) return digits;
  tell(`看不懂学号“${cell}”。学号只能有数字、字母和短横线。`, true);
  return null;
}

/** By the cell, with a grade from its own column or the sheet; without a cell, by the sheet. */
function readClass(row: StagedRow, context: RowContext, tell: TellHere): string | null {
  const { mapping, names, sheets } = context;
  const hint = readClassWords(sheets[row.sheet]?.classHint ?? '', names.system);
  const cell = row.cells[mapping.indexOf('className')] ?? '';
  const gradeCell = row.cells[mapping.indexOf('grade')] ?? '';
  const written = cell === '' ? null : readClassWords(cell, names.system);
  if (cell !== '' && !written) {
    tell(`看不懂班级“${cell}”。可以写成 七(3)、七年级3班 或 2025级3班。`, true);
    return null;
  }
  const grade = gradeCell === '' ? null : readGradeWords(gradeCell, names.system);
  // The name of a sheet is text: no spreadsheet takes a zero from its end.
  const base = written ?? (hint && { ...hint, isDecimal: false });
  if (!base) {
    tell('没有写班级。请填上班级，或者把表名改成班级。', true);
    return null;
  }
  const words = withGrade(base, grade ?? hint);
  if (words.grade === null && words.entryYear === null) {
    tell(`“${cell}”没有写年级。请写成 七(${words.number}) 这样。`, true);
    return null;
  }
  return oneClass(words, cell || (sheets[row.sheet]?.classHint ?? ''), context, tell);
}

const withGrade = (
  words: ClassWords,
  from: Pick<ClassWords, 'grade' | 'entryYear'> | null,
): ClassWords =>
  words.grade === null && words.entryYear === null && from
    ? { ...words, grade: from.grade, entryYear: from.entryYear }
    : words;

function oneClass(
  words: ClassWords,
  cell: string,
  { names, hasLongDecimals }: RowContext,
  tell: TellHere,
): string | null {
  const found = classesOf(words, names);
  const [classId] = found;
  if (classId === undefined || found.length > 1) {
    tell(`学校里没有“${cell}”这个班。请改正，或者先在学校设定里建班。`, true);
    return null;
  }
  const tenth = classesOf({ ...words, number: words.number * 10 }, names);
  if (words.isDecimal && !hasLongDecimals && tenth.length === 1) {
    const [one, ten] = [words.number, words.number * 10];
    tell(
      `“${cell}”可能是 ${one} 班，也可能是 ${ten} 班（表格会去掉小数末尾的 0）。请写成 ${words.grade}年级${one}班 这样。`,
      true,
    );
    return null;
  }
  if (words.wasDay)
    tell(
      `“${cell}”原来应当是班级，被表格改成了日期；按 ${words.grade}年级${words.number}班 导入。`,
    );
  return classId;
}

function customOf(row: StagedRow, { mapping, columns }: RowContext, tell: Tell) {
  const custom: Record<string, string> = {};
  for (const [index, { label }] of columns.entries()) {
    const cell = plainCell(row.cells[index] ?? '');
    if (mapping[index] !== 'keep' || cell === '') continue;
    if (isIdentityNumber(cell)) tell(index, '这像是身份证号，没有导入。');
    else if (digitsOf(cell) === null) tell(index, '变成了科学计数法，没有导入。');
    // A label becomes a key of a stored object.
    else custom[keyOf(label)] = cell.slice(0, 100);
  }
  return custom;
}

/** A database reads dots and dollars in keys as paths and commands. */
const keyOf = (label: string): string => label.replace(/[.$]/g, '·').replace(/^__/, '· ');
