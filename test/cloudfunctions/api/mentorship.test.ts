import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { Member } from '../../../domain/access/roles';
import { menteesOf } from '../../../domain/mentoring/mentorship.rules';
import { type Mentorship, mentorshipIdOf } from '../../../domain/mentoring/mentorship.schema';
import type { Student } from '../../../domain/school/roster.schema';
import {
  CAST,
  CAST_TODAY,
  type CastName,
  CLASSES,
  PLACES_WITHOUT_MENTOR,
  SCHOOL_ID,
  STUDENTS,
  studentIdOf,
} from '../../school/cast';
import { type CallerOf, startCloud, type TestCloud } from '../harness/cloud';
import { assignment, newWriteId, refusal } from './writes';

interface Plan {
  classId: string | null;
  classes: { id: string; label: string; withoutMentor: number }[];
  capacity: number;
  students: { id: string; name: string; mentorshipId: string | null; mentor: string | null }[];
  mentors: { id: string; name: string; capacity: string; mentees: number }[];
}
interface Assigned {
  mentor: { id: string; name: string; mentees: number };
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const plan = (person: CallerOf, input: object = {}) =>
  world.call<Plan>(person, 'mentorship.plan', input);
const assign = (person: CallerOf, input: object) =>
  world.call<Assigned>(person, 'mentorship.assign', input);
const studentOf = (id: string) =>
  world.stored<Student>('students').find(({ _id }) => _id === id) as Student;
const menteesNow = ({ openid }: CallerOf) => {
  const member = world.stored<Member>('members').find(({ _id }) => _id === openid);
  return member ? menteesOf(member, SCHOOL_ID) : [];
};
const historyOf = (studentId: string) =>
  world.stored<Mentorship>('mentorships').filter((one) => one.studentId === studentId);
/** As the person sees a student: with the mentorship that stands. */
const seen = (studentId: string) => ({
  studentId,
  mentorshipId: studentOf(studentId).mentorshipId,
});

const WITHOUT = PLACES_WITHOUT_MENTOR.map((place) => studentIdOf(CLASSES.nine1, place));

describe('what assigning needs to see', () => {
  test('a homeroom teacher opens on the own class, with everybody who may be a mentor', async () => {
    const own = await plan(CAST.homeroomTeacher);
    expect(own.classId).toBe(CLASSES.seven3);
    expect(own.classes.map(({ label }) => label)).toEqual(['七年级(3)班']);
    const names = own.mentors.map(({ name }) => name);
    expect(names).toContain(CAST.leader.name);
    expect(names).not.toContain(CAST.guardian.name);
    expect(names).not.toContain(CAST.otherPrincipal.name);
    // Whoever teaches the class stands first, with the subject and the load.
    expect(own.mentors.find(({ name }) => name === CAST.subjectTeacher.name)).toMatchObject({
      capacity: '数学',
      mentees: 0,
    });
    expect(own.mentors.find(({ name }) => name === CAST.mentor.name)?.mentees).toBe(6);
  });

  test('the office chooses a class and finds those without a mentor first', async () => {
    const { classes, students: none } = await plan(CAST.studentAffairsOffice);
    expect(none).toEqual([]);
    expect(classes.filter(({ withoutMentor }) => withoutMentor > 0)).toEqual([
      { id: CLASSES.nine1, label: '九年级(1)班', withoutMentor: WITHOUT.length },
    ]);
    const { students } = await plan(CAST.studentAffairsOffice, { classId: CLASSES.nine1 });
    expect(students.slice(0, 3).map(({ mentor }) => mentor)).toEqual([null, null, null]);
    expect(students[3]?.mentor).not.toBeNull();
  });

  test.each<CastName>(['mentor', 'leader', 'subjectTeacher', 'guardian', 'counsellor'])(
    '%s does not assign',
    async (name) => {
      expect(await refusal(plan(CAST[name]))).toMatchObject({ code: 'notFound' });
      const call = assign(CAST[name], assignment([seen(STUDENTS.menteeIn73._id)]));
      expect(await refusal(call)).toMatchObject({ code: 'notFound' });
    },
  );

  test('a homeroom teacher assigns in the own class only', async () => {
    const call = assign(CAST.homeroomTeacher, assignment([seen(STUDENTS.menteeIn71._id)]));
    expect(await refusal(call)).toMatchObject({ code: 'notFound' });
  });
});

describe('giving students to a mentor (S4-205, S4-285)', () => {
  test('many at once: student, posting and history change together', async () => {
    const input = assignment(WITHOUT.map(seen), CAST.counsellor.openid);
    const { mentor } = await assign(CAST.studentAffairsOffice, input);
    expect(mentor).toMatchObject({ name: CAST.counsellor.name, mentees: 3 });
    expect(menteesNow(CAST.counsellor).sort()).toEqual(WITHOUT);
    for (const studentId of WITHOUT) {
      expect(studentOf(studentId)).toMatchObject({
        mentorName: CAST.counsellor.name,
        mentorshipId: mentorshipIdOf(input.writeId, studentId),
        mentorSince: CAST_TODAY,
      });
      expect(historyOf(studentId)).toMatchObject([{ from: CAST_TODAY, until: null }]);
    }
  });

  test('who becomes a mentor reads the new mentees at the next tap, and who was one no more', async () => {
    const studentId = STUDENTS.menteeIn73._id;
    await world.call(CAST.mentor, 'talk.list', { studentId });
    await assign(CAST.homeroomTeacher, assignment([seen(studentId)], CAST.subjectTeacher.openid));

    const mine = await world.call<{ name: string }[]>(CAST.subjectTeacher, 'mentee.list');
    expect(mine.map(({ name }) => name)).toEqual([STUDENTS.menteeIn73.name]);
    await world.call(CAST.subjectTeacher, 'talk.list', { studentId });
    const former = world.call(CAST.mentor, 'talk.list', { studentId });
    expect(await refusal(former)).toMatchObject({ code: 'notFound' });
    expect(menteesNow(CAST.mentor)).not.toContain(studentId);
  });

  test('the history keeps who was mentor from when to when, and why it changed', async () => {
    const studentId = STUDENTS.menteeIn73._id;
    type Line = { mentorName: string; until: string | null; reason: string };
    const history = await world.call<Line[]>(CAST.homeroomTeacher, 'mentorship.byId', {
      studentId,
    });
    expect(history).toMatchObject([
      { mentorName: CAST.subjectTeacher.name, until: null, reason: '换到熟悉的老师' },
      { mentorName: CAST.mentor.name, until: CAST_TODAY, reason: '' },
    ]);
  });

  test('sent again it changes nothing, also after others have built on it', async () => {
    const studentId = studentIdOf(CLASSES.seven3, 4);
    const input = assignment([seen(studentId)], CAST.principal.openid);
    await assign(CAST.homeroomTeacher, input);
    await assign(CAST.homeroomTeacher, input);
    await assign(CAST.homeroomTeacher, assignment([seen(studentId)], CAST.mentor.openid));
    await assign(CAST.homeroomTeacher, input);
    expect(studentOf(studentId).mentorId).toBe(CAST.mentor.openid);
    expect(historyOf(studentId)).toHaveLength(3);
    const audits = world.stored<Audit>('audits').filter(({ _id }) => _id.endsWith(input.writeId));
    expect(audits).toMatchObject([{ action: 'mentorship.assign', studentId }]);
  });

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const studentId = studentIdOf(CLASSES.seven3, 5);
    const outdated = seen(studentId);
    await assign(CAST.divisionHead, assignment([outdated], CAST.leader.openid));
    const late = assign(CAST.homeroomTeacher, assignment([outdated], CAST.principal.openid));
    expect(await refusal(late)).toMatchObject({ code: 'stale' });
    expect(studentOf(studentId).mentorName).toBe(CAST.leader.name);
  });

