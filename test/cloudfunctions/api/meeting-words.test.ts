import { CAST, CLASSES, divisionIdOf, SCHOOL_ID, STUDENTS } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { attendance, meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

type Who = { openid: string };

/** A meeting of today that has begun, with whoever called it. */
async function held(kindId: string, placeId: string, who: Who): Promise<string> {
  const plan = { ...meetingPlan(placeId), kindId };
  await world.call(who, 'consultation.plan', plan);
  const came = [who.openid];
  const tap = { ...attendance(plan.consultationId), came };
  await world.call(who, 'consultationAttendance.record', tap);
  return plan.consultationId;
}

const say = (who: Who, consultationId: string, words: object, rev = 0, itemId = newMeetingId()) =>
  world.call<{ id: string; rev: number }>(who, 'consultationItem.record', {
    ...{ consultationId, itemId, rev, writeId: newWriteId(), words },
  });

const about = (studentId: string, { openid: ownerId }: Who) => ({
  ...{ kind: 'student', studentId, ownerId, helperIds: [], dueOn: null },
  ...{ status: '愿意帮同学讲题', cause: '', measure: '' },
});

test('a meeting of a division or the school speaks of students of every class in it', async () => {
  const head = CAST.divisionHead;
  const ofDivision = await held('plenary', divisionIdOf(7), head);
  expect((await say(head, ofDivision, about(STUDENTS.menteeIn71._id, head))).rev).toBe(1);
  const inEight = say(head, ofDivision, about(STUDENTS.secondChild._id, head));
  expect((await refusal(inEight)).code).toBe('notInClass');
  const { principal } = CAST;
  const ofSchool = await held('principalMeeting', SCHOOL_ID, principal);
  expect((await say(principal, ofSchool, about(STUDENTS.secondChild._id, principal))).rev).toBe(1);
});

test('of two recorders the later is shown what the other wrote, and puts both together', async () => {
  const [teacher, colleague] = [CAST.homeroomTeacher, CAST.subjectTeacher];
  const id = await held('weeklyConsultation', CLASSES.seven3, teacher);
  const note = (text: string) => ({ kind: 'note', text });
  const { id: itemId } = await say(teacher, id, note('午休'));
  await say(colleague, id, note('午休安静了'), 1, itemId);
  const { code, data } = await refusal(say(teacher, id, note('午休有人说话'), 1, itemId));
  expect(code).toBe('stale');
  expect(data).toMatchObject({
    ...{ id: itemId, rev: 2, updatedByName: colleague.name },
    words: note('午休安静了'),
  });
  expect((await say(teacher, id, note('午休安静了，个别人说话'), 2, itemId)).rev).toBe(3);
});
