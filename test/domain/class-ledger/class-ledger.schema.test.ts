import { NO_FIELDS } from '../../../domain/class-ledger/class-ledger.rules';
import {
  ClassLedgerById,
  entryIdOf,
  LEDGER_FIELD_NAMES,
  LEDGER_FIELDS,
  LedgerEntryById,
  ledgerIdOf,
  MAX_FIELD,
  RecordClassLedger,
  RecordLedgerContribution,
  ReviseClassLedger,
  ReviseLedgerEntry,
} from '../../../domain/class-ledger/class-ledger.schema';
import { MAX_CLASS_SIZE } from '../../../domain/school/roster.schema';
import { but, sentences } from '../sentences';

const write = { termId: '2026-1', writeId: 'a1B2c3D4e5F6g7H8' };
const line = { ...write, studentId: 's1', rev: 0, ...NO_FIELDS };
const head = { ...write, classId: 'c1', rev: 0, analysis: '', goal: '', categories: {} };

describe('a line', () => {
  test('strengths come first on the screen and family is not among the open parts (S4-206, S4-255)', () => {
    expect(LEDGER_FIELD_NAMES).toEqual([
      'strengths',
      'weaknesses',
      'personality',
      'interests',
      'study',
      'thinking',
    ]);
  });

  test('an empty line may be saved: a draft is not a fault', () => {
    expect(sentences(ReviseLedgerEntry, line)).toEqual({});
  });

  test.each(LEDGER_FIELD_NAMES)(
    '%s holds at most 300 characters and says so by its name',
    (field) => {
      const { label } = LEDGER_FIELDS[field];
      expect(sentences(ReviseLedgerEntry, but(line, { [field]: '好'.repeat(MAX_FIELD) }))).toEqual(
        {},
      );
      expect(sentences(ReviseLedgerEntry, but(line, { [field]: '好'.repeat(301) }))).toEqual({
        [field]: `“${label}”最多 300 字，现在 301 字，请精简后再保存。`,
      });
    },
  );

  test('every fault is told at once, each beside its field', () => {
    const faults = sentences(ReviseLedgerEntry, but(line, { strengths: 1, study: null, rev: -1 }));
    expect(Object.keys(faults).sort()).toEqual(['rev', 'strengths', 'study']);
  });

  test('a part that is missing is a fault, so that an old phone empties nothing', () => {
    const { thinking: _, ...older } = line;
    expect(sentences(ReviseLedgerEntry, older)).toEqual({ thinking: '“思想实际”应当是文字。' });
  });

  test('the family part cannot be slipped into the open line', () => {
    expect(sentences(ReviseLedgerEntry, but(line, { family: '离异' }))).toEqual({
      '': '多出了不认识的内容：family。请更新小程序后再试。',
    });
  });

  test('neither can the server’s own marks', () => {
    const forged = but(line, { schoolId: 'other', updatedBy: 'principal', contributions: [] });
    expect(sentences(ReviseLedgerEntry, forged)['']).toContain(
      'schoolId、updatedBy、contributions',
    );
  });
});

describe('the head of the ledger', () => {
  test('analysis and goal have their own limits (S4-236, S4-237)', () => {
    expect(sentences(ReviseClassLedger, but(head, { analysis: '好'.repeat(2001) }))).toEqual({
      analysis: '“全班总体情况分析”最多 2000 字，现在 2001 字，请精简后再保存。',
    });
    expect(sentences(ReviseClassLedger, but(head, { goal: '好'.repeat(1001) }))).toEqual({
      goal: '“本学期培养目标”最多 1000 字，现在 1001 字，请精简后再保存。',
    });
  });

  test('a category row holds at most the largest class, and nobody twice', () => {
    const crowd = Array.from({ length: MAX_CLASS_SIZE + 1 }, (_, i) => `s${i}`);
    expect(sentences(ReviseClassLedger, but(head, { categories: { talent: crowd } }))).toEqual({
      'categories.talent': `“学生”最多 ${MAX_CLASS_SIZE} 人。`,
    });
    expect(
      sentences(ReviseClassLedger, but(head, { categories: { talent: ['s1', 's1'] } })),
    ).toEqual({ 'categories.talent': '“学生”里有人重复了，请去掉重复的。' });
  });

  test('there are at most 20 rows', () => {
    const rows = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`row${i}`, []]));
    expect(sentences(ReviseClassLedger, but(head, { categories: rows }))).toEqual({
      categories: '最多 20 个类别。',
    });
  });

  test.each(['__proto__', 'constructor'])('a row cannot be called %s', (key) => {
    const categories = JSON.parse(`{"${key}": ["s1"]}`);
    const parsed = ReviseClassLedger.safeParse({ ...head, categories });
    // Either refused, or dropped; never a row.
    expect(Object.keys(parsed.data?.categories ?? {})).toEqual([]);
  });

  test('copying is asked for or not, never left open', () => {
    const record = { ...write, classId: 'c1' };
    expect(sentences(RecordClassLedger, { ...record, copiesLastTerm: true })).toEqual({});
    expect(Object.keys(sentences(RecordClassLedger, record))).toEqual(['copiesLastTerm']);
    expect(Object.keys(sentences(RecordClassLedger, { ...record, copiesLastTerm: 1 }))).toEqual([
      'copiesLastTerm',
    ]);
  });
});

describe('a contribution', () => {
  test('it is one line of at most 200 characters (S4-295)', () => {
    const contribution = { ...write, studentId: 's1', text: '好'.repeat(200) };
    expect(sentences(RecordLedgerContribution, contribution)).toEqual({});
    expect(
      sentences(RecordLedgerContribution, but(contribution, { text: '好'.repeat(201) })),
    ).toEqual({ text: '“补充”最多 200 字，现在 201 字，请精简后再保存。' });
  });

  test('nobody can be named as its author: the server knows who calls', () => {
    const forged = { ...write, studentId: 's1', text: '好', memberId: 'other', capacity: '校长' };
    expect(sentences(RecordLedgerContribution, forged)['']).toContain('memberId、capacity');
  });
});

describe('reading', () => {
  test('without a term it is the term of today', () => {
    expect(sentences(ClassLedgerById, { classId: 'c1' })).toEqual({});
    expect(sentences(LedgerEntryById, { studentId: 's1' })).toEqual({});
  });

  test('the ids of a ledger and of its lines are made of term and subject', () => {
    expect(ledgerIdOf('2026-1', 'c1')).toBe('2026-1~c1');
    expect(entryIdOf('2026-1', 's1')).toBe('2026-1~s1');
  });
});
