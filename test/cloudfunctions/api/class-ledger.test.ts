import type { Audit } from '../../../cloudfunctions/kernel/audit';
import {
  type ClassLedger,
  type LedgerEntry,
  ledgerIdOf,
} from '../../../domain/class-ledger/class-ledger.schema';
import type { Revision } from '../../../domain/schema';
import { CAST, CAST_LAST_TERM, CAST_TERM, CLASSES, STUDENTS, studentIdOf } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { line, newWriteId, refusal } from './writes';

interface LedgerView {
  class: { label: string; homeroomTeacher: string };
  term: { id: string; label: string; isOver: boolean };
  header: { students: number; boys: number; girls: number };
  rev: number;
  analysis: string;
  categories: { key: string; label: string; isSealed: boolean; students: { id: string }[] }[];
  sealedCategories: { exists: boolean };
  lines: {
    studentId: string;
    name: string;
    hasLeft: boolean;
    glimpse: string;
    filled: number;
    isCarriedOver: boolean;
  }[];
  copiesFrom: { id: string } | null;
  may: Record<string, boolean>;
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const view = (person: { openid: string }, classId: string, termId?: string) =>
  world.call<LedgerView>(person, 'classLedger.byId', { classId, ...(termId && { termId }) });
const ledgerOf = (classId: string) =>
  world
    .stored<ClassLedger>('classLedgers')
    .find(({ _id }) => _id === ledgerIdOf(CAST_TERM, classId));
const documents = () =>
  (['classLedgers', 'ledgerEntries', 'audits', 'revisions'] as const).map(
    (name) => world.stored(name).length,
  );

describe('the ledger of a class', () => {
  test('shows the head of the form, counted without those who left (S4-235)', async () => {
    const ledger = await view(CAST.homeroomTeacher, CLASSES.seven3);
    expect(ledger.class).toMatchObject({ label: '七年级(3)班', homeroomTeacher: '王晓岚' });
    expect(ledger.term).toEqual({ id: CAST_TERM, label: '2026-2027学年第一学期', isOver: false });
    expect(ledger.header.students).toBe(8);
    expect(ledger.header.boys + ledger.header.girls).toBe(8);
    expect(ledger.lines.map(({ name }) => name)).not.toContain(STUDENTS.left.name);
  });

  test('has the rows that the school switched on, and names nobody in a sealed one', async () => {
    const { categories, sealedCategories } = await view(CAST.principal, CLASSES.seven3);
    expect(categories).toHaveLength(9);
    expect(categories.map(({ label }) => label)).not.toContain('家庭特别优越学生');
    for (const category of categories.filter(({ isSealed }) => isSealed)) {
      expect(category.students).toEqual([]);
    }
    expect(sealedCategories.exists).toBe(true);
  });

  test('offers each person what they may do', async () => {
    const may = async (person: { openid: string }) => (await view(person, CLASSES.seven3)).may;
    const nothing = {
      revise: false,
      contribute: false,
      openSealed: false,
      reviseSealed: false,
      print: false,
    };
    expect(await may(CAST.homeroomTeacher)).toEqual({
      revise: true,
      contribute: true,
      openSealed: true,
      reviseSealed: true,
      print: true,
    });
    expect(await may(CAST.subjectTeacher)).toEqual({ ...nothing, contribute: true });
    expect(await may(CAST.principal)).toEqual({ ...nothing, openSealed: true, print: true });
    expect(await may(CAST.studentAffairsOffice)).toEqual({ ...nothing, print: true });
  });

  test('of a term that is over offers no writing, under the class’s name of then', async () => {
    const ledger = await view(CAST.homeroomTeacher, CLASSES.seven3, CAST_LAST_TERM);
    expect(ledger.class.label).toBe('六年级(3)班');
    expect(ledger.term.isOver).toBe(true);
    expect(ledger.may).toEqual({
      revise: false,
      contribute: false,
      openSealed: true,
      reviseSealed: false,
      print: true,
    });
  });

  test('that nobody has begun is empty, and reading does not begin it', async () => {
    const ledger = await view(CAST.homeroomTeacher82, CLASSES.eight2);
    expect(ledger).toMatchObject({ rev: 0, analysis: '', sealedCategories: { exists: false } });
    expect(ledger.lines.every(({ filled }) => filled === 0)).toBe(true);
    expect(ledgerOf(CLASSES.eight2)).toBeUndefined();
  });
});

describe('taking over last term’s lines', () => {
  const record = (copiesLastTerm: boolean, writeId = newWriteId()) =>
    world.call(CAST.homeroomTeacher82, 'classLedger.record', {
      classId: CLASSES.eight2,
      termId: CAST_TERM,
      writeId,
      copiesLastTerm,
    });

  test('is offered while it can be done', async () => {
    const { copiesFrom } = await view(CAST.homeroomTeacher82, CLASSES.eight2);
    expect(copiesFrom?.id).toBe(CAST_LAST_TERM);
  });

  test('is one mark on the ledger, not a document a student', async () => {
    const [ledgers = 0, entries = 0, audits = 0, revisions = 0] = documents();
    await record(true);
    expect(documents()).toEqual([ledgers + 1, entries, audits + 1, revisions]);
    expect(ledgerOf(CLASSES.eight2)).toMatchObject({
      copiedFromTermId: CAST_LAST_TERM,
      writtenLines: 0,
      rev: 0,
    });
  });

  test('marks every line as last term’s until it is written (S4-206)', async () => {
    const carried = await view(CAST.homeroomTeacher82, CLASSES.eight2);
    expect(carried.lines.every(({ isCarriedOver }) => isCarriedOver)).toBe(true);
    expect(carried.copiesFrom).toBeNull();

    const studentId = studentIdOf(CLASSES.eight2, 1);
    const own = line(studentId, 0, { strengths: '今年更敢发言' });
    await world.call(CAST.homeroomTeacher82, 'ledgerEntry.revise', own);
    const after = await view(CAST.homeroomTeacher82, CLASSES.eight2);
    expect(after.lines.find((item) => item.studentId === studentId)).toMatchObject({
      isCarriedOver: false,
      glimpse: '今年更敢发言',
      filled: 1,
    });
    expect(after.lines.filter(({ isCarriedOver }) => !isCarriedOver)).toHaveLength(1);
  });

  test('again, or over a ledger that is being written, overwrites nothing', async () => {
    const before = documents();
    const ledger = ledgerOf(CLASSES.eight2);
    await record(true);
    await record(false);
    expect(documents()).toEqual(before);
    expect(ledgerOf(CLASSES.eight2)).toEqual(ledger);
  });

  test('last term’s own lines stay as they were', () => {
    const lastTerm = world
      .stored<LedgerEntry>('ledgerEntries')
      .filter(({ classId, termId }) => classId === CLASSES.eight2 && termId === CAST_LAST_TERM);
    expect(lastTerm).toHaveLength(8);
    expect(JSON.stringify(lastTerm)).not.toContain('今年更敢发言');
  });
});

describe('the head of the ledger', () => {
  const write = (change: object) =>
    world.call<{ rev: number }>(CAST.homeroomTeacher, 'classLedger.revise', {
      classId: CLASSES.seven3,
      termId: CAST_TERM,
      rev: 1,
      writeId: newWriteId(),
      analysis: '班级氛围向上',
      goal: '人人有进步',
      categories: { talent: [STUDENTS.firstChild._id] },
      ...change,
    });

  test('is written with analysis, goal and open rows (S4-236, S4-237, S4-245)', async () => {
    expect(await write({})).toEqual({ rev: 2 });
    const ledger = await view(CAST.homeroomTeacher, CLASSES.seven3);
    expect(ledger).toMatchObject({ rev: 2, analysis: '班级氛围向上', goal: '人人有进步' });
    expect(ledger.categories.find(({ key }) => key === 'talent')?.students).toEqual([
      { id: STUDENTS.firstChild._id, name: STUDENTS.firstChild.name },
    ]);
  });

  test('keeps the wording it replaced and the count of lines', () => {
    const docId = ledgerIdOf(CAST_TERM, CLASSES.seven3);
    const kept = world.stored<Revision>('revisions').filter((item) => item.docId === docId);
    expect(kept.map(({ rev }) => rev)).toEqual([1]);
    expect(kept[0]?.fields.analysis).not.toBe('');
    expect(ledgerOf(CLASSES.seven3)?.writtenLines).toBe(6);
  });

  test('a stale edit is refused with the version that stands', async () => {
    expect(await refusal(write({ analysis: '迟到的分析' }))).toMatchObject({
      code: 'stale',
      data: { rev: 2, analysis: '班级氛围向上', categories: { talent: [STUDENTS.firstChild._id] } },
    });
    expect(JSON.stringify(world.stored('classLedgers'))).not.toContain('迟到的分析');
  });

  test('sent again it is stored once, also after others have built on it', async () => {
    const writeId = newWriteId();
    const again = { rev: 2, analysis: '第二稿', writeId };
    await write(again);
    expect(await write(again)).toEqual({ rev: 3 });
    await write({ rev: 3, analysis: '第三稿' });
    expect(await write(again)).toEqual({ rev: 4 });
    expect(ledgerOf(CLASSES.seven3)?.analysis).toBe('第三稿');
    const deeds = world.stored<Audit>('audits').filter(({ _id }) => _id.endsWith(writeId));
    expect(deeds).toHaveLength(1);
  });

  test('a sealed row, an unknown row and a row that is off are refused', async () => {
    for (const key of ['poverty', 'unknown', 'privileged']) {
      const refused = await refusal(write({ rev: 4, categories: { [key]: [] } }));
      expect(refused.message).toBe('有的类别已停用，或者要在保密类别里填写。请刷新后再填。');
    }
  });

  test('somebody of another class, or of nowhere, cannot be named', async () => {
    for (const studentId of [STUDENTS.menteeIn71._id, STUDENTS.elsewhere._id, 'nobody']) {
      const refused = await refusal(write({ rev: 4, categories: { talent: [studentId] } }));
      expect(refused.code).toBe('notInClass');
    }
  });

  test('a term that is over is only read', async () => {
    expect(await refusal(write({ termId: CAST_LAST_TERM }))).toMatchObject({ code: 'termOver' });
  });
});
