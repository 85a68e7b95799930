import type { Audit } from '../../cloudfunctions/kernel/audit';
import type { Member } from '../../domain/access/roles';
import type { StaffInvitation } from '../../domain/joining/staff-invitation.schema';
import type { StaffRecord } from '../../domain/roster/staff-import.schema';
import type { SchoolClass } from '../../domain/school/roster.schema';
import { type RosterFile, workbookOf } from '../fixtures/rosters/book';
import { newRosterId } from '../fixtures/rosters/import-view';
import { CAST, CLASSES, SCHOOL_ID } from '../school/cast';
import { NOBODY_YET } from './api/leaving-examples';
import { startCloud, type TestCloud } from './harness/cloud';
import { done, importsOf } from './harness/imports';

jest.setTimeout(60_000);

const office = CAST.academicAffairsOffice;

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const { ask, stage, check, step, run } = importsOf(() => world, office, { subject: 'staff' });

interface Plans {
  items: { name: string; phone: string | null; says: string[]; code: string | null }[];
  next: number | null;
}

const plansOf = (importId: string, page = 0) =>
  world.call<Plans>(office, 'staffPlan.list', { importId, page });
const member = (openid: string) =>
  world.stored<Member>('members').find(({ _id }) => _id === openid);
const record = (name: string) =>
  world.stored<StaffRecord>('staffRecords').find((one) => one.name === name);
const invitation = (code: string | null | undefined) =>
  world.stored<StaffInvitation>('staffInvitations').find(({ _id }) => _id === code);
const homeroom = (classId: string) =>
  world.stored<SchoolClass>('classes').find(({ _id }) => _id === classId)?.homeroomTeacherId;

const HEADER = ['姓名', '工号', '手机号', '职务和任课'];
const book = (...rows: string[][]): Promise<RosterFile> =>
  workbookOf('老师.xlsx', { name: '名单', rows: [HEADER, ...rows] });

const checked = async (...rows: string[][]) =>
  check(await done((await stage(await book(...rows))).reply));
const applied = async (...rows: string[][]) => run('submit', (await checked(...rows)).id);