  test('two who assign the same student at once leave one mentor, one of them refused', async () => {
    const studentId = studentIdOf(CLASSES.seven3, 6);
    const row = seen(studentId);
    const calls = [CAST.principal.openid, CAST.academicAffairsOffice.openid].map((mentorId) =>
      assign(CAST.homeroomTeacher, assignment([row], mentorId)),
    );
    const ended = (await Promise.allSettled(calls)).map(({ status }) => status);
    expect(ended.sort()).toEqual(['fulfilled', 'rejected']);
    const holders = world
      .stored<Member>('members')
      .filter((member) => menteesOf(member, SCHOOL_ID).includes(studentId));
    expect(holders.map(({ _id }) => _id)).toEqual([studentOf(studentId).mentorId]);
    expect(historyOf(studentId).filter(({ until }) => until === null)).toHaveLength(1);
  });

  test('nobody gets more than the school allows', async () => {
    const setting = {
      rev: 1,
      writeId: newWriteId(),
      capacity: 7,
      talkEveryDays: 14,
      visitFeedbackDays: 5,
    };
    await world.call(CAST.principal, 'mentoringSetting.revise', setting);
    await world.call(CAST.principal, 'mentoringSetting.revise', setting);
    expect(await world.call(CAST.principal, 'mentoringSetting.list')).toEqual({
      rev: 2,
      capacity: 7,
      talkEveryDays: 14,
      visitFeedbackDays: 5,
    });
    const places = [1, 2, 6, 7].map((place) => seen(studentIdOf(CLASSES.seven1, place)));
    const call = assign(CAST.homeroomTeacher71, assignment(places, CAST.mentor.openid));
    const { code, message } = await refusal(call);
    expect(code).toBe('mentorFull');
    expect(message).toContain('学校定的上限是 7 名');
    expect(studentOf(places[0]?.studentId as string).mentorId).not.toBe(CAST.mentor.openid);
  });

  test('a guardian, or somebody of another school, becomes nobody’s mentor', async () => {
    for (const { openid } of [CAST.guardian, CAST.otherPrincipal, CAST.stranger]) {
      const call = assign(
        CAST.homeroomTeacher,
        assignment([seen(STUDENTS.otherChild._id)], openid),
      );
      expect(await refusal(call)).toMatchObject({ code: 'mentorUnknown' });
    }
  });

  test('a change of mentor says why', async () => {
    const row = seen(STUDENTS.otherChild._id);
    const call = assign(CAST.homeroomTeacher, {
      writeId: newWriteId(),
      mentorId: CAST.principal.openid,
      students: [row],
      reason: '',
    });
    expect(await refusal(call)).toMatchObject({
      code: 'badInput',
      fields: { reason: '名单里有学生已有导师，请写下更换的原因。' },
    });
  });
});
