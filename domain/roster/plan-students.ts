import { MAX_CLASS_SIZE, type Sex } from '../school/roster.schema';
import { packedCell } from './cell-text';
import { type ReadStudent, readStudent } from './read-student';
import type { RosterColumn, RosterProblem, StagedRow, StagedSheet } from './roster-file';
import type { PlannedStudent, RosterCounts } from './roster-import.schema';
import type { RowContext, Tell } from './row-context';

/** A student whom the school knows already. */
export interface KnownStudent {
  id: string;
  name: string;
  sex: Sex;
  classId: string;
  studentNumber: string | null;
  status: 'enrolled' | 'left';
}

export interface PlanContext extends Omit<RowContext, 'hasLongDecimals'> {
  importId: string;
  known: readonly KnownStudent[];
  movesStudents: boolean;
  labelOf(classId: string): string;
}

export interface StudentPlan {
  students: PlannedStudent[];
  problems: RosterProblem[];
  counts: RosterCounts;
}

/** Where a thing stands, as a person finds it in the file. */
export function sayWhere(
  sheets: readonly StagedSheet[],
  columns: readonly RosterColumn[],
  { sheet, row }: Pick<StagedRow, 'sheet' | 'row'>,
  column: number | null,
): string {
  const where = sheets[sheet];
  const name = sheets.length > 1 && where ? `${where.name}，` : '';
  const letter = column === null || column < 0 ? '' : (where?.letters[column] ?? '');
  if (column === null || letter === '') return `${name}第 ${row} 行`;
  return `${name}第 ${row} 行 ${letter} 列“${columns[column]?.label ?? ''}”`;
}

/**
 * What each row of a file would do, and what somebody should look at first. Rows are matched by
 * student number, then by name and class; a row that is not sure is left out with a sentence.
 */
export function planStudents(rows: readonly StagedRow[], context: PlanContext): StudentPlan {
  const students: PlannedStudent[] = [];
  const problems: RosterProblem[] = [];
  let stopped = 0;
  const matcher = matcherOf(context);
  const classColumn = context.mapping.indexOf('className');
  const rowContext: RowContext = {
    ...context,
    hasLongDecimals: rows.some(({ cells }) =>
      /^\d\.\d{2}$/.test(packedCell(cells[classColumn] ?? '')),
    ),
  };
  for (const [at, row] of rows.entries()) {
    let isStopped = false;
    const tell = (column: number | null, text: string, isStop = false) => {
      isStopped ||= isStop;
      problems.push({
        where: sayWhere(context.sheets, context.columns, row, column),
        text,
        isStop,
      });
    };
    const read = readStudent(row, rowContext, tell);
    const planned = isStopped || read.classId === null ? null : matcher(read, row, at, tell);
    if (planned && !isStopped) students.push(planned);
    else stopped += 1;
  }
  const create = students.filter(({ deed }) => deed === 'create').length;
  return {
    students,
    problems,
    counts: {
      create,
      update: students.length - create,
      stop: stopped,
      problems: problems.length,
    },
  };
}

