import { CAST, type CastName, CLASSES, STUDENTS, studentIdOf } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { contribution, line } from './writes';

interface Today {
  name: string;
  week: string;
  term: { id: string } | null;
  duties: {
    id: string;
    title: string;
    done: number;
    of: number;
    waiting: { studentId: string }[];
  }[];
  ledgers: { classId: string; label: string; written: number; students: number }[];
  children: { name: string; classLabel: string; mentor: string }[];
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const today = (name: CastName) => world.call<Today>(CAST[name], 'today.list');
const dutyOf = async (name: CastName, id: string) =>
  (await today(name)).duties.find((duty) => duty.id === id);

describe('what somebody owes today', () => {
  const LEDGER = `ledger~${CLASSES.seven3}`;

  test('the week is said as the school says it', async () => {
    expect(await today('homeroomTeacher')).toMatchObject({
      name: '王晓岚',
      week: '第9周 · 单周 · 周四',
    });
  });

  test('a homeroom teacher owes the lines that are not written, and sees whose', async () => {
    const duty = await dutyOf('homeroomTeacher', LEDGER);
    expect(duty).toMatchObject({ title: '七年级(3)班学情台账', done: 6, of: 8 });
    expect(duty?.waiting.map(({ studentId }) => studentId).sort()).toEqual([
      studentIdOf(CLASSES.seven3, 7),
      studentIdOf(CLASSES.seven3, 8),
    ]);
  });

  test('writing the lines settles the duty by itself', async () => {
    const write = (place: number, strengths: string) =>
      world.call(
        CAST.homeroomTeacher,
        'ledgerEntry.revise',
        line(studentIdOf(CLASSES.seven3, place), 0, { strengths }),
      );
    await write(7, '热心');
    expect(await dutyOf('homeroomTeacher', LEDGER)).toMatchObject({ done: 7, of: 8 });
    await write(8, '细致');
    expect(await dutyOf('homeroomTeacher', LEDGER)).toBeUndefined();
  });

  test('a mentor owes a word about each mentee, until it is said (S4-295)', async () => {
    const before = await dutyOf('mentor', 'contribution');
    expect(before?.of).toBe(6);
    const [first] = before?.waiting ?? [];
    const studentId = first?.studentId ?? '';
    await world.call(CAST.mentor, 'ledgerContribution.record', contribution(studentId, '常来借书'));
    const after = await dutyOf('mentor', 'contribution');
    expect(after?.done).toBe((before?.done ?? 0) + 1);
    expect(after?.waiting.map((person) => person.studentId)).not.toContain(studentId);
  });
});

describe('what leaders see', () => {
  test.each<[CastName, number]>([
    ['principal', 5],
    ['studentAffairsOffice', 5],
    ['leader', 2],
    ['divisionHead', 3],
    ['homeroomTeacher71', 0],
    ['guardian', 0],
  ])('%s sees the ledgers of %i classes, least written first', async (name, count) => {
    const { ledgers } = await today(name);
    expect(ledgers).toHaveLength(count);
    const shares = ledgers.map(({ written, students }) => written / students);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test('a class whose ledger nobody has begun stands there with none', async () => {
    const { ledgers } = await today('leader');
    expect(ledgers[0]).toMatchObject({ label: '八年级(2)班', written: 0, students: 8 });
  });
});

describe('what families see', () => {
  test('their own children, with class and mentor, and no duty', async () => {
    const { children, duties } = await today('guardianOfTwo');
    expect(children.map(({ name, classLabel }) => [name, classLabel]).sort()).toEqual([
      [STUDENTS.secondChild.name, '八年级(2)班'],
      [STUDENTS.firstChild.name, '七年级(3)班'],
    ]);
    expect(duties).toEqual([]);
  });
});

describe('who one is', () => {
  test('every role is named with its reach in words', async () => {
    const { roles } = await world.call<{ roles: { label: string; reach: string }[] }>(
      CAST.homeroomTeacher,
      'me.byId',
    );
    expect(roles.map(({ label, reach }) => `${label} ${reach}`)).toEqual([
      '班主任 七年级(3)班',
      '任课教师 语文 · 七年级(3)班',
      '导师 5 名受导学生',
    ]);
  });

  test.each<[CastName, string]>([
    ['principal', '全校'],
    ['divisionHead', '本级部'],
    ['leader', '包靠 1 个级部、七年级(3)班'],
    ['guardianOfTwo', '2 个孩子'],
    ['guardian', '1 个孩子'],
  ])('the reach of %s is %s', async (name, reach) => {
    const { roles } = await world.call<{ roles: { reach: string }[] }>(CAST[name], 'me.byId');
    expect(roles[0]?.reach).toBe(reach);
  });
});

test('after the term nothing is owed any more', async () => {
  const later = await startCloud({ now: new Date('2027-02-10T08:00:00+08:00') });
  const view = await later.call<Today>(CAST.mentor, 'today.list');
  await later.stop();
  expect(view).toMatchObject({ week: '假期 · 周三', duties: [] });
});
