import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { Member } from '../../../domain/access/roles';
import {
  type HealthCondition,
  healthConditionIdOf,
} from '../../../domain/health-register/health-register.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { CAST, CLASSES, SCHOOL_ID, STUDENTS, studentIdOf } from '../../school/cast';
import { SEALED_MARK } from '../../school/lines';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const studentId = studentIdOf(CLASSES.seven3, 5);
interface Opened {
  words: { parts: Record<string, string> } | null;
  wordsRev: number;
  acknowledgements: { done: string[]; waiting: string[] } | null;
  may: { acknowledge: boolean; revise: boolean };
}
type Person = { openid: string };
const open = (person: Person, of = studentId) =>
  world.call<Opened>(person, 'healthCondition.byId', { studentId: of });
const acknowledge = (person: Person, wordsRev: number) =>
  world.call(person, 'healthCondition.signOff', { studentId, wordsRev, writeId: newWriteId() });
const waitingFor = async (person: Person) =>
  (await world.call<{ health: { waiting: { studentId: string }[] } }>(person, 'careDuty.list', {}))
    .health.waiting;
const words = (rev: number, more: object = {}) => ({
  studentId,
  rev,
  writeId: newWriteId(),
  what: '哮喘',
  act: '坐下休息，联系校医',
  avoid: '冷天长跑',
  ...more,
});

describe('what everybody who teaches the child must know', () => {
  test('is opened by a subject teacher; the audit is there with the reason 安全须知', async () => {
    const { words: shown } = await open(CAST.subjectTeacher);
    expect(shown?.parts.what).toContain('哮喘');
    const audits = world
      .stored<Audit>('audits')
      .filter(
        ({ action, by }) => action === 'healthCondition.read' && by === CAST.subjectTeacher.openid,
      );
    expect(audits).toEqual([expect.objectContaining({ reason: '安全须知', studentId })]);
  });

  test.each([
    ['a teacher of another class', CAST.homeroomTeacher71],
    ['the academic office', CAST.academicAffairsOffice],
    ['a family', CAST.guardian],
  ])('%s cannot open it', async (_who, person) => {
    expect((await refusal(open(person))).code).toBe('notFound');
  });

  test('stands in no list: a list has names only', async () => {
    const answers = await world.callMany(CAST.principal, [
      { path: 'healthCondition.list', input: {} },
    ]);
    expect(JSON.stringify(answers)).toContain(studentId);
    expect(JSON.stringify(answers)).not.toContain(SEALED_MARK);
  });
});

describe('acknowledging', () => {
  test('waits in today until it is done, by one tap for the wording on the screen', async () => {
    expect(await waitingFor(CAST.subjectTeacher)).toContainEqual(
      expect.objectContaining({ studentId }),
    );
    const { wordsRev, may } = await open(CAST.subjectTeacher);
    expect(may).toEqual({ acknowledge: true, revise: false });
    await acknowledge(CAST.subjectTeacher, wordsRev);
    await acknowledge(CAST.subjectTeacher, wordsRev);
    expect(await waitingFor(CAST.subjectTeacher)).not.toContainEqual(
      expect.objectContaining({ studentId }),
    );
    const { acknowledgements } = await open(CAST.homeroomTeacher);
    expect(acknowledgements?.done.sort()).toEqual(['吴知行', '王晓岚']);
    expect(acknowledgements?.waiting).toContain('陈向南');
  });

  test('is asked again of everybody when the words change, but of whoever wrote them', async () => {
    await world.call(CAST.homeroomTeacher, 'healthCondition.revise', words(1));
    expect((await refusal(acknowledge(CAST.subjectTeacher, 1))).code).toBe('stale');
    const { acknowledgements, wordsRev } = await open(CAST.homeroomTeacher);
    expect(wordsRev).toBe(2);
    expect(acknowledgements?.done).toEqual(['王晓岚']);
    expect(acknowledgements?.waiting).toContain('吴知行');
  });

  test('a teacher who is new to the class stands among the waiting by themselves', async () => {
    const member: Member = {
      _id: 'oQingHe-new',
      name: '新来的',
      postings: [
        {
          schoolId: SCHOOL_ID,
          role: 'subjectTeacher',
          classIds: [CLASSES.seven3],
          subject: '体育',
        },
      ],
    };
    world.cloud.database.insertMany('members', [member as never]);
    expect(await waitingFor({ openid: member._id })).toHaveLength(1);
    const { students } = await world.call<{
      students: { studentId: string; waiting: string[] }[];
    }>(CAST.homeroomTeacher, 'healthAcknowledgement.list', { classId: CLASSES.seven3 });
    expect(students[0]?.waiting).toContain('新来的');
  });

  test('is not asked of a subject teacher about who else has', async () => {
    const call = world.call(CAST.subjectTeacher, 'healthAcknowledgement.list', {
      classId: CLASSES.seven3,
    });
    expect((await refusal(call)).code).toBe('notFound');
  });
});

