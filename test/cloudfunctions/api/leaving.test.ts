/** A teacher leaves, a student leaves, a guardian's words are erased. */
import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { Member } from '../../../domain/access/roles';
import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import type { CorrectionRequest } from '../../../domain/correction-request/correction-request.schema';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { Consent } from '../../../domain/joining/consent';
import { ERASED } from '../../../domain/leaving/erasure-request.schema';
import type { Mentorship } from '../../../domain/mentoring/mentorship.schema';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import type { School } from '../../../domain/school/school.schema';
import {
  CAST,
  type CastName,
  CLASSES,
  OTHER_SCHOOL_ID,
  SCHOOL_ID,
  STUDENTS,
} from '../../school/cast';
import { type CallerOf, startCloud, type TestCloud } from '../harness/cloud';
import { NOBODY_YET } from './leaving-examples';
import { line, newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const { principal, studentAffairsOffice, academicAffairsOffice } = CAST;
const { homeroomTeacher, homeroomTeacher82, mentor, leader, guardian } = CAST;

const one = <T extends { _id: string }>(
  collection: Parameters<TestCloud['stored']>[0],
  id: string,
): T => {
  const found = world.stored<T>(collection).find(({ _id }) => _id === id);
  if (!found) throw new Error(`${collection} holds no ${id}`);
  return found;
};
const memberOf = ({ openid }: CallerOf) => one<Member>('members', openid);
const rolesOf = (of: CallerOf) => memberOf(of).postings.map(({ role }) => role);
const menteesIn = (of: CallerOf) =>
  memberOf(of).postings.find(({ role }) => role === 'mentor')?.studentIds ?? [];
const studentOf = (id: string) => one<Student>('students', id);
const classOf = (id: string) => one<SchoolClass>('classes', id);

type Chosen = Partial<Record<keyof typeof NOBODY_YET, string>>;
const departure = (of: CallerOf, chosen: Chosen = {}, writeId = newWriteId()) => ({
  ...{ memberId: of.openid, rev: memberOf(of).rev ?? 0, writeId, reason: '调到别的学校' },
  successors: { ...NOBODY_YET, ...chosen },
});
const leave = (by: CallerOf, input: object) =>
  world.call<{ rev: number; waiting: string[] }>(by, 'departure.record', input);
interface Piece {
  isMoving: boolean;
  waiting: string[];
}
const goOn = (of: CallerOf) =>
  world.call<Piece>(principal, 'departure.close', { memberId: of.openid });
async function handOver(of: CallerOf): Promise<string[]> {
  for (;;) {
    const { isMoving, waiting } = await goOn(of);
    if (!isMoving) return waiting;
  }
}

describe('a teacher leaves', () => {
  test.each<CastName>(['homeroomTeacher82', 'leader', 'divisionHead', 'guardian'])(
    '%s neither sees what is open nor lets anybody go',
    async (name) => {
      const memberId = homeroomTeacher.openid;
      const seen = world.call(CAST[name], 'departure.plan', { memberId });
      expect(await refusal(seen)).toMatchObject({ code: 'notFound' });
      const call = leave(CAST[name], departure(homeroomTeacher));
      expect(await refusal(call)).toMatchObject({ code: 'notFound' });
    },
  );

  test('what is open is listed with who could take it on, whoever knows the class first', async () => {
    type Plan = { kinds: { kind: string; items: string[]; candidateIds: string[] }[] };
    const memberId = homeroomTeacher.openid;
    const { kinds } = await world.call<Plan>(principal, 'departure.plan', { memberId });
    const of = (kind: string) => kinds.find((found) => found.kind === kind);
    expect(of('homeroom')?.items).toEqual(['七年级(3)班']);
    expect(of('subjects')?.items).toEqual(['语文 · 七年级(3)班']);
    expect(of('mentees')?.items).toContain(STUDENTS.firstChild.name);
    expect(of('resolutions')?.items.length).toBeGreaterThan(0);
    expect(of('meetings')?.items.length).toBeGreaterThan(0);
    expect(of('homeroom')?.candidateIds).not.toContain(memberId);
    const place = (id: string) => of('homeroom')?.candidateIds.indexOf(id) ?? -1;
    expect(place(CAST.subjectTeacher.openid)).toBeLessThan(place(homeroomTeacher82.openid));
  });

  test('cases are told to whoever may know of them, and to nobody else (S4-275)', async () => {
    type Plan = { kinds: { kind: string }[] };
    const plan = async (by: CallerOf) =>
      (await world.call<Plan>(by, 'departure.plan', { memberId: leader.openid })).kinds;
    expect(await plan(studentAffairsOffice)).toContainEqual(
      expect.objectContaining({ kind: 'cases' }),
    );
    expect(JSON.stringify(await plan(academicAffairsOffice))).not.toContain('cases');
  });

  test('the last principal stays, and no office lets a principal go', async () => {
    const { message } = await refusal(leave(principal, departure(principal)));
    expect(message).toContain('接任的校长');
    const call = leave(studentAffairsOffice, departure(principal));
    expect(await refusal(call)).toMatchObject({ code: 'badInput' });
  });

  test('a mentor without room is refused before anything happens', async () => {
    const before = one<School>('schools', SCHOOL_ID);
    const { mentoring } = before;
    await world.patch('schools', SCHOOL_ID, { mentoring: { ...mentoring, capacity: 9 } });
    const id = homeroomTeacher.openid;
    const { code } = await refusal(leave(principal, departure(mentor, { mentees: id })));
    await world.patch('schools', SCHOOL_ID, { mentoring });
    expect(code).toBe('mentorFull');
    expect(rolesOf(mentor)).toContain('mentor');
  });

  test('access ends at the next tap; the successor has class, lessons, mentees and decisions (S3-161)', async () => {
    const studentId = STUDENTS.firstChild._id;
    const file = (by: CallerOf) => world.call(by, 'student.byId', { studentId });
    await file(homeroomTeacher);
    expect(await refusal(file(mentor))).toMatchObject({ code: 'notFound' });
    const owed = world
      .stored<Resolution>('resolutions')
      .find(({ ownerId, isOpen }) => isOpen && ownerId === homeroomTeacher.openid) as Resolution;
    const to = mentor.openid;
    const successors = {
      homeroom: to,
      subjects: to,
      mentees: to,
      resolutions: to,
      meetings: to,
      visits: to,
    };
    const visitsOf = ({ openid }: CallerOf, status: string) =>
      world
        .stored<HomeVisit>('homeVisits')
        .filter((visit) => visit.visitorId === openid && visit.status === status);
    const planned = visitsOf(homeroomTeacher, 'planned');
    const made = visitsOf(homeroomTeacher, 'closed');
    expect(planned.length).toBeGreaterThan(0);
    const wanted = [...menteesIn(mentor), ...menteesIn(homeroomTeacher)];
    const input = departure(homeroomTeacher, successors);
    const first = await leave(studentAffairsOffice, input);

    expect(memberOf(homeroomTeacher).postings).toEqual([]);
    expect(await refusal(file(homeroomTeacher))).toMatchObject({ code: 'notMember' });
    expect(classOf(CLASSES.seven3).homeroomTeacherId).toBe('');
    expect(first.waiting).toEqual([
      ...['homeroom', 'subjects', 'mentees', 'resolutions', 'meetings', 'visits'],
    ]);

    // Cut off after the first piece, and sent once more: it goes on where it stood.
    await goOn(homeroomTeacher);
    expect(await leave(studentAffairsOffice, input)).toMatchObject({ rev: first.rev + 1 });
    expect(await handOver(homeroomTeacher)).toEqual([]);
    expect(await handOver(homeroomTeacher)).toEqual([]);

    await file(mentor);
    expect(classOf(CLASSES.seven3).homeroomTeacherName).toBe(mentor.name);
    expect(rolesOf(mentor)).toEqual([
      'subjectTeacher',
      'homeroomTeacher',
      'subjectTeacher',
      'mentor',
    ]);
    expect(studentOf(studentId)).toMatchObject({ mentorId: to, mentorName: mentor.name });
    const history = world
      .stored<Mentorship>('mentorships')
      .filter((found) => found.studentId === studentId && found.until === null);
    expect(history).toMatchObject([{ mentorId: to }]);
    expect(menteesIn(mentor).sort()).toEqual(wanted.sort());

    const { steps, ...after } = one<Resolution>('resolutions', owed._id);
    const { what, dueOn, state, decidedOn } = owed;
    expect(after).toMatchObject({ what, dueOn, state, decidedOn, ownerId: to, memberIds: [to] });
    expect(steps.at(-1)?.kind).toBe('handedOver');
    expect(steps.at(-1)?.words).toContain(`${homeroomTeacher.name}离校（调到别的学校）`);
    const asked = world
      .stored<Consultation>('consultations')
      .filter(({ isOpen, invitedIds }) => isOpen && invitedIds.includes(homeroomTeacher.openid));
    expect(asked).toEqual([]);
    // The plan stays as it was written; visits that were made stay whose they were.
    for (const { _id, plannedOn, askAbout } of planned) {
      expect(one<HomeVisit>('homeVisits', _id)).toMatchObject({
        ...{ visitorId: to, visitorName: mentor.name, plannedOn, askAbout, status: 'planned' },
      });
    }
    expect(visitsOf(homeroomTeacher, 'closed')).toEqual(made);
    const audits = world
      .stored<Audit>('audits')
      .filter(({ action }) => action === 'departure.record');
    expect(audits.map(({ collection }) => collection)).toEqual(
      expect.arrayContaining(['members', 'students', 'resolutions', 'consultations', 'homeVisits']),
    );
  });

  test('without a successor mentees have no mentor and cases no sponsor; the rest is decided later', async () => {
    const mentee = STUDENTS.menteeIn71._id;
    const { waiting } = await leave(principal, departure(mentor));
    expect(waiting).toContain('mentees');
    const left = await handOver(mentor);
    expect(left).toEqual(['homeroom', 'subjects', 'resolutions', 'meetings', 'visits']);
    expect(studentOf(mentee)).toMatchObject({ mentorId: null, mentorshipId: null });
    type Listed = { items: { memberId: string; waiting: string[] }[] };
    const { items } = await world.call<Listed>(principal, 'departure.list');
    expect(items.map(({ memberId }) => memberId)).toEqual([mentor.openid]);

    const later = { rev: 0, memberId: mentor.openid, writeId: newWriteId() };
    const chosen = { ...NOBODY_YET, homeroom: CAST.counsellor.openid };
    const stale = world.call(principal, 'departure.assign', { ...later, successors: chosen });
    expect(await refusal(stale)).toMatchObject({ code: 'stale' });
    type Plan = { departure: { rev: number } };
    const plan = await world.call<Plan>(principal, 'departure.plan', { memberId: mentor.openid });
    const { rev } = plan.departure;
    await world.call(principal, 'departure.assign', { ...later, rev, successors: chosen });
    expect(await handOver(mentor)).toEqual(['subjects', 'resolutions', 'meetings', 'visits']);
    expect(classOf(CLASSES.seven3).homeroomTeacherName).toBe(CAST.counsellor.name);

    const cases = () =>
      world
        .stored<AttentionCase>('attentionCases')
        .filter(({ sponsorId, status }) => status === 'open' && sponsorId === leader.openid);
    expect(cases().length).toBeGreaterThan(0);
    await leave(principal, departure(leader));
    await handOver(leader);
    expect(cases()).toEqual([]);
  });

  test('postings of another school stay', async () => {
    const { postings } = memberOf(CAST.divisionHead);
    const elsewhere = { schoolId: OTHER_SCHOOL_ID, role: 'counsellor' };
    await world.patch('members', CAST.divisionHead.openid, { postings: [...postings, elsewhere] });
    await leave(principal, departure(CAST.divisionHead));
    expect(memberOf(CAST.divisionHead).postings).toEqual([elsewhere]);
  });
});

describe('a student comes, changes class and leaves', () => {
  const office = academicAffairsOffice;
  const { eight2, nine1 } = CLASSES;
  const studentId = 'newStudent00000001';
  const edit = () => ({ studentId, rev: studentOf(studentId).rev, writeId: newWriteId() });
  const countOf = (classId: string) => classOf(classId).studentCount;
  const fresh = (name: string, more: object = {}) => ({
    ...{ studentId, writeId: newWriteId(), classId: eight2, name, sex: 'male' },
    ...{ studentNumber: '', ...more },
  });

  test('by hand into one’s own class; a namesake needs a number', async () => {
    const before = countOf(eight2);
    const same = world.call(
      homeroomTeacher82,
      'enrolment.record',
      fresh(STUDENTS.secondChild.name),
    );
    expect((await refusal(same)).message).toContain('请填学号');
    const input = fresh('叶知秋');
    await world.call(homeroomTeacher82, 'enrolment.record', input);
    await world.call(homeroomTeacher82, 'enrolment.record', input);
    expect(countOf(eight2)).toBe(before + 1);
    const other = { ...fresh('叶知秋', { classId: nine1 }), studentId: newWriteId() };
    const elsewhere = world.call(homeroomTeacher82, 'enrolment.record', other);
    expect(await refusal(elsewhere)).toMatchObject({ code: 'notFound' });
  });

  test('into another class by the office, and both classes count again', async () => {
    const [from, to] = [countOf(eight2), countOf(nine1)];
    const input = { ...edit(), classId: nine1 };
    const own = world.call(homeroomTeacher82, 'enrolment.assign', input);
    expect(await refusal(own)).toMatchObject({ code: 'notFound' });
    await world.call(office, 'enrolment.assign', input);
    expect([countOf(eight2), countOf(nine1)]).toEqual([from - 1, to + 1]);
    expect(studentOf(studentId).classId).toBe(nine1);
    await world.call(office, 'enrolment.assign', { ...edit(), classId: eight2 });
  });

  test('whoever left is only read, their guardian reads on, and a slip is taken back', async () => {
    const child = STUDENTS.secondChild._id;
    const { guardianOfTwo } = CAST;
    const before = { count: countOf(eight2), student: studentOf(child) };
    const left = { studentId: child, rev: before.student.rev, on: '2026-10-28', reason: '转学' };
    const close = (by: CallerOf, more: object = {}) =>
      world.call<{ rev: number }>(by, 'enrolment.close', {
        ...{ ...left, writeId: newWriteId() },
        ...more,
      });
    expect(await refusal(close(CAST.homeroomTeacher71))).toMatchObject({ code: 'notFound' });
    expect(await refusal(close(guardianOfTwo))).toMatchObject({ code: 'notFound' });
    const early = close(homeroomTeacher82, { on: '2026-11-30' });
    expect((await refusal(early)).message).toContain('还没有到');
    const { rev } = await close(homeroomTeacher82);

    expect(studentOf(child)).toMatchObject({ status: 'left', mentorId: null });
    expect(countOf(eight2)).toBe(before.count - 1);
    const words = line(child, 0, {});
    const write = world.call(homeroomTeacher82, 'ledgerEntry.revise', words);
    expect(await refusal(write)).toMatchObject({ code: 'studentLeft' });
    type Head = { hasLeft: boolean; left: { reason: string } };
    const head = await world.call<Head>(guardianOfTwo, 'student.byId', { studentId: child });
    expect(head).toMatchObject({ hasLeft: true, left: { reason: '转学' } });

    const undo = { studentId: child, rev, writeId: newWriteId() };
    await world.call(homeroomTeacher82, 'enrolment.void', undo);
    await world.call(homeroomTeacher82, 'enrolment.void', undo);
    const { mentorId, mentorshipId } = before.student;
    expect(studentOf(child)).toMatchObject({ status: 'enrolled', mentorId, mentorshipId });
    expect(countOf(eight2)).toBe(before.count);
  });
});

describe('a guardian asks for erasure', () => {
  const studentId = STUDENTS.otherChild._id;
  const ask = (by: CallerOf) =>
    world.call<{ id: string; rev: number }>(by, 'erasureRequest.submit', {
      ...{ studentId, writeId: newWriteId() },
    });

  test('for one’s own child only, told what stays by law; and may take it back', async () => {
    type Plan = { parts: { text: string }[]; request: { id: string } | null };
    const plan = () => world.call<Plan>(guardian, 'erasureRequest.plan', { studentId });
    expect((await plan()).parts.map(({ text }) => text).join()).toContain('学籍');
    expect(await refusal(ask(CAST.guardianOfTwo))).toMatchObject({ code: 'notFound' });
    expect(await refusal(ask(principal))).toMatchObject({ code: 'notFound' });
    const { id } = await ask(guardian);
    expect((await ask(guardian)).id).toBe(id);
    const back = { requestId: id, writeId: newWriteId() };
    const others = world.call(CAST.guardianOfTwo, 'erasureRequest.void', back);
    expect(await refusal(others)).toMatchObject({ code: 'notFound' });
    await world.call(guardian, 'erasureRequest.void', back);
    expect((await plan()).request).toBeNull();
  });

  test('the office carries it out: words and name go, the consent stays as dates, the reach ends', async () => {
    const what = '我写的是孩子晚上十点睡，不是十一点。';
    await world.call(guardian, 'correctionRequest.record', {
      ...{ studentId, writeId: newWriteId(), what, why: '我是看着他睡的' },
    });
    const { id, rev } = await ask(guardian);
    for (const by of [CAST.homeroomTeacher71, academicAffairsOffice, guardian]) {
      const list = world.call(by, 'erasureRequest.list');
      expect(await refusal(list)).toMatchObject({ code: 'notFound' });
    }
    type Listed = { items: object[] };
    const { items } = await world.call<Listed>(studentAffairsOffice, 'erasureRequest.list');
    expect(items).toMatchObject([
      { id, guardianName: guardian.name, childName: STUDENTS.otherChild.name },
    ]);
    const close = () =>
      world.call<{ isDone: boolean }>(studentAffairsOffice, 'erasureRequest.close', {
        ...{ requestId: id, rev, writeId: newWriteId() },
      });
    for (let pieces = 0; pieces < 10 && !(await close()).isDone; pieces += 1);
    expect(await close()).toMatchObject({ isDone: true });

    const kept = [
      ...world.stored<CorrectionRequest>('correctionRequests'),
      ...world.stored<object>('interactionRecords'),
      ...world.stored<object>('revisions'),
      ...world.stored<object>('timeline'),
      ...world.stored<object>('guardianRequests'),
      ...world.stored<object>('consents'),
      ...world.stored<object>('erasureRequests'),
    ].filter((found) => JSON.stringify(found).includes(studentId));
    expect(JSON.stringify(kept)).not.toContain(what);
    expect(JSON.stringify(kept)).not.toContain(guardian.name);
    expect(JSON.stringify(kept)).toContain(ERASED);
    const consent = world
      .stored<Consent>('consents')
      .find((found) => found.studentId === studentId && found.memberId === guardian.openid);
    expect(consent?.withdrawnAt).not.toBeNull();
    expect(consent?.agreedAt).toBeTruthy();
    const file = world.call(guardian, 'student.byId', { studentId });
    expect(await refusal(file)).toMatchObject({ code: 'notMember' });
  });
});
