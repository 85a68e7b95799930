import ExcelJS from 'exceljs';
import type { Audit } from '../../cloudfunctions/kernel/audit';
import { whyAllowed } from '../../domain/access/can';
import { CHUNK_ROWS } from '../../domain/roster/roster-file';
import {
  chunkIdOf,
  type RosterImport,
  type RosterImportChunk,
  type RosterRecord,
} from '../../domain/roster/roster-import.schema';
import type { SchoolClass, Student } from '../../domain/school/roster.schema';
import { csvOf, workbookOf } from '../fixtures/rosters/book';
import { newRosterId } from '../fixtures/rosters/import-view';
import { CAST, type CastMember, CLASSES, castMembers, SCHOOL_ID, STUDENTS } from '../school/cast';
import { timelineItem } from '../school/timeline';
import { startCloud, type TestCloud } from './harness/cloud';
import { done, importsOf } from './harness/imports';

const office = CAST.studentAffairsOffice;
const DAY_MS = 86_400_000;

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const { ask, upload, stage, check, step, run } = importsOf(() => world, office);

const students = () => world.stored<Student>('students');
const record = (id: string) =>
  world.stored<RosterRecord>('rosterRecords').find((r) => r._id === id);
const student = (id: string) => students().find((one) => one._id === id);
const count = (classId: string) =>
  world.stored<SchoolClass>('classes').find(({ _id }) => _id === classId)?.studentCount ?? 0;

const HEADER = ['学号', '姓名', '性别', '班级', '家长', '住址'];
const book = (...rows: string[][]) =>
  workbookOf('花名册.xlsx', { name: '七年级', rows: [['七年级花名册'], HEADER, ...rows] });

describe('a roster from file to school', () => {
  test('is read once, checked, applied and counted; empty cells overwrite nothing', async () => {
    const before = count(CLASSES.seven3);
    const { input, reply } = await stage(
      await book(
        ['25001', '方知远', '男', '七(3)', '父亲 方大川 13800000077', '听雨巷 3 号'],
        ['20001', STUDENTS.firstChild.name, '', '七(3)', '母亲 顾盼 13900000077', ''],
        ['25003', '江照', '男', '七(9)', '', ''],
      ),
    );
    const staged = await done(reply);
    expect(staged).toMatchObject({ state: 'staged', rows: 3 });
    expect(staged.columns.map(({ field }) => field)).toEqual([
      ...['studentNumber', 'name', 'sex', 'className', 'guardian', 'keep'],
    ]);
    // The file is gone, and asking again answers with what was read.
    expect(await done(ask('rosterImport.plan', input))).toEqual(staged);

    const checked = await check(staged);
    expect(checked.counts).toEqual({ create: 1, update: 1, stop: 1, problems: 1 });
    const { problems } = await world.call<{ problems: { where: string; text: string }[] }>(
      office,
      'rosterProblem.list',
      { importId: checked.id, page: 0 },
    );
    expect(problems).toEqual([
      expect.objectContaining({
        where: '第 5 行 D 列“班级”',
        text: expect.stringContaining('没有“七(9)”这个班'),
      }),
    ]);
    expect(students().some(({ name }) => name === '方知远')).toBe(false);

    const applied = await run('submit', checked.id);
    expect(applied).toMatchObject({ state: 'applied', result: { created: 1, updated: 1 } });
    expect(student(`${checked.id}-0`)).toMatchObject({
      ...{ name: '方知远', sex: 'male', studentNumber: '25001', classId: CLASSES.seven3 },
      ...{ status: 'enrolled', mentorId: null, lastTalkOn: null },
    });
    expect(record(`${checked.id}-0`)).toMatchObject({ custom: { 住址: '听雨巷 3 号' } });
    expect(student(STUDENTS.firstChild._id)).toMatchObject({
      sex: 'female',
      studentNumber: '20001',
    });
    expect(record(STUDENTS.firstChild._id)?.guardians.map(({ name }) => name)).toEqual([
      ...['赵文博', '顾盼'],
    ]);
    expect(count(CLASSES.seven3)).toBe(before + 1);

    const undone = await run('void', checked.id);
    expect(undone).toMatchObject({ state: 'undone', result: { takenBack: 2, leftCount: 0 } });
    expect(student(`${checked.id}-0`)).toMatchObject({ status: 'left', classId: '' });
    expect(record(`${checked.id}-0`)).toMatchObject({ guardians: [], custom: {} });
    expect(student(STUDENTS.firstChild._id)?.studentNumber).toBeNull();
    expect(record(STUDENTS.firstChild._id)?.guardians).toHaveLength(1);
    expect(count(CLASSES.seven3)).toBe(before);
  });

  test('undoing takes back only what nobody has touched since, and says what it left', async () => {
    const { reply } = await stage(
      await book(
        ['26001', '方知远', '男', '七(3)', '', ''],
        ['26002', '叶听雨', '女', '七(3)', '', ''],
        ['26003', STUDENTS.otherChild.name, '', '七(3)', '', '竹枝路 8 号'],
      ),
    );
    const { id } = await run('submit', (await check(await done(reply))).id);
    const whose = {
      ...STUDENTS.firstChild,
      classId: CLASSES.seven3,
      divisionId: '',
      schoolId: SCHOOL_ID,
    };
    world.cloud.database.insertMany('timeline', [
      timelineItem({ ...whose, studentId: `${id}-0` }, CAST.mentor, {
        ...{ kind: 'talk', refId: 'after', at: new Date('2026-10-28T10:00:00+08:00'), title: '聊' },
      }),
    ] as never);
    await world.patch('students', STUDENTS.otherChild._id, { studentNumber: '99999' });

    const { result } = await run('void', id);
    expect(result.takenBack).toBe(1);
    expect(result.left).toEqual([
      { name: '方知远', why: '已经有人写过记录，学生留着' },
      { name: STUDENTS.otherChild.name, why: '学号后来改过，留着' },
    ]);
    expect(student(`${id}-0`)).toMatchObject({ status: 'enrolled' });
    expect(student(STUDENTS.otherChild._id)?.studentNumber).toBe('99999');
    expect(record(STUDENTS.otherChild._id)?.custom).toEqual({});
  });

  test('a student found in another class stays, unless the office says that they move', async () => {
    const before = student(STUDENTS.menteeIn73._id);
    const { reply } = await stage(
      await book(['26201', STUDENTS.menteeIn73.name, '', '七(3)', '', '']),
    );
    const { id } = await run('submit', (await check(await done(reply))).id);
    const moved = await stage(await book(['26201', STUDENTS.menteeIn73.name, '', '七(1)', '', '']));
    const staged = await done(moved.reply);
    const kept = await check(staged);
    expect(kept.counts).toMatchObject({ update: 0, stop: 1 });
    const moving = await check(kept, { movesStudents: true });
    expect(moving.counts).toMatchObject({ update: 1, stop: 0 });
    await run('submit', moving.id);
    expect(student(STUDENTS.menteeIn73._id)).toMatchObject({ classId: CLASSES.seven1 });
    // The first import can no longer take back what the second has built on.
    const first = await run('void', id);
    expect(first.result.left).toMatchObject([{ why: '后来又导入过，没有动' }]);
    await run('void', moving.id);
    expect(student(STUDENTS.menteeIn73._id)?.classId).toBe(before?.classId);
  });
});

