import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { Member } from '../../../domain/access/roles';
import type { Consent } from '../../../domain/joining/consent';
import type { GuardianRequest } from '../../../domain/joining/guardian-request.schema';
import type { StaffInvitation } from '../../../domain/joining/staff-invitation.schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { CAST, CLASSES, STUDENTS } from '../../school/cast';
import { INVITATION_CODE, JOIN_CODE, WAITING } from '../../school/joining';
import { startCloud, type TestCloud } from '../harness/cloud';
import { guardianRequest, invitation } from './joining-examples';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeEach(async () => {
  world = await startCloud();
});
afterEach(() => world.stop());

const { homeroomTeacher, homeroomTeacher82, studentAffairsOffice, principal, stranger } = CAST;
const DAY_MS = 86_400_000;
const waiting = { openid: WAITING.openid };
const student = STUDENTS.menteeIn73;

const look = (code: string, person = stranger as { openid: string }) =>
  world.call<{ classLabel: string; consent: { version: string } }>(person, 'guardianDoor.byId', {
    code,
  });
const ask = (more: object = {}, person = stranger as { openid: string }) =>
  world.call(person, 'guardianDoor.submit', guardianRequest(more));
const approve = (studentId: string = student._id, writeId = newWriteId()) =>
  world.call(homeroomTeacher, 'guardianRequest.close', {
    requestId: WAITING.requestId,
    writeId,
    decision: { state: 'approved', studentId },
  });
const file = (person: { openid: string }, studentId: string = student._id) =>
  world.call(person, 'timeline.list', { studentId });
const requests = () => world.stored<GuardianRequest>('guardianRequests');
const memberOf = (openid: string) =>
  world.stored<Member>('members').find(({ _id }) => _id === openid);

describe('a guardian at the door of a class', () => {
  test('sees where the code leads and what to agree to, before anything is collected', async () => {
    const door = await look(JOIN_CODE);
    expect(door.classLabel).toBe('七年级(3)班');
    expect(JSON.stringify(door.consent)).toContain('青禾实验学校');
    expect(JSON.stringify(door)).not.toContain(student.name);
    expect(requests()).toHaveLength(1);
  });

  test('gets one answer for a wrong, an ended and an expired code, and a pause after ten', async () => {
    const wrong = (await refusal(look('NNNNNNNN'))).message;
    await world.call(homeroomTeacher, 'guardianCode.close', {
      code: JOIN_CODE,
      writeId: newWriteId(),
    });
    expect((await refusal(look(JOIN_CODE))).message).toBe(wrong);
    await world.clock.advance(30 * DAY_MS);
    expect((await refusal(look(JOIN_CODE))).message).toBe(wrong);
    for (let tries = 0; tries < 10; tries += 1) await refusal(look('MMMMMMMM'));
    expect((await refusal(look('MMMMMMMM'))).code).toBe('tooManyTries');
  });

  test('is answered alike whether or not the class has such a child', async () => {
    const known = await ask();
    const unknown = await ask({ childName: '没有这个人' });
    expect(Object.keys(known as object)).toEqual(Object.keys(unknown as object));
    expect(await world.call(stranger, 'guardianDoor.list')).toMatchObject({
      items: [{ state: 'open' }, { state: 'open' }],
    });
  });

  test.each([
    ['without the consent for a child under fourteen', { agreesForChild: false }],
    ['with an older text', { consentVersion: '2020-01' }],
  ])('is not taken in %s', async (_what, more) => {
    expect((await refusal(ask(more))).code).toBe('badInput');
    expect(requests()).toHaveLength(1);
  });

  test('asking twice, and sending twice, is one request', async () => {
    const writeId = newWriteId();
    await Promise.all([ask({ writeId }), ask({ writeId })]);
    await ask();
    expect(requests()).toHaveLength(2);
  });

  test('reads nothing while waiting', async () => {
    expect((await refusal(file(waiting))).code).toBe('notMember');
  });
});

describe('the homeroom teacher', () => {
  const list = (person: { openid: string }) =>
    world.call<{ requests: { studentId: string | null }[] }>(person, 'guardianRequest.list', {
      classId: CLASSES.seven3,
    });

  test('sees each request beside the child that is meant; nobody else sees any', async () => {
    expect((await list(homeroomTeacher)).requests).toMatchObject([
      { guardianName: '周海宁', relation: '爸爸', studentId: student._id },
    ]);
    for (const person of [homeroomTeacher82, principal, CAST.subjectTeacher, CAST.guardian]) {
      expect((await refusal(list(person))).code).toBe('notFound');
    }
  });

  test('lets a guardian in to that child only, with the consent kept', async () => {
    await approve();
    await expect(file(waiting)).resolves.toBeDefined();
    expect((await refusal(file(waiting, STUDENTS.otherChild._id))).code).toBe('notFound');
    const consent = world
      .stored<Consent>('consents')
      .find(({ memberId }) => memberId === WAITING.openid);
    expect(consent).toMatchObject({ studentId: student._id, withdrawnAt: null });
    expect(consent?.agreedForChildAt).toBeTruthy();
    const audits = world.stored<Audit>('audits');
    expect(audits.filter(({ documentId }) => documentId === WAITING.requestId)).toHaveLength(1);
  });

  test('answering twice stores once; somebody else’s later answer is refused with a sentence', async () => {
    const writeId = newWriteId();
    await approve(student._id, writeId);
    await approve(student._id, writeId);
    expect((await refusal(approve())).message).toContain('王晓岚');
    expect(memberOf(WAITING.openid)?.postings).toHaveLength(1);
  });

  test('takes a mistake back, and the right is gone with the next tap', async () => {
    await approve();
    await world.call(homeroomTeacher, 'guardianRequest.void', {
      requestId: WAITING.requestId,
      writeId: newWriteId(),
    });
    expect((await refusal(file(waiting))).code).toBe('notMember');
    expect((await list(homeroomTeacher)).requests).toHaveLength(1);
  });

  test('cannot let anybody in to a child of another class', async () => {
    expect((await refusal(approve(STUDENTS.secondChild._id))).code).toBe('notInClass');
  });

  test('prints the code as a picture', async () => {
    const { picture } = await world.call<{ picture: string }>(
      homeroomTeacher,
      'guardianCode.export',
      { code: JOIN_CODE },
    );
    expect(Buffer.from(picture, 'base64').subarray(1, 4).toString()).toBe('PNG');
  });
});

