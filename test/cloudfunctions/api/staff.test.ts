/** Roles, teaching assignments, sponsorships and classes, as the office arranges them. */
import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { Member } from '../../../domain/access/roles';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { School } from '../../../domain/school/school.schema';
import { CAST, type CastName, CLASSES, divisionIdOf, SCHOOL_ID, STUDENTS } from '../../school/cast';
import { type CallerOf, startCloud, type TestCloud } from '../harness/cloud';
import { posting } from './staff-examples';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const memberOf = ({ openid }: CallerOf): Member => {
  const found = world.stored<Member>('members').find(({ _id }) => _id === openid);
  if (!found) throw new Error(`${openid} is no member`);
  return found;
};
const classOf = (classId: string) =>
  world.stored<SchoolClass>('classes').find(({ _id }) => _id === classId) as SchoolClass;
const change = (of: CallerOf, postings: object[], writeId = newWriteId()) => ({
  memberId: of.openid,
  rev: memberOf(of).rev ?? 0,
  writeId,
  postings,
});
const assign = (by: CallerOf, input: object) =>
  world.call<{ rev: number }>(by, 'staff.assign', input);
const file = (by: CallerOf, studentId: string) => world.call(by, 'student.byId', { studentId });

describe('who arranges the staff', () => {
  test.each<CastName>(['leader', 'divisionHead', 'homeroomTeacher', 'counsellor', 'guardian'])(
    '%s neither sees the list nor arranges',
    async (name) => {
      expect(await refusal(world.call(CAST[name], 'staff.list'))).toMatchObject({
        code: 'notFound',
      });
      const call = assign(CAST[name], change(CAST[name], [posting('principal')]));
      expect(await refusal(call)).toMatchObject({ code: 'notFound' });
    },
  );

  test('the offices see everybody of the staff with every role, and no guardian', async () => {
    type Line = { name: string; roles: { label: string; reach: string }[] };
    const staff = await world.call<Line[]>(CAST.academicAffairsOffice, 'staff.list');
    const wang = staff.find(({ name }) => name === CAST.homeroomTeacher.name);
    expect(wang?.roles.map(({ label, reach }) => `${label} ${reach}`)).toEqual([
      '班主任 七年级(3)班',
      '任课教师 语文 · 七年级(3)班',
      expect.stringMatching(/^导师 \d+ 名受导学生$/),
    ]);
    expect(staff.map(({ name }) => name)).not.toContain(CAST.guardian.name);
  });

  test('nobody of another school, and no guardian, is arranged', async () => {
    for (const of of [CAST.otherPrincipal, CAST.guardian]) {
      const call = assign(CAST.principal, change(of, [posting('counsellor')]));
      expect(await refusal(call)).toMatchObject({ code: 'notFound' });
    }
  });

  test('an office neither makes nor unmakes a principal while there is one', async () => {
    const made = assign(CAST.studentAffairsOffice, change(CAST.leader, [posting('principal')]));
    const { code, message } = await refusal(made);
    expect(code).toBe('badInput');
    expect(message).toContain('校长');
    const unmade = assign(CAST.studentAffairsOffice, change(CAST.principal, [posting('leader')]));
    expect(await refusal(unmade)).toMatchObject({ code: 'badInput' });
  });
});