describe('whatever happens on the way', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => [
      ...[`5${String(at).padStart(4, '0')}`, `学生甲${at}`, at % 2 ? '男' : '女', '八(2)', '', ''],
    ]).slice(0, 70);

  test('a call killed between the rows and their counting is finished by the next, and no one is there twice', async () => {
    const { reply } = await stage(csvOf('八2.csv', [HEADER, ...rows(30)]));
    const { id } = await check(await done(reply));
    await step('submit', id);
    const applied = students().filter(({ _id }) => _id.startsWith(`${id}-`)).length;
    expect(applied).toBe(30);
    // As a kill leaves it: the rows are there, the chunk is not counted, the lease not given back.
    await world.patch('rosterImports', id, {
      ...{ state: 'applying', done: 0, appliedAt: null },
      workingUntil: new Date(world.clock.now() + 60_000),
    });
    expect(await step('submit', id)).toMatchObject({ state: 'applying', isBusy: true });
    await world.clock.set(world.clock.now() + 61_000);
    expect(await run('submit', id)).toMatchObject({ state: 'applied' });
    expect(students().filter(({ _id }) => _id.startsWith(`${id}-`))).toHaveLength(30);
    expect(count(CLASSES.eight2)).toBe(
      students().filter((one) => one.classId === CLASSES.eight2 && one.status === 'enrolled')
        .length,
    );
    await run('void', id);
  });

  test('a check that was cut off half way is looked at once more before anything is applied', async () => {
    const { reply } = await stage(csvOf('八2.csv', [HEADER, ...rows(10)]));
    const { id } = await check(await done(reply));
    await world.patch('rosterImportChunks', chunkIdOf(id, 0), { planId: 'another' });
    const back = await step('submit', id);
    expect(back).toMatchObject({ state: 'staged', done: 0 });
    expect(students().some(({ _id }) => _id.startsWith(`${id}-`))).toBe(false);
    const { result } = await run('submit', (await check(back)).id);
    expect(result.created).toBe(10);
    await run('void', id);
  });

  test('two calls at once do the work once', async () => {
    const { reply } = await stage(csvOf('八2.csv', [HEADER, ...rows(20)]));
    const { id } = await check(await done(reply));
    await Promise.all([step('submit', id), step('submit', id), step('submit', id)]);
    const { result } = await run('submit', id);
    expect(result.created).toBe(20);
    await run('void', id);
  });

  test('a check of yesterday’s columns is refused with those that stand', async () => {
    const { reply } = await stage(await book(['27001', '江声', '男', '七(3)', '', '']));
    const staged = await done(reply);
    const checked = await check(staged);
    await expect(check(staged)).rejects.toThrow('stale');
    await expect(check({ ...checked, columns: [] })).rejects.toThrow('每一列');
  });
});

