import * as z from 'zod/mini';
import { id, revision, type Stored, text, writeId } from '../schema';
import { categoryRows } from '../school/ledger-category.schema';

/** The ledger of a class and term (S4-194): one document, its lines are `LedgerEntry`. */
export interface ClassLedger extends Stored {
  classId: string;
  divisionId: string;
  termId: string;
  /** 全班总体情况分析 (S4-236). */
  analysis: string;
  /** 本学期培养目标 (S4-237). */
  goal: string;
  /** Rows that are not sealed: category key → students. Sealed rows live in a sealed note. */
  categories: Record<string, string[]>;
  hasSealedCategories: boolean;
  /** The term whose lines stand here, greyed, until the teacher confirms each. */
  copiedFromTermId: string | null;
  /** Lines that the homeroom teacher has written this term; counted when one is first written. */
  writtenLines: number;
  lastWriteId: string;
}

/** The parts of a student's line, in the order of the screen: strengths first (S4-206, S4-255). */
export const LEDGER_FIELDS = {
  strengths: { label: '优点', hint: '先写这名学生的长处，具体的一件事最好。' },
  weaknesses: { label: '需要帮助的地方', hint: '写看到的事实和需要的帮助。' },
  personality: { label: '个性特点', hint: '与人相处、情绪、习惯。' },
  interests: { label: '兴趣爱好', hint: '喜欢做什么，在哪里有劲头。' },
  study: { label: '学习情况', hint: '态度、方法、习惯、进步。' },
  thinking: { label: '思想实际', hint: '近来在想什么、在意什么。' },
} as const;

export type LedgerField = keyof typeof LEDGER_FIELDS;
export const LEDGER_FIELD_NAMES = Object.keys(LEDGER_FIELDS) as LedgerField[];
export type LedgerFields = Record<LedgerField, string>;

export const MAX_FIELD = 300;
export const MAX_CONTRIBUTIONS = 20;

/** What a subject teacher or mentor knows of a student this term: one line a person (S4-295). */
export interface LedgerContribution {
  memberId: string;
  name: string;
  /** As what they wrote it: 导师, or the subject. */
  capacity: string;
  text: string;
  at: Date;
}

/** A student's line of a term. The family part is sealed and lives apart. */
export interface LedgerEntry extends Stored, LedgerFields {
  studentId: string;
  classId: string;
  divisionId: string;
  termId: string;
  hasSealedFamily: boolean;
  contributions: LedgerContribution[];
  lastWriteId: string;
}

export const ledgerIdOf = (termId: string, classId: string): string => `${termId}~${classId}`;
export const entryIdOf = (termId: string, studentId: string): string => `${termId}~${studentId}`;

const ledgerKey = { classId: id('班级'), termId: id('学期') };
const entryKey = { studentId: id('学生'), termId: id('学期') };

/** Without a term: the term of today. */
export const ClassLedgerById = z.strictObject({
  classId: id('班级'),
  termId: z.optional(id('学期')),
});

export const LedgerEntryById = z.strictObject({
  studentId: id('学生'),
  termId: z.optional(id('学期')),
});

/** Begin the ledger of a term, empty or over the lines of the term before. */
export const RecordClassLedger = z.strictObject({
  ...ledgerKey,
  writeId: writeId(),
  copiesLastTerm: z.boolean(),
});

export const ReviseClassLedger = z.strictObject({
  ...ledgerKey,
  rev: revision(),
  writeId: writeId(),
  analysis: text('全班总体情况分析', 2000),
  goal: text('本学期培养目标', 1000),
  categories: categoryRows(),
});

const fieldSchemas = Object.fromEntries(
  LEDGER_FIELD_NAMES.map((field) => [field, text(LEDGER_FIELDS[field].label, MAX_FIELD)]),
) as Record<LedgerField, ReturnType<typeof text>>;

export const ReviseLedgerEntry = z.strictObject({
  ...entryKey,
  rev: revision(),
  writeId: writeId(),
  ...fieldSchemas,
});

export const RecordLedgerContribution = z.strictObject({
  ...entryKey,
  writeId: writeId(),
  /** Empty takes one's own line back. */
  text: text('补充', 200),
});

export const ListLedgerRevisions = z.strictObject({ ...entryKey });
export const REVISION_PAGE = 20;