const placeOf = (classId: string, name: string): string => `${classId}\n${name}`;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** Knows the school and the rows before, and says of each row whom it is about. */
function matcherOf(context: PlanContext) {
  const { known, importId, labelOf } = context;
  const enrolled = known.filter(({ status }) => status === 'enrolled');
  const byNumber = groupBy(known, ({ studentNumber }) => studentNumber);
  const byPlace = groupBy(enrolled, ({ classId, name }) => placeOf(classId, name));
  const byName = groupBy(enrolled, ({ name }) => name);
  const sizes = new Map<string, number>();
  for (const { classId } of enrolled) sizes.set(classId, (sizes.get(classId) ?? 0) + 1);
  /** Rows of this file, by number, by class and name, and by the student they are about. */
  const taken = new Map<string, { row: StagedRow; name: string }>();
  const numberColumn = context.mapping.indexOf('studentNumber');
  const nameColumn = context.mapping.indexOf('name');
  const where = (row: StagedRow) => sayWhere(context.sheets, context.columns, row, null);

  function refuseTaken(key: string, row: StagedRow, name: string, tell: Tell): boolean {
    const before = taken.get(key);
    if (!before) {
      taken.set(key, { row, name });
      return false;
    }
    const isSame = before.name === name;
    if (isSame)
      tell(
        nameColumn,
        `和${where(before.row)}是同一个学生，只导入前面那一行。如果是同名的两个人，请填上学号。`,
        true,
      );
    else
      tell(
        numberColumn,
        `学号和${where(before.row)}的“${before.name}”一样。请核对两个人的学号，这一行没有导入。`,
        true,
      );
    return true;
  }

  function find(read: ReadStudent & { classId: string }, tell: Tell): KnownStudent | 'none' | null {
    const { studentNumber, name, classId } = read;
    const numbered = studentNumber === null ? [] : (byNumber.get(studentNumber) ?? []);
    const [same] = numbered;
    if (same && same.name !== name) {
      tell(
        numberColumn,
        `学号 ${studentNumber} 在学校里是“${same.name}”，表里是“${name}”。请核对，这一行没有导入。`,
        true,
      );
      return null;
    }
    if (same && same.status === 'left') {
      tell(nameColumn, `“${name}”已经离校。回来上学请先在学生档案里恢复，这一行没有导入。`, true);
      return null;
    }
    if (same) return same;
    const here = byPlace.get(placeOf(classId, name)) ?? [];
    if (here.length > 1) {
      tell(
        nameColumn,
        `${labelOf(classId)}有 ${here.length} 个“${name}”。请填上学号，这一行没有导入。`,
        true,
      );
      return null;
    }
    const [one] = here;
    if (one && studentNumber !== null && one.studentNumber !== null) {
      tell(
        numberColumn,
        `${labelOf(classId)}的“${name}”学号是 ${one.studentNumber}，表里是 ${studentNumber}。请核对，这一行没有导入。`,
        true,
      );
      return null;
    }
    if (one) return one;
    const elsewhere = (byName.get(name) ?? []).filter((other) => other.classId !== classId);
    const [namesake] = elsewhere;
    if (namesake && studentNumber === null) {
      tell(
        nameColumn,
        `${labelOf(namesake.classId)}也有一个“${name}”，这里按新学生导入。如果是同一个人，请填上学号。`,
      );
    }
    return 'none';
  }

  return (read: ReadStudent, row: StagedRow, at: number, tell: Tell): PlannedStudent | null => {
    const { classId } = read;
    if (classId === null) return null;
    const number = read.studentNumber;
    const key = number === null ? placeOf(classId, read.name) : `#${number}`;
    if (refuseTaken(key, row, read.name, tell)) return null;
    const found = find({ ...read, classId }, tell);
    if (found === null) return null;
    const words = { ...read, at, classId };
    if (found === 'none') {
      if (read.sex === null) {
        tell(context.mapping.indexOf('sex'), '新学生要有性别。请填男或女。', true);
        return null;
      }
      if (!fits(classId, sizes)) {
        tell(
          nameColumn,
          `${labelOf(classId)}已经有 ${MAX_CLASS_SIZE} 人，装不下了。请检查班级。`,
          true,
        );
        return null;
      }
      return { ...words, deed: 'create', studentId: `${importId}-${at}` };
    }
    if (refuseTaken(`@${found.id}`, row, read.name, tell)) return null;
    if (found.classId !== classId && !mayMove(found, classId, context, tell)) return null;
    return { ...words, deed: 'update', studentId: found.id };
  };
}

function fits(classId: string, sizes: Map<string, number>): boolean {
  const size = (sizes.get(classId) ?? 0) + 1;
  sizes.set(classId, size);
  return size <= MAX_CLASS_SIZE;
}

function mayMove(
  found: KnownStudent,
  classId: string,
  { movesStudents, labelOf, mapping }: PlanContext,
  tell: Tell,
): boolean {
  const [from, to] = [labelOf(found.classId), labelOf(classId)];
  const text = movesStudents
    ? `“${found.name}”从${from}转到${to}。`
    : `“${found.name}”在${from}，表里是${to}。要转班请打开“同时转班”，这一行没有导入。`;
  tell(mapping.indexOf('className'), text, !movesStudents);
  return movesStudents;
}
