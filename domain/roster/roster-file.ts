/** What a column of a file can be. */
export const ROSTER_FIELDS = {
  name: '姓名',
  sex: '性别',
  studentNumber: '学号',
  grade: '年级',
  className: '班级',
  guardian: '家长（可写几个人）',
  guardianPhone: '家长电话',
  guardianRelation: '家长与学生的关系',
  father: '父亲',
  fatherPhone: '父亲电话',
  mother: '母亲',
  motherPhone: '母亲电话',
  keep: '保留为自定义栏',
  skip: '不导入',
} as const;

export type RosterField = keyof typeof ROSTER_FIELDS;

/** The file itself: what a phone sends, and what a function holds in its memory. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;
export const MAX_ROWS = 6_000;
export const MAX_COLUMNS = 60;
export const MAX_CELL = 200;
/** Rows that are read, checked, applied and undone together: a call stays within seconds. */
export const CHUNK_ROWS = 200;
/** Problems of one page on the phone. */
export const PROBLEM_PAGE = 40;

/** A row as it stood in the file, its cells in the order of the import's columns. */
export interface StagedRow {
  /** Which sheet, by its place in the import. */
  sheet: number;
  /** As Excel counts, from 1. */
  row: number;
  cells: string[];
}

export interface StagedSheet {
  name: string;
  rows: number;
  /** Where each column of the import stands in this sheet (`C`), empty where it does not. */
  letters: string[];
  /** A class that the sheet's name or its title names; for rows that name none. */
  classHint: string;
}

export interface RosterColumn {
  label: string;
  /** The first few words found in it, shown so that a person can tell what it is. */
  samples: string[];
}

/** One thing that somebody should look at. */
export interface RosterProblem {
  /** Where: 七(3) 第 5 行 C 列“电话”. */
  where: string;
  /** What is wrong and what to do. */
  text: string;
  /** A row that is stopped is left out; a note is only said. */
  isStop: boolean;
}