describe('a register longer than a page', () => {
  test('asks for the last one too when all before it are acknowledged', async () => {
    const [known] = world.stored<HealthCondition>('healthConditions');
    const { openid: memberId, name } = CAST.subjectTeacher;
    const { classId, ...rest } = { ...(known as HealthCondition), classId: CLASSES.seven3 };
    const made = Array.from({ length: 32 }, (_, place) => {
      const id = `one-of-many-${String(place).padStart(2, '0')}`;
      const mine = { memberId, name, at: rest.createdAt, ofRev: rest.wordsRev };
      return {
        ...{ ...rest, classId, _id: healthConditionIdOf(id), studentId: id, status: 'active' },
        acknowledgements: place < 31 ? [mine] : [],
      };
    });
    world.cloud.database.insertMany('healthConditions', made as never[]);
    const waiting = await waitingFor(CAST.subjectTeacher);
    expect(waiting.map((one) => one.studentId)).toContain('one-of-many-31');
    expect(waiting.map((one) => one.studentId)).not.toContain('one-of-many-30');
  });
});

describe('the register', () => {
  test('goes with a student into another class at once: who teaches there is asked', async () => {
    const moved = studentIdOf(CLASSES.seven1, 5);
    const isAsked = async (person: Person) =>
      (await waitingFor(person)).some((one) => one.studentId === moved);
    expect(await isAsked(CAST.homeroomTeacher82)).toBe(false);
    const found = world.stored<Student>('students').find(({ _id }) => _id === moved) as Student;
    await world.call(CAST.academicAffairsOffice, 'enrolment.assign', {
      ...{ studentId: moved, rev: found.rev, writeId: newWriteId(), classId: CLASSES.eight2 },
    });
    expect(await isAsked(CAST.homeroomTeacher82)).toBe(true);
    expect(await isAsked(CAST.homeroomTeacher71)).toBe(false);
  });

  test('takes a student in once; the same write again changes nothing', async () => {
    const input = words(0, { studentId: STUDENTS.firstChild._id });
    const first = await world.call(CAST.homeroomTeacher, 'healthCondition.revise', input);
    expect(await world.call(CAST.homeroomTeacher, 'healthCondition.revise', input)).toEqual(first);
    expect((await open(CAST.homeroomTeacher, STUDENTS.firstChild._id)).wordsRev).toBe(1);
  });

  test('shows both versions to whoever edits an old one, and writes that they saw it', async () => {
    const { code, data } = await refusal(
      world.call(CAST.homeroomTeacher, 'healthCondition.revise', words(0)),
    );
    expect({ code, data }).toMatchObject({ code: 'stale', data: { parts: { what: '哮喘' } } });
  });

  test('lets a student go with a reason; the words stay sealed and nobody owes anything', async () => {
    await world.call(CAST.homeroomTeacher, 'healthCondition.close', {
      studentId,
      writeId: newWriteId(),
      reason: '医院证明已痊愈',
    });
    expect((await open(CAST.homeroomTeacher)).words).toBeNull();
    expect(await waitingFor(CAST.subjectTeacher)).not.toContainEqual(
      expect.objectContaining({ studentId }),
    );
  });
});