describe('what somebody is given', () => {
  test('counts at the next call, and what is taken away is gone at the next call', async () => {
    await refusal(file(CAST.counsellor, STUDENTS.elsewhere._id));
    const studentId = STUDENTS.menteeIn73._id;
    await file(CAST.subjectTeacher, studentId);
    const only71 = posting('subjectTeacher', { classIds: [CLASSES.seven1], subject: '数学' });
    await assign(CAST.academicAffairsOffice, change(CAST.subjectTeacher, [only71]));
    expect(await refusal(file(CAST.subjectTeacher, studentId))).toMatchObject({ code: 'notFound' });
    await file(CAST.subjectTeacher, STUDENTS.menteeIn71._id);
  });

  test('one person holds several roles; mentees stay as they are', async () => {
    const before = memberOf(CAST.mentor).postings.find(({ role }) => role === 'mentor');
    await assign(
      CAST.studentAffairsOffice,
      change(CAST.mentor, [
        posting('divisionHead', { divisionIds: [divisionIdOf(8)] }),
        posting('subjectTeacher', { classIds: [CLASSES.eight2], subject: '英语' }),
      ]),
    );
    const after = memberOf(CAST.mentor).postings;
    expect(after.map(({ role }) => role)).toEqual(['divisionHead', 'subjectTeacher', 'mentor']);
    expect(after.at(-1)).toEqual(before);
    const me = await world.call(CAST.mentor, 'me.byId');
    expect(me).toMatchObject({
      roles: expect.arrayContaining([{ ...anyRole, label: '级部主任', reach: '本级部' }]),
    });
  });

  test('a class has one homeroom teacher: the new one takes it from the one before', async () => {
    const postings = [posting('homeroomTeacher', { classIds: [CLASSES.seven3] })];
    await assign(CAST.principal, change(CAST.counsellor, postings));
    expect(classOf(CLASSES.seven3)).toMatchObject({
      homeroomTeacherId: CAST.counsellor.openid,
      homeroomTeacherName: CAST.counsellor.name,
    });
    const former = memberOf(CAST.homeroomTeacher).postings.map(({ role }) => role);
    expect(former).toEqual(['subjectTeacher', 'mentor']);
    const ledger = world.call(CAST.homeroomTeacher, 'classLedger.record', {
      ...{
        classId: CLASSES.seven3,
        termId: '2026-1',
        writeId: newWriteId(),
        copiesLastTerm: false,
      },
    });
    expect(await refusal(ledger)).toMatchObject({ code: 'notFound' });
    await assign(CAST.principal, change(CAST.counsellor, [posting('counsellor')]));
    expect(classOf(CLASSES.seven3).homeroomTeacherId).toBe('');
  });

  test('a sponsor of the whole school reaches everybody in it and nobody beyond (S4-178, S4-287)', async () => {
    const studentId = STUDENTS.menteeIn71._id;
    expect(await refusal(file(CAST.leader, studentId))).toMatchObject({ code: 'notFound' });
    const whole = posting('leader', { isWholeSchool: true });
    await assign(CAST.studentAffairsOffice, change(CAST.leader, [whole]));
    await file(CAST.leader, studentId);
    const elsewhere = file(CAST.leader, STUDENTS.elsewhere._id);
    expect(await refusal(elsewhere)).toMatchObject({ code: 'notFound' });
    const one = posting('leader', { studentIds: [STUDENTS.menteeIn73._id] });
    await assign(CAST.studentAffairsOffice, change(CAST.leader, [one]));
    await file(CAST.leader, STUDENTS.menteeIn73._id);
    expect(await refusal(file(CAST.leader, studentId))).toMatchObject({ code: 'notFound' });
  });

  test('sent again it changes nothing; from an outdated view it is refused', async () => {
    const input = change(CAST.divisionHead, [
      posting('divisionHead', { divisionIds: [divisionIdOf(7), divisionIdOf(9)] }),
    ]);
    const first = await assign(CAST.principal, input);
    expect(await assign(CAST.principal, input)).toEqual(first);
    const late = { ...input, writeId: newWriteId() };
    expect(await refusal(assign(CAST.principal, late))).toMatchObject({ code: 'stale' });
    const audits = world.stored<Audit>('audits').filter(({ _id }) => _id.endsWith(input.writeId));
    expect(audits).toMatchObject([{ action: 'staff.assign', why: { role: 'principal' } }]);
  });

  test('a class, division or student that is not here is refused', async () => {
    const postings = [posting('homeroomTeacher', { classIds: [CLASSES.elsewhere] })];
    const { message } = await refusal(assign(CAST.principal, change(CAST.counsellor, postings)));
    expect(message).toContain('请刷新后重新选择');
  });
});

describe('classes', () => {
  const school = () =>
    world.stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID) as School;
  const campusId = `${SCHOOL_ID}-campus1`;
  const add = (count: number, entryYear: number) =>
    world.call(CAST.academicAffairsOffice, 'schoolClass.record', {
      ...{ rev: school().rev, writeId: newWriteId(), stage: 'junior' },
      ...{ entryYear, campusId, count },
    });

  test('are added to a grade with the next numbers, and to next year’s before it comes', async () => {
    await add(2, 2027);
    await add(1, 2027);
    const coming = world
      .stored<SchoolClass>('classes')
      .filter(({ entryYear }) => entryYear === 2027);
    expect(coming.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect(new Set(coming.map(({ divisionId }) => divisionId)).size).toBe(1);
    type Seen = { classes: { label: string }[]; divisions: { label: string }[] };
    const seen = await world.call<Seen>(CAST.principal, 'school.byId');
    expect(seen.classes.map(({ label }) => label)).toContain('2027级(3)班');
  });

  test('without students one is closed and opened again; with students it stays', async () => {
    const empty = world.stored<SchoolClass>('classes').find(({ entryYear }) => entryYear === 2027);
    const close = (classId: string, isClosed: boolean) =>
      world.call(CAST.principal, 'schoolClass.close', { classId, writeId: newWriteId(), isClosed });
    expect(await refusal(close(CLASSES.seven1, true))).toMatchObject({ code: 'classNotEmpty' });
    await close(empty?._id as string, true);
    expect(classOf(empty?._id as string).closedOn).toBe('2026-10-29');
    type Listed = { classes: { id: string }[] };
    const students = await world.call<Listed>(CAST.principal, 'student.list', {});
    expect(JSON.stringify(students)).not.toContain(empty?._id);
    await close(empty?._id as string, false);
    expect(classOf(empty?._id as string).closedOn).toBeUndefined();
  });

  test('names are the school’s own: an office is called so everywhere', async () => {
    const { structure, name, rev } = school();
    const input = {
      ...{ rev, writeId: newWriteId(), name, campuses: structure.campuses },
      divisions: [{ id: divisionIdOf(7), label: '七年级部' }],
      officeNames: { studentAffairsOffice: '学生发展处', academicAffairsOffice: '教务处' },
    };
    await world.call(CAST.principal, 'school.revise', input);
    await world.call(CAST.principal, 'school.revise', input);
    const me = await world.call(CAST.studentAffairsOffice, 'me.byId');
    expect(me).toMatchObject({ roles: [{ label: '学生发展处' }] });
    expect(school().rev).toBe(rev + 1);
    const gone = world.call(CAST.principal, 'school.revise', {
      ...{ ...input, rev: rev + 1, writeId: newWriteId() },
      campuses: [{ id: 'another', label: '东校区' }],
    });
    expect(await refusal(gone)).toMatchObject({ code: 'badInput' });
  });
});

const anyRole = { role: expect.anything(), classId: null };
