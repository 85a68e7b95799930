import type { Audit } from '../../../cloudfunctions/kernel/audit';
import {
  type ClassLedger,
  entryIdOf,
  type LedgerEntry,
  ledgerIdOf,
} from '../../../domain/class-ledger/class-ledger.schema';
import type { Revision } from '../../../domain/schema';
import { CAST, CAST_LAST_TERM, CAST_TERM, CLASSES, STUDENTS, studentIdOf } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { contribution, line, newWriteId, refusal } from './writes';

const teacher = CAST.homeroomTeacher82;
const someone = (place: number) => studentIdOf(CLASSES.eight2, place);
const empty = (place: number) => entryIdOf(CAST_TERM, someone(place));

interface Line {
  rev: number;
  fields: Record<string, string> | null;
  updatedByName: string | null;
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const revise = (input: object) => world.call<Line>(teacher, 'ledgerEntry.revise', input);
const entryOf = (place: number) =>
  world.stored<LedgerEntry>('ledgerEntries').find(({ _id }) => _id === empty(place));
const revisionsOf = (docId: string) =>
  world.stored<Revision>('revisions').filter((revision) => revision.docId === docId);
const auditsOf = (documentId: string) =>
  world.stored<Audit>('audits').filter((audit) => audit.documentId === documentId);
const written = (classId: string) =>
  world
    .stored<ClassLedger>('classLedgers')
    .find(({ _id }) => _id === ledgerIdOf(CAST_TERM, classId))?.writtenLines;

describe('a first line', () => {
  test('is stored with who wrote it, begins the ledger and counts one (S4-206)', async () => {
    const after = await revise(line(someone(1), 0, { strengths: '  主动帮同学讲题 ' }));
    expect(after).toMatchObject({ rev: 1, updatedByName: teacher.name });
    expect(entryOf(1)).toMatchObject({
      strengths: '主动帮同学讲题',
      classId: CLASSES.eight2,
      createdBy: teacher.openid,
      rev: 1,
    });
    expect(written(CLASSES.eight2)).toBe(1);
  });

  test('leaves an audit of who did it, and as what', () => {
    expect(auditsOf(empty(1))).toEqual([
      expect.objectContaining({
        action: 'ledgerEntry.revise',
        by: teacher.openid,
        studentId: someone(1),
        why: { role: 'homeroomTeacher', scope: 'class' },
        reason: null,
      }),
    ]);
  });
});

describe('a changed line', () => {
  test('keeps the wording it replaces, newest first (S4-278)', async () => {
    await revise(line(someone(2), 0, { study: '第一稿' }));
    await revise(line(someone(2), 1, { study: '第二稿' }));
    await revise(line(someone(2), 2, { study: '第三稿' }));
    const revisions = await world.call<{ rev: number; fields: { study: string } }[]>(
      CAST.principal,
      'ledgerRevision.list',
      { studentId: someone(2), termId: CAST_TERM },
    );
    expect(revisions.map(({ rev, fields }) => [rev, fields.study])).toEqual([
      [2, '第二稿'],
      [1, '第一稿'],
    ]);
  });

  test('counts once however often it is changed, and not when it is emptied', async () => {
    const before = written(CLASSES.eight2) ?? 0;
    await revise(line(someone(3), 0, { study: '有进步' }));
    await revise(line(someone(3), 1, { study: '进步明显' }));
    expect(written(CLASSES.eight2)).toBe(before + 1);
    await revise(line(someone(3), 2, {}));
    expect(written(CLASSES.eight2)).toBe(before);
    await revise(line(someone(3), 3, { thinking: '在想中考' }));
    expect(written(CLASSES.eight2)).toBe(before + 1);
  });
});

describe('two people with the same line in hand', () => {
  test('the second is refused with the version that stands, and nothing of theirs is stored', async () => {
    await revise(line(someone(4), 0, { personality: '开朗' }));
    await revise(line(someone(4), 1, { personality: '开朗，爱提问' }));
    const answer = await refusal(revise(line(someone(4), 1, { personality: '另一位的话' })));
    expect(answer).toMatchObject({
      code: 'stale',
      message: `这条记录已被${teacher.name}更新，请对照后再保存。`,
      data: { rev: 2, fields: { personality: '开朗，爱提问' }, updatedByName: teacher.name },
    });
    expect(JSON.stringify(world.stored('ledgerEntries'))).not.toContain('另一位的话');
    expect(JSON.stringify(world.stored('revisions'))).not.toContain('另一位的话');
    expect(revisionsOf(empty(4))).toHaveLength(1);
    expect(auditsOf(empty(4))).toHaveLength(2);
  });

  test('of two that arrive together one is stored and the other is told', async () => {
    const both = await Promise.allSettled([
      revise(line(someone(5), 0, { interests: '画画' })),
      revise(line(someone(5), 0, { interests: '篮球' })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'stale' });
    expect(entryOf(5)?.rev).toBe(1);
  });

  test('different lines written together are all kept and counted', async () => {
    const before = written(CLASSES.seven1) ?? 0;
    const places = [1, 2, 3, 4, 5, 6, 7, 8];
    const entries = world.stored<LedgerEntry>('ledgerEntries');
    const revs = places.map(
      (place) =>
        entries.find(({ _id }) => _id === entryIdOf(CAST_TERM, studentIdOf(CLASSES.seven1, place)))
          ?.rev ?? 0,
    );
    const inSeven1 = (place: number, rev: number, study: string) =>
      world.call(
        CAST.homeroomTeacher71,
        'ledgerEntry.revise',
        line(studentIdOf(CLASSES.seven1, place), rev, { study }),
      );
    // Emptied together, then written together: every line passes through the same counter.
    await Promise.all(places.map((place, i) => inSeven1(place, revs[i] ?? 0, '')));
    expect(written(CLASSES.seven1)).toBe(before - places.length);
    await Promise.all(places.map((place, i) => inSeven1(place, (revs[i] ?? 0) + 1, '认真')));
    expect(written(CLASSES.seven1)).toBe(before);
  });
});

describe('a write that is sent again', () => {
  test('in parallel is stored once', async () => {
    const input = line(someone(6), 0, { strengths: '守时' });
    const answers = await Promise.all([revise(input), revise(input), revise(input)]);
    expect(answers.map(({ rev }) => rev)).toEqual([1, 1, 1]);
    expect(entryOf(6)?.rev).toBe(1);
    expect(revisionsOf(empty(6))).toEqual([]);
    expect(auditsOf(empty(6))).toHaveLength(1);
  });

  test('after others have built on it is known, and takes nothing of theirs away', async () => {
    const first = line(someone(6), 1, { strengths: '守时，热心' });
    await revise(first);
    await revise(line(someone(6), 2, { strengths: '守时，热心，细致' }));
    await revise(line(someone(6), 3, { strengths: '守时，热心，细致，大方' }));
    expect(await revise(first)).toMatchObject({
      rev: 4,
      fields: { strengths: '守时，热心，细致，大方' },
    });
    expect(entryOf(6)?.rev).toBe(4);
    expect(revisionsOf(empty(6))).toHaveLength(3);
  });

  test('a write id used for another document leaves the first audit as it was', async () => {
    const writeId = newWriteId();
    await revise(line(someone(7), 0, { study: '认真' }, writeId));
    await revise(line(someone(8), 0, { study: '认真' }, writeId));
    expect(auditsOf(empty(7))).toHaveLength(1);
    expect(auditsOf(empty(8))).toHaveLength(1);
  });

  test('a write id used again on the same line takes no earlier wording away', async () => {
    const writeId = newWriteId();
    await revise(line(someone(7), 1, { study: '第二稿' }, writeId));
    await revise(line(someone(7), 2, { study: '第三稿' }));
    await revise(line(someone(7), 3, { study: '第四稿' }, writeId));
    await revise(line(someone(7), 4, { study: '第五稿' }));
    const kept = revisionsOf(empty(7)).map(({ rev, fields }) => [rev, fields.study]);
    expect(kept).toEqual([
      [1, '认真'],
      [2, '第二稿'],
      [3, '第三稿'],
      [4, '第四稿'],
    ]);
  });
});

describe('what can only be read', () => {
  test('a term that is over', async () => {
    const input = { ...line(someone(1), 1, { study: '补记' }), termId: CAST_LAST_TERM };
    expect(await refusal(revise(input))).toMatchObject({ code: 'termOver' });
  });

  test('a student who has left: the record stands, writing is refused', async () => {
    const { _id: studentId } = STUDENTS.left;
    const view = await world.call<{ student: object; may: object }>(
      CAST.homeroomTeacher,
      'ledgerEntry.byId',
      { studentId },
    );
    expect(view.student).toMatchObject({ name: STUDENTS.left.name, hasLeft: true });
    expect(view.may).toMatchObject({ revise: false, contribute: false, reviseSealed: false });
    for (const [path, input] of [
      ['ledgerEntry.revise', line(studentId, 0, { study: '补记' })],
      ['ledgerContribution.record', contribution(studentId, '补记')],
      [
        'sealedNote.reviseFamily',
        { studentId, termId: CAST_TERM, rev: 0, writeId: newWriteId(), text: '补记' },
      ],
    ] as const) {
      const refused = await refusal(world.call(CAST.homeroomTeacher, path, input));
      expect(refused).toMatchObject({ code: 'studentLeft' });
    }
  });

  test('a term that the school does not have', async () => {
    const input = { ...line(someone(1), 1, {}), termId: '1999-1' };
    expect(await refusal(revise(input))).toMatchObject({ code: 'notFound' });
  });
});

test('a line shows last term’s words beside it, whole', async () => {
  const view = await world.call<{ lastTerm: { label: string; fields: object } | null }>(
    CAST.homeroomTeacher,
    'ledgerEntry.byId',
    { studentId: STUDENTS.firstChild._id },
  );
  const before = world
    .stored<LedgerEntry>('ledgerEntries')
    .find(({ _id }) => _id === entryIdOf(CAST_LAST_TERM, STUDENTS.firstChild._id));
  expect(view.lastTerm?.label).toBe('2025-2026学年第二学期');
  expect(before).toMatchObject(view.lastTerm?.fields ?? { missing: true });
});