describe('a guardian of two', () => {
  const withdraw = (studentId: string) =>
    world.call(CAST.guardianOfTwo, 'consent.close', { studentId, writeId: newWriteId() });

  test('takes the consent for one child back: that file closes, the other stays', async () => {
    await withdraw(STUDENTS.firstChild._id);
    const { guardianOfTwo } = CAST;
    expect((await refusal(file(guardianOfTwo, STUDENTS.firstChild._id))).code).toBe('notFound');
    await expect(file(guardianOfTwo, STUDENTS.secondChild._id)).resolves.toBeDefined();
    expect(await world.call(guardianOfTwo, 'consent.list')).toMatchObject({
      children: [{ name: STUDENTS.secondChild.name, isUnderFourteen: true }],
    });
    expect(
      await world.call(homeroomTeacher, 'guardianRequest.list', { classId: CLASSES.seven3 }),
    ).toMatchObject({ withdrawn: [{ childName: STUDENTS.firstChild.name }] });
  });

  test('takes nothing back for a child that is not theirs', async () => {
    expect((await refusal(withdraw(STUDENTS.otherChild._id))).code).toBe('notFound');
  });
});

describe('an invitation to the staff', () => {
  const accept = (code: string, person = stranger as { openid: string }, writeId = newWriteId()) =>
    world.call(person, 'staffDoor.submit', { code, name: '郑一鸣', writeId });
  const make = async (more: object = {}, person = studentAffairsOffice as { openid: string }) =>
    (await world.call<{ code: string }>(person, 'staffInvitation.record', invitation(more))).code;
  const ledger = (person: { openid: string }) =>
    world.call(person, 'classLedger.byId', { classId: CLASSES.seven3 });

  test('says what it gives, and gives it at the next tap, once', async () => {
    expect(await world.call(stranger, 'staffDoor.byId', { code: INVITATION_CODE })).toMatchObject({
      says: ['七年级(3)班 · 物理 · 任课教师'],
    });
    const writeId = newWriteId();
    await accept(INVITATION_CODE, stranger, writeId);
    await accept(INVITATION_CODE, stranger, writeId);
    await expect(ledger(stranger)).resolves.toBeDefined();
    expect((await refusal(accept(INVITATION_CODE, waiting))).code).toBe('joinCodeRefused');
    expect(memberOf(stranger.openid)?.postings).toHaveLength(1);
  });

  test('two at once for one place let in one', async () => {
    const both = await Promise.allSettled([
      accept(INVITATION_CODE, stranger),
      accept(INVITATION_CODE, waiting),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [stored] = world.stored<StaffInvitation>('staffInvitations');
    expect(stored?.usedBy).toHaveLength(1);
  });

  test('makes a homeroom teacher, and the one before has the class no more', async () => {
    const code = await make({
      postings: [
        { role: 'homeroomTeacher', classIds: [CLASSES.seven3], divisionIds: [], subject: '' },
      ],
    });
    await accept(code);
    const revise = (person: { openid: string }) =>
      world.call(person, 'guardianRequest.list', { classId: CLASSES.seven3 });
    await expect(revise(stranger)).resolves.toBeDefined();
    expect((await refusal(revise(homeroomTeacher))).code).toBe('notFound');
    const schoolClass = world
      .stored<SchoolClass>('classes')
      .find(({ _id }) => _id === CLASSES.seven3);
    expect(schoolClass).toMatchObject({ homeroomTeacherName: '郑一鸣' });
  });

  test('an office makes nobody a principal, nor anybody of another school’s class', async () => {
    const head = { role: 'principal', classIds: [], divisionIds: [], subject: '' };
    expect((await refusal(make({ postings: [head] }))).code).toBe('notFound');
    await expect(make({ postings: [head] }, principal)).resolves.toBeDefined();
    const elsewhere = {
      role: 'homeroomTeacher',
      classIds: [CLASSES.elsewhere],
      divisionIds: [],
      subject: '',
    };
    expect((await refusal(make({ postings: [elsewhere] }))).code).toBe('notFound');
  });

  test('ends when it is ended, and by itself after a week', async () => {
    const code = await make();
    await world.call(studentAffairsOffice, 'staffInvitation.close', {
      code,
      writeId: newWriteId(),
    });
    expect((await refusal(accept(code))).code).toBe('joinCodeRefused');
    await world.clock.advance(8 * DAY_MS);
    expect((await refusal(accept(INVITATION_CODE))).code).toBe('joinCodeRefused');
  });
});