describe('who may', () => {
  const EVERY = ['plan', 'revise', 'submit', 'void'] as const;
  test.each(castMembers())('$name brings in a roster if the table says so', async (member) => {
    const as = { ...member, openid: member._id } as unknown as CastMember;
    const schoolId = member.postings[0]?.schoolId ?? '';
    const why = whyAllowed(member, 'rosterImport.record', { schoolId });
    for (const verb of EVERY) {
      const importId = newRosterId();
      const more = { plan: { fileId: 'cloud://a/b', fileName: 'a.csv' } };
      const write = { rev: 1, writeId: newRosterId(), mapping: [], movesStudents: false };
      const input = {
        importId,
        ...(verb === 'plan' && more.plan),
        ...(verb === 'revise' && write),
      };
      // Nothing of the kind is there: who may gets the same answer, but later.
      expect(await ask(`rosterImport.${verb}`, input, as)).toMatchObject({
        error: { code: 'notFound' },
      });
    }
    if (schoolId !== SCHOOL_ID) return;
    const { reply } = await stage(await book(['1', '甲乙', '男', '七(3)', '', '']), as);
    expect(await reply).toMatchObject(
      why ? { data: { state: 'staged' } } : { error: { code: 'notFound' } },
    );
  });

  test('a file of another place in storage is not read', async () => {
    const importId = newRosterId();
    const fileId = (
      await upload(await book(['1', '甲乙', '男', '七(3)', '', '']), importId)
    ).replace(SCHOOL_ID, 'baiyang');
    const input = { importId, fileId, fileName: 'a.xlsx' };
    expect(await ask('rosterImport.plan', input)).toMatchObject({ error: { code: 'notFound' } });
  });

  test('a trap is refused in words, and the file is gone', async () => {
    const { input, reply } = await stage({ name: '网页.xlsx', content: Buffer.from('<html>') });
    expect(await reply).toMatchObject({
      error: { code: 'badInput', message: expect.stringContaining('名字和内容不一致') },
    });
    expect(await ask('rosterImport.plan', input)).toMatchObject({
      error: { message: expect.stringContaining('没有收到文件') },
    });
    const large = await stage({ name: '大.csv', content: Buffer.alloc(9 * 1024 * 1024, 'a') });
    expect(await large.reply).toMatchObject({
      error: { message: expect.stringContaining('8 MB') },
    });
  });
});