describe('staff from Excel to the school and back', () => {
  test('says who becomes what, changes nothing before, and makes invitations of whoever is new', async () => {
    const view = await checked(
      ['程知遥', 'T001', '13800000021', '八年级(2)班班主任；七(3)(4)化学'],
      [CAST.subjectTeacher.name, 'T002', '13800000022', '七(1)数学'],
      ['韩松', '', '', '七(99)语文'],
    );
    // 韩松 twice: the class that is not there, and so nothing to do.
    expect(view).toMatchObject({
      subject: 'staff',
      state: 'checked',
      counts: { create: 1, update: 1, stop: 2 },
    });
    expect(await plansOf(view.id)).toMatchObject({
      items: [
        {
          ...{ name: '程知遥', phone: '138****0021', code: null, isNew: true },
          says: ['八年级(2)班 · 班主任', '七年级(3)班、七年级(4)班 · 化学 · 任课教师'],
        },
        { name: CAST.subjectTeacher.name, isNew: false, says: ['七年级(1)班 · 数学 · 任课教师'] },
      ],
    });
    expect(record('程知遥')).toBeUndefined();

    const { id, result } = await run('submit', view.id);
    expect(result).toMatchObject({ created: 1, updated: 1, leftCount: 0 });
    const code = (await plansOf(id)).items[0]?.code;
    expect(record('程知遥')).toMatchObject({
      ...{ phone: '13800000021', staffNumber: 'T001', memberId: null, invitationCode: code },
    });
    expect(invitation(code)).toMatchObject({
      ...{ name: '程知遥', phone: '13800000021', maxUses: 1, endedAt: null },
      postings: [
        { role: 'homeroomTeacher', classIds: [CLASSES.eight2] },
        { role: 'subjectTeacher', subject: '化学', classIds: [CLASSES.seven3, CLASSES.seven4] },
      ],
    });
    // What was theirs stays; what the file says is added, and audited.
    expect(member(CAST.subjectTeacher.openid)?.postings).toMatchObject([
      { role: 'subjectTeacher', classIds: [CLASSES.seven3, CLASSES.seven4, CLASSES.seven1] },
    ]);
    expect(
      world
        .stored<Audit>('audits')
        .some(
          ({ action, documentId, by }) =>
            action === 'staff.assign' &&
            documentId === CAST.subjectTeacher.openid &&
            by === office.openid,
        ),
    ).toBe(true);

    const undone = await run('void', id);
    expect(undone.result).toMatchObject({ takenBack: 2, leftCount: 0 });
    expect(invitation(code)?.endedAt).not.toBeNull();
    expect(record('程知遥')).toBeUndefined();
    expect(member(CAST.subjectTeacher.openid)?.postings).toMatchObject([
      { role: 'subjectTeacher', classIds: [CLASSES.seven3, CLASSES.seven4] },
    ]);
    expect(JSON.stringify(world.stored('staffRecords'))).not.toContain('13800000021');
  });

  test('whoever joins with the code is that person; an undo leaves them and says so', async () => {
    const { id } = await applied(['柳青', 'T010', '13800000030', '八年级(2)班班主任']);
    const code = (await plansOf(id)).items[0]?.code;
    const person = { openid: 'oStaffImport-liu' };
    await world.call(person, 'staffDoor.submit', { code, name: '柳青', writeId: newRosterId() });
    expect(record('柳青')?.memberId).toBe(person.openid);
    expect(homeroom(CLASSES.eight2)).toBe(person.openid);
    expect(await world.call(office, 'staff.byId', { memberId: person.openid })).toMatchObject({
      phone: '138****0030',
      staffNumber: 'T010',
    });

    const undone = await run('void', id);
    expect(undone.result.left).toEqual([{ name: '柳青', why: '已经凭邀请加入，身份留着' }]);
    expect(homeroom(CLASSES.eight2)).toBe(person.openid);
  });

  test('a class taken over by the file goes back to whoever had it', async () => {
    const before = member(CAST.homeroomTeacher71.openid)?.postings;
    const view = await checked([CAST.counsellor.name, '', '', '七(1)班主任']);
    const problems = await world.call<{ problems: { text: string }[] }>(
      office,
      'rosterProblem.list',
      { importId: view.id, page: 0 },
    );
    expect(problems.problems).toMatchObject([
      {
        text: `七年级(1)班现在的班主任是“${CAST.homeroomTeacher71.name}”，导入后改为“${CAST.counsellor.name}”。`,
      },
    ]);
    await run('submit', view.id);
    expect(homeroom(CLASSES.seven1)).toBe(CAST.counsellor.openid);
    await run('void', view.id);
    expect(homeroom(CLASSES.seven1)).toBe(CAST.homeroomTeacher71.openid);
    expect(member(CAST.homeroomTeacher71.openid)?.postings).toEqual(before);
    expect(member(CAST.counsellor.openid)?.postings).toMatchObject([{ role: 'counsellor' }]);
  });

  test('empty cells overwrite nothing, and what was changed since stays', async () => {
    const { name, openid } = CAST.leader;
    const first = await applied([name, 'T100', '13800000100', '七(1)班地理']);
    const second = await applied([name, '', '', '七(3)班地理']);
    expect(record(name)).toMatchObject({ phone: '13800000100', staffNumber: 'T100' });
    expect((await run('void', first.id)).result.left).toEqual([
      { name, why: '后来又导入过，没有动' },
    ]);
    const present = await world.call<{ rev: number; postings: object[] }>(office, 'staff.byId', {
      memberId: openid,
    });
    await world.call(office, 'staff.assign', {
      ...{ memberId: openid, rev: present.rev, writeId: newRosterId() },
      postings: present.postings.slice(0, 1),
    });
    expect((await run('void', second.id)).result.left).toEqual([
      { name, why: '身份后来改过，留着' },
    ]);
  });

  test('the same file twice changes nobody twice, killed or not', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => [
      ...[
        `老师${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'子丑寅卯辰巳午未申'[Math.floor(at / 10)]}`,
        `N${at}`,
        '',
      ],
      `七(${[1, 3, 4][at % 3]})书法`,
    ]);
    const view = await checked(...rows);
    expect(view).toMatchObject({ chunks: 3, counts: { create: 90, stop: 0 } });
    await step('submit', view.id);
    // A call that died after its work: the import stands where it was, and the rows know.
    await world.patch('rosterImports', view.id, { done: 0, workingUntil: null });
    const { result } = await run('submit', view.id);
    expect(result.created).toBeGreaterThanOrEqual(90);
    const invited = world.stored<StaffInvitation>('staffInvitations');
    expect(invited.filter(({ name }) => name.startsWith('老师'))).toHaveLength(90);
    const again = await applied(...rows);
    expect(again.result).toMatchObject({ created: 0, updated: 0, same: 90 });
    expect((await plansOf(view.id, 2)).items).toHaveLength(10);
  });

  test('nobody but the offices and the principal reads or brings in staff', async () => {
    const file = await book(['叶听', '', '', '七(1)语文']);
    for (const person of [
      CAST.homeroomTeacher,
      CAST.divisionHead,
      CAST.guardian,
      CAST.otherPrincipal,
    ]) {
      const { reply } = await stage(file, person);
      expect(await reply).toMatchObject({ error: { code: 'notFound' } });
    }
    expect(record('叶听')).toBeUndefined();
  });

  test('an office makes no principal with a file; a principal does', async () => {
    const view = await checked(['邹平', '', '', '校长；七(1)语文']);
    expect((await plansOf(view.id)).items[0]?.says).toEqual(['七年级(1)班 · 语文 · 任课教师']);
    const file = await book(['邹平', '', '', '校长']);
    const other = importsOf(() => world, CAST.principal, { subject: 'staff' });
    const planned = await other.check(await done((await other.stage(file)).reply));
    expect(planned.counts).toMatchObject({ create: 1, stop: 0 });
    // Checked by the principal, applied by the office: left out, and said.
    expect((await run('submit', planned.id)).result.left).toMatchObject([{ name: '邹平' }]);
  });

  test('an empty table is offered, its example is recognised and not brought in', async () => {
    const made = await done(
      ask<{ name: string; url: string }>('rosterTemplate', { subject: 'staff' }),
    );
    expect(made.name).toBe('老师名单空表.xlsx');
    const content = Buffer.from(await (await fetch(made.url)).arrayBuffer());
    expect(await (await stage({ name: made.name, content })).reply).toMatchObject({
      error: { message: expect.stringContaining('没有找到人') },
    });
  });

  test('a departure takes the phone away', async () => {
    const { name, openid } = CAST.mentor;
    await applied([name, 'T200', '13800000200', '八年级(2)班历史']);
    const { rev } = await world.call<{ rev: number }>(office, 'staff.byId', { memberId: openid });
    await world.call(CAST.studentAffairsOffice, 'departure.record', {
      ...{ memberId: openid, rev, writeId: newRosterId(), reason: '调走' },
      successors: NOBODY_YET,
    });
    expect(record(name)).toMatchObject({ phone: '', staffNumber: null });
  });
});

test('the school is one of many: nothing of another school is known or changed', () => {
  expect(
    world.stored<StaffRecord>('staffRecords').every(({ schoolId }) => schoolId === SCHOOL_ID),
  ).toBe(true);
});
