import { guessFields, scoreOfHeader } from './guess-columns';
import { CHUNK_ROWS, ROSTER_FIELDS, type RosterField } from './roster-file';
import {
  guessStaffFields,
  STAFF_FIELDS,
  type StaffField,
  scoreOfStaffHeader,
} from './staff-columns';

/** What lists of people may be about. */
export const IMPORT_SUBJECTS = ['students', 'staff'] as const;
export type ImportSubject = (typeof IMPORT_SUBJECTS)[number];

export type ImportField = RosterField | StaffField;

/** How a file about one or the other is read: what its columns can be, and where its table begins. */
export interface ImportKind {
  /** What a column can be, in the order a person chooses from. */
  fields: Readonly<Record<string, string>>;
  guess(labels: readonly string[]): ImportField[];
  /** How surely a row is the header; 0 is no header. */
  score(cells: readonly string[]): number;
  /** The columns of which a row of the list fills one. */
  keys: readonly ImportField[];
  /** Rows that are applied together: a call stays within seconds. */
  chunkRows: number;
  noTable: string;
}

export const IMPORT_KINDS: Record<ImportSubject, ImportKind> = {
  students: {
    fields: ROSTER_FIELDS,
    guess: guessFields,
    score: scoreOfHeader,
    keys: ['name'],
    chunkRows: CHUNK_ROWS,
    noTable: '没有找到表头。花名册要有一行写着“姓名”“班级”这样的栏目名；也可以先下载空表，照着填。',
  },
  staff: {
    fields: STAFF_FIELDS,
    guess: guessStaffFields,
    score: scoreOfStaffHeader,
    keys: ['name', 'classes'],
    chunkRows: 40,
    noTable:
      '没有找到表头。老师的名单要有“姓名”和“职务”“学科”“班级”这样的栏目名；任课表要有“班级”和各学科的名称。也可以先下载空表，照着填。',
  },
};
