import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import type { SchoolClassIdentity } from '../calendar/school-class';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';
import type { Sex } from '../school/roster.schema';
import {
  IMPORT_KINDS,
  IMPORT_SUBJECTS,
  type ImportField,
  type ImportSubject,
} from './import-subject';
import {
  MAX_COLUMNS,
  type RosterColumn,
  type RosterProblem,
  type StagedRow,
  type StagedSheet,
} from './roster-file';
import type { PlannedStaff } from './staff-import.schema';

/** How a parent or somebody else can be reached. */
export interface GuardianContact {
  name: string;
  relation: string;
  phone: string;
}

/** What the file says of a student; empty cells say nothing. */
export interface StudentWords {
  name: string;
  sex: Sex | null;
  studentNumber: string | null;
  guardians: GuardianContact[];
  custom: Record<string, string>;
}

export interface PlannedStudent extends StudentWords {
  /** A row's place in the whole import, from 0: its deed is done once, whoever sends it again. */
  at: number;
  deed: 'create' | 'update';
  studentId: string;
  classId: string;
}

export type RosterImportState =
  | 'staged'
  | 'checked'
  | 'applying'
  | 'applied'
  | 'undoing'
  | 'undone';

export interface RosterCounts {
  create: number;
  update: number;
  /** Rows that are left out. */
  stop: number;
  problems: number;
}

/** One file on its way in. Its rows lie in chunks of their own. */
export interface RosterImport extends Stored {
  /** Left out: students. */
  subject?: ImportSubject;
  fileName: string;
  state: RosterImportState;
  sheets: StagedSheet[];
  columns: RosterColumn[];
  /** What was seen in the file as a whole: a hidden sheet, formulas. */
  remarks: string[];
  /** By column. */
  mapping: ImportField[];
  /** Whether a student found in another class moves. */
  movesStudents: boolean;
  rows: number;
  chunks: number;
  counts: RosterCounts | null;
  /** The check whose plan stands in the chunks. */
  planId: string | null;
  problemPages: number;
  /** Chunks applied, or taken back, so far. */
  done: number;
  result: RosterResult;
  /** Somebody's call works on it until then; a killed call is waited for no longer. */
  workingUntil: Date | null;
  appliedAt: Date | null;
  /** The day on which its rows were deleted: nothing can be done with it any more. */
  clearedOn?: Day | null;
  lastWriteId: string;
}

export interface RosterResult {
  created: number;
  updated: number;
  same: number;
  takenBack: number;
  /** Who was left as they are when the import was undone, with the reason; the first of them. */
  left: { name: string; why: string }[];
  leftCount: number;
}

export const NO_RESULT: RosterResult = {
  ...{ created: 0, updated: 0, same: 0, takenBack: 0 },
  ...{ left: [], leftCount: 0 },
};

export interface RosterImportChunk {
  _id: string;
  schemaVersion: number;
  schoolId: string;
  importId: string;
  chunk: number;
  rows: StagedRow[];
  /** The check that planned them; an import applies only what its own check has planned. */
  planId: string | null;
  students: PlannedStudent[];
  staff?: PlannedStaff[];
}

export interface RosterProblemPage {
  _id: string;
  schemaVersion: number;
  schoolId: string;
  importId: string;
  page: number;
  problems: RosterProblem[];
}

export const chunkIdOf = (importId: string, chunk: number): string =>
  `${importId}~${String(chunk).padStart(3, '0')}`;

/** The fields of a student that an import may set, as they were before it. */
export interface StudentBefore {
  name: string;
  sex: Sex;
  studentNumber: string | null;
  classId: string;
  classIdentity: SchoolClassIdentity;
  divisionId: string;
}

/** The office's words about a student, apart from the student's own document: phones are in it. */
export interface RosterRecord extends Stored {
  guardians: GuardianContact[];
  custom: Record<string, string>;
  /** The import that last changed it: enough to apply it once, and to take it back. */
  imported: RosterStamp | null;
}

/** All that an import may set of a student. */
export interface RosterWords {
  student: StudentBefore;
  guardians: GuardianContact[];
  custom: Record<string, string>;
}

export interface RosterStamp {
  importId: string;
  /** null for a student that the import brought. */
  before: RosterWords | null;
  after: RosterWords;
}

export const subjectOf = ({ subject }: Pick<RosterImport, 'subject'>): ImportSubject =>
  subject ?? 'students';

/** Where the phone puts the file: its own school's folder, under a name nobody can guess. */
export const uploadPathOf = (schoolId: string, importId: string, isCsv: boolean): string =>
  `roster-imports/${schoolId}/${importId}.${isCsv ? 'csv' : 'xlsx'}`;

const importId = () =>
  z
    .string({ error: '缺少导入的编号，请返回上一页再进来。' })
    .check(z.regex(/^[A-Za-z0-9]{16,40}$/, { error: '导入的编号不对，请返回上一页再进来。' }));

export const PlanRosterImport = z.strictObject({
  importId: importId(),
  subject: z.optional(z.enum(IMPORT_SUBJECTS, { error: '不认识这种名单，请返回重新选择。' })),
  fileId: z
    .string({ error: '没有收到文件，请重新选择。' })
    .check(z.maxLength(400, { error: '没有收到文件，请重新选择。' })),
  fileName: requiredText('文件名', 200),
});

const UNKNOWN_FIELD = '有一列的用途不认识，请重新选择。';
const FIELDS = Object.values(IMPORT_KINDS).flatMap(({ fields }) => Object.keys(fields));
const field = z.enum(FIELDS as ImportField[], { error: UNKNOWN_FIELD });

export const ReviseRosterImport = z.strictObject({
  importId: importId(),
  rev: revision(),
  writeId: writeId(),
  mapping: z
    .array(field, { error: '请给每一列选一个用途。' })
    .check(z.maxLength(MAX_COLUMNS, { error: `最多 ${MAX_COLUMNS} 列。` })),
  movesStudents: z.boolean({ error: '请说明要不要转班。' }),
});

/** The next chunk; what is done already is not done again. */
export const StepRosterImport = z.strictObject({ importId: importId() });

const page = () =>
  z
    .int({ error: '没有这一页。' })
    .check(z.gte(0, { error: '没有这一页。' }), z.lte(500, { error: '没有这一页。' }));

export const RosterImportById = z.strictObject({ importId: importId() });
export const ListRosterProblems = z.strictObject({
  importId: importId(),
  page: page(),
});
/** Of the plan of a file about staff: who, as what. */
export const ListStaffPlans = z.strictObject({ importId: importId(), page: page() });
export const ListRosterImports = z.strictObject({
  before: z.optional(z.strictObject({ id: id('导入'), at: z.iso.datetime() })),
});

/** Without classes: everybody in reach. */
export const ExportRoster = z.strictObject({
  classId: z.optional(id('班级')),
  /** Whole phone numbers only with a reason. */
  reason: z.optional(text('原因', 100)),
});
