/** A name that was misspelled, and a class that belongs to another division. */
import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { Member } from '../../../domain/access/roles';
import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import type { ClassLedger } from '../../../domain/class-ledger/class-ledger.schema';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { Mentorship } from '../../../domain/mentoring/mentorship.schema';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import { CAST, type CastName, CLASSES, divisionIdOf, STUDENTS } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

// A whole night of the timer is run.
jest.setTimeout(90_000);

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const stored = <T>(name: Parameters<TestCloud['stored']>[0], is: (one: T) => boolean) =>
  world.stored<T>(name).filter(is);

describe('a teacher is called otherwise', () => {
  const { homeroomTeacher } = CAST;
  const { openid } = homeroomTeacher;
  const name = '王晓澜';
  const correction = (rev = 0) => ({ memberId: openid, rev, writeId: newWriteId(), name });

  test.each<CastName>(['leader', 'divisionHead', 'homeroomTeacher', 'guardian', 'otherPrincipal'])(
    '%s corrects nobody’s name',
    async (who) => {
      const call = world.call(CAST[who], 'staff.revise', correction());
      expect(await refusal(call)).toMatchObject({ code: 'notFound' });
    },
  );

  test('and every list and whatever is open says so; what was written keeps the name of then', async () => {
    const isMine = ({ visitorId }: HomeVisit) => visitorId === openid;
    const made = stored<HomeVisit>('homeVisits', (one) => isMine(one) && one.status === 'closed');
    const input = correction();
    await world.call(CAST.academicAffairsOffice, 'staff.revise', input);
    expect(await world.call(homeroomTeacher, 'me.byId')).toMatchObject({ name });
    const staff = await world.call<{ name: string }[]>(CAST.principal, 'staff.list');
    expect(staff.map((one) => one.name)).toContain(name);

    const [own] = stored<SchoolClass>('classes', ({ _id }) => _id === CLASSES.seven3);
    expect(own?.homeroomTeacherName).toBe(name);
    const students = stored<Student>('students', ({ mentorId }) => mentorId === openid);
    const mentorships = stored<Mentorship>(
      'mentorships',
      ({ mentorId, until }) => mentorId === openid && until === null,
    );
    for (const one of [...students, ...mentorships]) expect(one.mentorName).toBe(name);
    expect(students.length * mentorships.length).toBeGreaterThan(0);
    const owed = stored<Resolution>('resolutions', (one) => one.isOpen && one.ownerId === openid);
    expect(owed.length).toBeGreaterThan(0);
    for (const one of owed) expect(one.ownerName).toBe(name);
    const seats = stored<Consultation>('consultations', ({ isOpen }) => isOpen).flatMap(
      ({ invited }) => invited.filter(({ memberId }) => memberId === openid),
    );
    expect(seats.length).toBeGreaterThan(0);
    for (const seat of seats) expect(seat.name).toBe(name);
    const planned = stored<HomeVisit>(
      'homeVisits',
      (one) => isMine(one) && one.status === 'planned',
    );
    expect(planned.every(({ visitorName }) => visitorName === name)).toBe(true);
    expect(
      stored<HomeVisit>('homeVisits', (one) => isMine(one) && one.status === 'closed'),
    ).toEqual(made);

    const [audit] = stored<Audit>('audits', ({ action }) => action === 'staff.revise');
    expect(audit).toMatchObject({ documentId: openid, reason: '原来的姓名是“王晓岚”' });

    // Sent again it is the same correction; from an outdated view it is refused.
    await world.call(CAST.academicAffairsOffice, 'staff.revise', input);
    const [member] = stored<Member>('members', ({ _id }) => _id === openid);
    expect(member).toMatchObject({ name, rev: 1 });
    const stale = world.call(CAST.principal, 'staff.revise', correction());
    expect(await refusal(stale)).toMatchObject({ code: 'stale' });
  });

  test('nobody is called nothing', async () => {
    const call = world.call(CAST.principal, 'staff.revise', { ...correction(1), name: ' ' });
    expect(await refusal(call)).toMatchObject({ code: 'badInput' });
  });
});

describe('a class goes to another division', () => {
  const classId = CLASSES.seven1;
  const divisionId = divisionIdOf(8);
  const move = (to = divisionId) => ({ classId, divisionId: to, writeId: newWriteId() });
  const studentId = STUDENTS.menteeIn71._id;
  const file = () => world.call(CAST.divisionHead, 'student.byId', { studentId });

  test.each<CastName>(['leader', 'divisionHead', 'homeroomTeacher71', 'otherPrincipal'])(
    '%s moves no class',
    async (who) => {
      const call = world.call(CAST[who], 'schoolClass.assign', move());
      expect(await refusal(call)).toMatchObject({ code: 'notFound' });
    },
  );

  test('with its students and this term’s ledger: the head of the former reaches it no more', async () => {
    await file();
    await world.call(CAST.studentAffairsOffice, 'schoolClass.assign', move());
    expect(await refusal(file())).toMatchObject({ code: 'notFound' });
    const [own] = stored<SchoolClass>('classes', ({ _id }) => _id === classId);
    expect(own).toMatchObject({ divisionId, studentCount: own?.studentCount });
    const isOfClass = (one: { classId?: string | null }) => one.classId === classId;
    const students = stored<Student>('students', isOfClass);
    expect(new Set(students.map((one) => one.divisionId))).toEqual(new Set([divisionId]));
    const [ledger] = stored<ClassLedger>(
      'classLedgers',
      (one) => isOfClass(one) && one.termId === '2026-1',
    );
    expect(ledger?.divisionId).toBe(divisionId);
    const [before] = stored<ClassLedger>(
      'classLedgers',
      (one) => isOfClass(one) && one.termId === '2025-2',
    );
    expect(before?.divisionId ?? divisionIdOf(7)).toBe(divisionIdOf(7));

    // Open files follow in the night, as they follow a student.
    const open = stored<AttentionCase>(
      'attentionCases',
      (one) => isOfClass(one) && one.status === 'open',
    );
    await world.clock.set(Date.parse('2026-10-30T04:30:00+08:00'));
    await world.cloud.timer.fire('timer');
    for (const { _id } of open) {
      const [one] = stored<AttentionCase>('attentionCases', (found) => found._id === _id);
      expect(one?.divisionId).toBe(divisionId);
    }
    // And back with one call, twice as once.
    const back = move(divisionIdOf(7));
    await world.call(CAST.principal, 'schoolClass.assign', back);
    await world.call(CAST.principal, 'schoolClass.assign', back);
    await file();
  });

  test('no division that the school does not have', async () => {
    const call = world.call(CAST.principal, 'schoolClass.assign', move('baiyang-g3'));
    expect(await refusal(call)).toMatchObject({ code: 'badInput' });
  });
});
