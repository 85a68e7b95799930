import type { InvitedPosting } from '../access/invited-posting';
import { gradeOf, sayGrade } from '../calendar/school-class';
import type { NamedOffice } from '../school/structure.schema';
import { digitsOf, isIdentityNumber, nameOf, packedCell, plainCell } from './cell-text';
import { type ClassNames, type ClassWords, classesOf, readGradeWords } from './class-words';
import type { ImportField } from './import-subject';
import { readClasses, readDuties, type SaidDuty } from './read-duties';
import type { RosterColumn, StagedRow } from './roster-file';
import type { Tell } from './row-context';
import type { StaffField } from './staff-columns';
import { subjectOfHeading } from './subject-words';

interface StaffClassNames extends Omit<ClassNames, 'classes'> {
  classes: readonly (ClassNames['classes'][number] & { divisionId: string })[];
}

/** The school that a file is understood with. */
export interface StaffContext {
  columns: readonly RosterColumn[];
  mapping: readonly ImportField[];
  names: StaffClassNames;
  /** As this school calls its offices. */
  officeNames: Record<NamedOffice, string>;
}

/** Somebody whom a row names, with what it says of them. */
export interface StaffMention {
  /** Their place in the row: its column, and which name of the cell. */
  column: number;
  nth: number;
  name: string;
  phone: string | null;
  staffNumber: string | null;
  postings: InvitedPosting[];
  /** A line of its own in a list; in a table of who teaches what, only a name in a cell. */
  isListed: boolean;
}

const MAX_NAME = 20;

/** Who is named in a row, whether it is a line about a person or the line of a class. */
export function readStaffRow(row: StagedRow, context: StaffContext, tell: Tell): StaffMention[] {
  const reader = readerOf(row, context, tell);
  const nameAt = context.mapping.indexOf('name');
  const name = nameOf(row.cells[nameAt] ?? '');
  return name === '' ? reader.classLine() : reader.person(name, nameAt);
}

function readerOf(row: StagedRow, context: StaffContext, tell: Tell) {
  const { mapping, columns, names } = context;
  const { system } = names;
  const columnsOf = (field: StaffField) =>
    mapping.flatMap((one, index) => (one === field ? [index] : []));
  const cellAt = (index: number): string => canonical(row.cells[index] ?? '', context);
  const cell = (field: StaffField): string => cellAt(mapping.indexOf(field));
  const rowGrade = readGradeWords(cell('grade'), system)?.grade ?? null;

  /** The classes behind the words; whatever the school does not have is told and left out. */
  const idsOf = (words: readonly ClassWords[], column: number): string[] =>
    words.flatMap((one) => {
      if (one.grade === null && one.entryYear === null) {
        tell(column, `“${one.number}班”没有写年级。请写成 七(${one.number}) 这样。`, true);
        return [];
      }
      const [id, another] = classesOf(one, names);
      if (id !== undefined && another === undefined) return [id];
      tell(
        column,
        `学校里没有“${sayClassWords(one)}”这个班，这一项没有导入。请改正，或者先在“学校和班级”里增加。`,
        true,
      );
      return [];
    });

  const postingOf = (duty: SaidDuty, column: number): InvitedPosting[] => {
    const { role, subject } = duty;
    const posting: InvitedPosting = { role, subject, classIds: [], divisionIds: [] };
    const grades = duty.grades.length > 0 || rowGrade === null ? duty.grades : [rowGrade];
    const ofGrades = names.classes.filter((one) =>
      grades.includes(gradeOf(one, names.schoolYear, system) ?? 0),
    );
    if (role === 'divisionHead') {
      const divisionIds = [...new Set(ofGrades.map(({ divisionId }) => divisionId))];
      if (divisionIds.length > 0) return [{ ...posting, divisionIds }];
      tell(column, '级部主任没有写是哪个年级。请写成 七年级级部主任 这样。', true);
      return [];
    }
    if (role !== 'homeroomTeacher' && role !== 'subjectTeacher') return [posting];
    const what = role === 'homeroomTeacher' ? '班主任' : subject;
    if (duty.classes.length === 0 && role === 'subjectTeacher' && duty.grades.length > 0) {
      tell(column, `“${what}”没有写哪个班，按${duty.grades.map(sayGrade).join('、')}的全部班级。`);
      return ofGrades.length > 0 ? [{ ...posting, classIds: ofGrades.map(({ id }) => id) }] : [];
    }
    if (duty.classes.length === 0) {
      tell(column, `“${what}”没有写哪个班，这一项没有导入。请写成 七(3)${what} 这样。`, true);
      return [];
    }
    const classIds = [...new Set(idsOf(duty.classes, column))];
    return classIds.length > 0 ? [{ ...posting, classIds }] : [];
  };

  const person = (name: string, column: number): StaffMention[] => {
    if (!isName(name)) {
      tell(column, `看不懂姓名“${name.slice(0, MAX_NAME)}”。请只写姓名。`, true);
      return [];
    }
    const classesAt = mapping.indexOf('classes');
    const classes = readClasses(cellAt(classesAt), { system, grade: rowGrade });
    const around = { system, classes, grade: rowGrade };
    const said: [SaidDuty, number][] = [];
    for (const index of columnsOf('duties')) {
      const { duties, unread } = readDuties(cellAt(index), around);
      said.push(...duties.map((duty) => [duty, index] as [SaidDuty, number]));
      const words = unread.filter((word) => word.length > 1);
      if (words.length > 0) tell(index, `“${words.join('、')}”没有用上：这里没有这样的身份。`);
    }
    for (const index of columnsOf('homeroom')) {
      const own = readClasses(cellAt(index), { system, grade: rowGrade });
      const isYes = /^(是|√|✓|有|1)$/.test(packedCell(cellAt(index)));
      if (own.length > 0 || isYes) {
        const duty = { role: 'homeroomTeacher', subject: '', grades: [] } as const;
        said.push([{ ...duty, grades: [], classes: isYes ? classes : own }, index]);
      }
    }
    for (const index of columnsOf('subject')) {
      const { duties } = readDuties(cellAt(index), around);
      said.push(...duties.map((duty) => [duty, index] as [SaidDuty, number]));
    }
    return [
      {
        ...{ column, nth: 0, name, isListed: true },
        phone: readPhone(cell('phone'), (text) => tell(mapping.indexOf('phone'), text)),
        staffNumber: readNumber(cell('staffNumber'), (text) =>
          tell(mapping.indexOf('staffNumber'), text),
        ),
        postings: said.flatMap(([duty, index]) => postingOf(duty, index)),
      },
    ];
  };

  /** The line of a class: under each subject who teaches it. */
  const classLine = (): StaffMention[] => {
    const classesAt = mapping.indexOf('classes');
    const words = readClasses(cellAt(classesAt), { system, grade: rowGrade });
    const [first, more] = words;
    const named = [...columnsOf('homeroom'), ...columnsOf('teacher')].filter(
      (index) => cellAt(index) !== '',
    );
    if (named.length === 0) return [];
    if (!first || more) {
      tell(classesAt, '没有写清是哪个班，这一行没有导入。请写成 七(3) 这样。', true);
      return [];
    }
    const classIds = idsOf([first], classesAt);
    if (classIds.length === 0) return [];
    return named.flatMap((column) => {
      const isHomeroom = mapping[column] === 'homeroom';
      const label = plainCell(columns[column]?.label ?? '');
      const posting: InvitedPosting = {
        role: isHomeroom ? 'homeroomTeacher' : 'subjectTeacher',
        subject: isHomeroom ? '' : (subjectOfHeading(packedCell(label)) ?? label.slice(0, 10)),
        classIds,
        divisionIds: [],
      };
      return namesIn(cellAt(column)).flatMap((name, nth): StaffMention[] => {
        if (!isName(name)) {
          tell(column, `看不懂“${name.slice(0, MAX_NAME)}”是谁，没有导入。请只写姓名。`, true);
          return [];
        }
        const nothing = { phone: null, staffNumber: null, isListed: false };
        return [{ ...nothing, column, nth, name, postings: [posting] }];
      });
    });
  };

  return { person, classLine };
}