describe('a roster on its way out', () => {
  type Made = { name: string; url: string };
  async function cellsOf({ url }: Made): Promise<ExcelJS.Cell[]> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await fetch(url)).arrayBuffer());
    const cells: ExcelJS.Cell[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))));
    return cells;
  }
  const classId = CLASSES.seven3;

  test('masks phones unless a reason is given, and both are audited', async () => {
    const masked = await done(ask<Made>('roster', { classId }, CAST.homeroomTeacher));
    const words = (await cellsOf(masked)).map(({ text }) => text);
    expect(words).toContain('父亲 赵文博 138****0001');
    const whole = await done(
      ask<Made>('roster', { classId, reason: '开家长会' }, CAST.homeroomTeacher),
    );
    expect((await cellsOf(whole)).map(({ text }) => text)).toContain('父亲 赵文博 13800000001');
    const audits = world
      .stored<Audit>('audits')
      .filter(({ action }) => action.startsWith('roster.'));
    expect(audits.map(({ action, reason, by }) => ({ action, reason, by }))).toEqual([
      { action: 'roster.export', reason: null, by: CAST.homeroomTeacher.openid },
      { action: 'roster.exportPhones', reason: '开家长会', by: CAST.homeroomTeacher.openid },
    ]);
    for (const [as, input] of [
      [CAST.divisionHead, { classId, reason: '想看看' }],
      [CAST.homeroomTeacher71, { classId }],
      [CAST.guardian, { classId }],
      [CAST.subjectTeacher, {}],
    ] as const) {
      expect(await ask('roster', input, as)).toMatchObject({ error: { code: 'notFound' } });
    }
  });

  test('carries no formula out, and what leaves can come in again unchanged', async () => {
    const EVIL = "=cmd|' /C calc'!A0";
    const { reply } = await stage(
      await book(['28001', '江月', '男', '七(3)', '父亲 13800000001', EVIL]),
    );
    const { id } = await run('submit', (await check(await done(reply))).id);
    const made = await done(ask<Made>('roster', {}));
    const cells = await cellsOf(made);
    const evil = cells.find(({ text }) => text === EVIL);
    expect(evil).toMatchObject({ type: ExcelJS.ValueType.String, numFmt: '@' });
    expect(cells.some(({ type }) => type === ExcelJS.ValueType.Formula)).toBe(false);

    const whole = await done(ask<Made>('roster', { reason: '核对' }));
    const content = Buffer.from(await (await fetch(whole.url)).arrayBuffer());
    const again = await done((await stage({ name: '花名册.xlsx', content })).reply);
    const applied = await run('submit', (await check(again)).id);
    expect(applied.result).toMatchObject({ created: 0, updated: 0 });
    expect(applied.counts).toMatchObject({ create: 0, stop: 0 });
    await run('void', id);
  });

  test('an empty table to fill in is itself a roster without people', async () => {
    const made = await done(ask<Made>('rosterTemplate', {}));
    const content = Buffer.from(await (await fetch(made.url)).arrayBuffer());
    expect(await (await stage({ name: made.name, content })).reply).toMatchObject({
      error: { message: expect.stringContaining('没有找到人') },
    });
  });
});

test('5,000 rows go in by chunks that a function can work through, each at the same cost', async () => {
  const classes = ['七(1)', '七(3)', '七(4)', '八(2)', '九(1)'];
  const all = Array.from({ length: 5_000 }, (_, at) => [
    ...[`9${String(at).padStart(5, '0')}`, `新生${at}`, '男', classes[at % 5] ?? '', '', ''],
  ]);
  const { reply } = await stage(csvOf('全校.csv', [HEADER, ...all]));
  const staged = await done(reply);
  expect(staged).toMatchObject({ rows: 5_000, chunks: 5_000 / CHUNK_ROWS });
  const checked = await check(staged);
  // Eighty to a class is where the school's own rule ends: the rest is told, row by row.
  expect(checked.counts?.create).toBeLessThanOrEqual(400);
  expect(checked.problemPages).toBeGreaterThan(100);
  const chunks = world.stored<RosterImportChunk>('rosterImportChunks');
  expect(chunks.filter(({ importId }) => importId === staged.id)).toHaveLength(25);
  const { invocation } = await world.cloud.callFunction(
    'documents',
    { kind: 'rosterImport.submit', input: { importId: checked.id } },
    office.openid,
  );
  // Two writes a new student; the rest is the same whatever stands in the chunk.
  const created = students().filter(({ _id }) => _id.startsWith(`${checked.id}-`)).length;
  console.log(`a chunk of ${CHUNK_ROWS}: ${created} new, ${invocation.billedCalls} billed calls`);
  expect(created).toBeGreaterThan(100);
  // Besides the rows: each class that got somebody is asked for its sheet of a running round.
  expect(invocation.billedCalls).toBeLessThanOrEqual(2 * created + 40);
  const applied = await run('submit', checked.id);
  expect(applied.result.created).toBe(checked.counts?.create);
  const stored = world.stored<RosterImport>('rosterImports').find(({ _id }) => _id === staged.id);
  expect(JSON.stringify(stored).length).toBeLessThan(20_000);
}, 60_000);

test('after thirty days there is no way back', async () => {
  const { reply } = await stage(
    await book(['26101', STUDENTS.otherChild.name, '', '七(3)', '', '竹枝路 9 号']),
  );
  const { id } = await run('submit', (await check(await done(reply))).id);
  await world.patch('rosterImports', id, {
    appliedAt: new Date(world.clock.now() - 31 * DAY_MS),
  });
  await expect(step('void', id)).rejects.toThrow('超过 30 天');
});
