import type { Term } from '../../../domain/calendar/term';
import { termLabel } from '../../../domain/calendar/term';
import { type LedgerHeader, ledgerHeader } from '../../../domain/class-ledger/class-ledger.rules';
import {
  type ClassLedger,
  LEDGER_FIELD_NAMES,
  LEDGER_FIELDS,
  type LedgerEntry,
} from '../../../domain/class-ledger/class-ledger.schema';
import type { LedgerCategory } from '../../../domain/school/ledger-category.schema';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import { type Book, form, label, listing, type Section, signatures, title, wide } from '../book';

export interface LedgerRecords {
  schoolName: string;
  classLabel: string;
  term: Term;
  schoolClass: SchoolClass;
  ledger: ClassLedger | null;
  roster: readonly Student[];
  entries: readonly LedgerEntry[];
  categories: readonly LedgerCategory[];
}

/** All that a book ever says of a sealed note. */
const SEALED_WORDS = '另有密封记录';

const nameOf = (studentId: string, roster: readonly Student[]): string =>
  roster.find(({ _id }) => _id === studentId)?.name ?? '已转走';

function categoryRow(
  { ledger, roster }: LedgerRecords,
  { key, label: text, isSealed }: LedgerCategory,
) {
  const sealed = ledger?.hasSealedCategories ? SEALED_WORDS : '';
  const names = (ledger?.categories[key] ?? []).map((studentId) => nameOf(studentId, roster));
  return [label(text), wide(isSealed ? sealed : names.join('、'), 7)];
}

/** The head of the form (S4-235 … S4-247): the class, its analysis and goal, a row a category. */
function classPage(records: LedgerRecords, header: LedgerHeader): Section {
  const { classLabel, term, schoolClass, ledger, categories } = records;
  const { students, boys, girls } = header;
  return {
    name: '班级',
    blocks: [
      title(`${classLabel}学情台账`, termLabel(term)),
      form(
        [5, 5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5],
        [
          [
            label('班主任'),
            schoolClass.homeroomTeacherName,
            label('学生'),
            `${students} 人`,
            label('男生'),
            `${boys} 人`,
            label('女生'),
            `${girls} 人`,
          ],
          [label('全班总体\n情况分析'), wide(ledger?.analysis ?? '', 7, 8)],
          [label('本学期\n培养目标'), wide(ledger?.goal ?? '', 7, 5)],
          ...categories
            .filter(({ isOn }) => isOn)
            .map((category) => categoryRow(records, category)),
        ],
      ),
      signatures('班主任', '包靠领导', '日期'),
    ],
  };
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'zh-CN');

/** A line a student (S4-206, S4-255), strengths first; what colleagues added stands beside it. */
function studentPages({ classLabel, term, entries, roster }: LedgerRecords): Section {
  const lines = entries
    .map((entry) => ({ entry, name: nameOf(entry.studentId, roster) }))
    .sort(byName);
  return {
    name: '学生',
    isLandscape: true,
    blocks: [
      title(`${classLabel}学生情况`, termLabel(term)),
      listing(
        [
          ['姓名', 3],
          ...LEDGER_FIELD_NAMES.map((field) => [LEDGER_FIELDS[field].label, 6] as const),
          ['家庭情况', 4],
          ['老师们的补充', 7],
        ],
        lines.map(({ entry, name }) => [
          name,
          ...LEDGER_FIELD_NAMES.map((field) => entry[field]),
          entry.hasSealedFamily ? SEALED_WORDS : '',
          entry.contributions.map(({ capacity, text }) => `${capacity}：${text}`).join('\n'),
        ]),
      ),
    ],
  };
}

/** The ledger of a class in the form of the source (S4-194, S4-235). */
export function classLedgerBook(records: LedgerRecords): Book {
  return {
    title: `${records.classLabel}学情台账`,
    owner: records.schoolName,
    sections: [classPage(records, ledgerHeader(records.roster)), studentPages(records)],
  };
}