/** An office under this school's own name, as everybody calls it. */
function canonical(cell: string, { officeNames }: StaffContext): string {
  const { studentAffairsOffice, academicAffairsOffice } = officeNames;
  return cell
    .replaceAll(studentAffairsOffice, '政教处')
    .replaceAll(academicAffairsOffice, '教务处');
}

const isName = (name: string): boolean =>
  name.length <= MAX_NAME && /^[\p{L}][\p{L}\p{M}·•. ]*$/u.test(name);

/** One name or several: 李雷/韩梅, 李雷、韩梅(代); 王 芳 is one. */
function namesIn(cell: string): string[] {
  const text = plainCell(cell).replace(/\([^)]*\)/g, '');
  const parts = text.split(/[、/,;|\n]+/).map(nameOf);
  return parts.filter((name) => name !== '' && !/^[-—无]+$/.test(name));
}

export const sayClassWords = ({ grade, entryYear, number }: ClassWords): string =>
  `${grade === null ? `${entryYear}级` : sayGrade(grade)}(${number})班`;

function readPhone(cell: string, tell: (text: string) => void): string | null {
  const digits = digitsOf(plainCell(cell).replace(/[\s-]|^\+?86(?=1\d{10}$)/g, ''));
  if (digits === '') return null;
  if (digits !== null && /^1\d{10}$/.test(digits)) return digits;
  tell(
    isIdentityNumber(cell)
      ? '这像是身份证号，没有导入。'
      : '手机号的位数不对，没有导入。请写 11 位的手机号，并把这一列设为“文本”。',
  );
  return null;
}

function readNumber(cell: string, tell: (text: string) => void): string | null {
  const digits = digitsOf(cell);
  if (digits === '') return null;
  if (digits !== null && !isIdentityNumber(cell) && /^[A-Za-z0-9-]{1,20}$/.test(digits)) {
    return digits;
  }
  tell('看不懂这个工号，没有导入。工号只能有数字、字母和短横线。');
  return null;
}
