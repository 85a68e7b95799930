import type { StandingCount } from '../../cloudfunctions/kernel/settle';
import type { Consultation } from '../../domain/consultation/consultation.schema';
import type { Reminder } from '../../domain/reminder/reminder.schema';
import { DEFAULT_TEMPLATES } from '../../domain/reminder/templates';
import type { School } from '../../domain/school/school.schema';
import {
  CAST,
  CAST_TERM,
  CAST_TODAY,
  type CastMember,
  CLASSES,
  SCHOOL_ID,
  STUDENTS,
} from '../school/cast';
import { hold } from './api/duty-makers';
import { filled, sending } from './api/interaction-writes';
import { meetingPlan } from './api/meeting-examples';
import { newWriteId, talk } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';

const { guardian, guardianOfTwo, homeroomTeacher, homeroomTeacher71, mentor } = CAST;
const { divisionHead, principal, subjectTeacher } = CAST;
const TOMORROW = '2026-10-30';
const closesOn = '2026-11-02';

let test: TestCloud;
beforeAll(async () => {
  test = await startCloud();
});
afterAll(() => test.stop());

interface Unreached {
  people: { name: string; why: string }[];
}

/** Goes on to a clock time and lets the timer fire once. */
async function fireAt(time: string): Promise<void> {
  await test.clock.set(Date.parse(`${time}:00+08:00`));
  const outcome = await test.cloud.timer.fire('timer');
  if (!outcome.ok) throw new Error(outcome.failure.errMsg);
}

const remindersOf = ({ openid }: CastMember, kind: Reminder['kind']) =>
  test.stored<Reminder>('reminders').filter((one) => one.memberId === openid && one.kind === kind);
const unreached = async (person: CastMember, aboutId: string) =>
  (await test.call<Unreached>(person, 'unreached.list', { aboutId })).people;

describe('what is due is gathered from the records themselves', () => {
  const campaign = sending({ kind: 'class', classId: CLASSES.seven3 }, { closesOn });
  const plan = { ...meetingPlan(CLASSES.seven3), on: TOMORROW };

  it('a meeting of tomorrow, a form of today, a talk agreed for tomorrow', async () => {
    await test.call(homeroomTeacher, 'consultation.plan', plan);
    await test.call(homeroomTeacher, 'interactionCampaign.plan', campaign);
    await test.call(mentor, 'talk.record', {
      ...talk([STUDENTS.menteeIn73._id]),
      nextOn: TOMORROW,
    });
    await fireAt(`${CAST_TODAY}T11:00`);
    expect(remindersOf(homeroomTeacher, 'meetingTomorrow')).toHaveLength(1);
    expect(remindersOf(subjectTeacher, 'meetingTomorrow')).toHaveLength(1);
    expect(remindersOf(guardian, 'formToAnswer')).toHaveLength(1);
    // Only one of their two children is in the class.
    expect(remindersOf(guardianOfTwo, 'formToAnswer')).toHaveLength(1);
  });

  it('once: the next hour adds only what is new', async () => {
    const before = test.stored<Reminder>('reminders').length;
    await fireAt(`${CAST_TODAY}T12:00`);
    expect(test.stored<Reminder>('reminders')).toHaveLength(before);
  });

  it('without a credit all of it stands in the inbox, and in nobody else’s', async () => {
    const inbox = (person: CastMember) =>
      test.call<{ fresh: number; reminders: { lines: { text: string; page: string }[] }[] }>(
        person,
        'reminder.list',
        {},
      );
    const { fresh, reminders } = await inbox(guardian);
    expect(fresh).toBeGreaterThan(0);
    expect(reminders.flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual([
      expect.stringContaining(STUDENTS.otherChild.name),
    ]);
    expect((await inbox(homeroomTeacher71)).reminders).toEqual([]);
  });

  it('reading the inbox leaves nothing new in it, and repeating that changes nothing', async () => {
    type Inbox = { fresh: number; reminders: { shownAt: string }[] };
    const before = await test.call<Inbox>(guardian, 'reminder.list', {});
    const seen = { writeId: newWriteId(), until: before.reminders[0]?.shownAt };
    await test.call(guardian, 'reminder.close', seen);
    await test.call(guardian, 'reminder.close', seen);
    expect(await test.call(guardian, 'reminder.list', {})).toMatchObject({ fresh: 0 });
  });

  it('who sent a form sees the families it did not reach; others only their own', async () => {
    const { campaignId } = campaign;
    const names = (await unreached(homeroomTeacher, campaignId)).map(({ name }) => name);
    expect(names).toContain(`${STUDENTS.otherChild.name}的家长`);
    expect((await unreached(principal, campaignId)).length).toBe(names.length);
    expect(await unreached(homeroomTeacher71, campaignId)).toEqual([]);
    await expect(unreached(guardian, campaignId)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('the convener of a meeting sees the colleagues it did not reach', async () => {
    const names = (await unreached(homeroomTeacher, plan.consultationId)).map(({ name }) => name);
    expect(names).toContain(subjectTeacher.name);
  });

  it('an hour before the meeting it is said again, and small things come in the morning', async () => {
    await fireAt(`${TOMORROW}T06:00`);
    const digests = remindersOf(mentor, 'digest');
    expect(digests.filter(({ createdOn }) => createdOn === TOMORROW)).toMatchObject([
      { status: 'due', dueAt: new Date(`${TOMORROW}T07:00:00+08:00`) },
    ]);
    expect(remindersOf(homeroomTeacher, 'meetingSoon')).toMatchObject([
      { status: 'due', dueAt: new Date(`${TOMORROW}T15:10:00+08:00`) },
    ]);
  });

  it('goes out at seven as one message to who agreed, and names no child', async () => {
    test.cloud.openapi.messages.answer(mentor.openid, DEFAULT_TEMPLATES.todo.id, 'accept');
    const accepted = { writeId: newWriteId(), accepted: ['todo'] };
    await test.call(mentor, 'subscribeCredit.record', accepted);
    await test.call(mentor, 'subscribeCredit.record', accepted);
    await fireAt(`${TOMORROW}T07:00`);
    const messages = test.cloud.openapi.messages.notifications(mentor.openid);
    expect(messages).toMatchObject([{ title: '待办提醒' }]);
    expect(JSON.stringify(messages)).not.toContain(STUDENTS.menteeIn73.name);
    // The same acceptance told twice was one credit, and it is spent.
    expect(
      test.stored<{ memberId: string; left: number }>('subscribeCredits').map(({ left }) => left),
    ).toEqual([0]);
  });

  it('a small thing that comes up afterwards stands in the inbox, in a row of its own', async () => {
    const agreed = { ...talk([STUDENTS.menteeIn71._id]), on: CAST_TODAY, nextOn: TOMORROW };
    await test.call(mentor, 'talk.record', agreed);
    await fireAt(`${TOMORROW}T09:00`);
    await fireAt(`${TOMORROW}T10:00`);
    const ofDay = remindersOf(mentor, 'digest').filter(({ createdOn }) => createdOn === TOMORROW);
    expect(ofDay).toMatchObject([
      { status: 'sent', lines: [{ kind: 'talkDue' }] },
      { status: 'inboxOnly', lines: [{ kind: 'talkDue' }] },
    ]);
    expect(ofDay[1]?.lines[0]?.text).toContain(STUDENTS.menteeIn71.name);
    expect(test.cloud.openapi.messages.notifications(mentor.openid)).toHaveLength(1);
  });

  it('a form that was filled in meanwhile is not asked for on its last day', async () => {
    const answer = filled(campaign.campaignId, STUDENTS.otherChild._id, 0);
    await test.call(guardian, 'interactionRecord.submit', answer);
    await fireAt(`${closesOn}T08:00`);
    expect(remindersOf(guardian, 'formToAnswer')).toHaveLength(1);
    expect(remindersOf(guardianOfTwo, 'formToAnswer').length).toBeGreaterThan(1);
  });
});

describe('S0-21 a conference whose plan is due', () => {
  it('is said to the division’s head for the classes that have neither held nor planned it', async () => {
    const school = test.stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID);
    // Due on the last school day of the term, a Friday; its plan a week before.
    const terms = school?.terms.map((term) =>
      term.id === CAST_TERM ? { ...term, endsOn: '2026-11-13' } : term,
    );
    await test.patch('schools', SCHOOL_ID, { terms });
    for (const { _id } of test
      .stored<Consultation>('consultations')
      .filter(({ kindId, isOpen }) => kindId === 'detailedConference' && isOpen)) {
      await test.patch('consultations', _id, { isOpen: false, state: 'cancelled' });
    }
    for (const { _id } of test
      .stored<StandingCount>('standings')
      .filter(({ dutyId, count }) => dutyId === 'detailedConference' && count > 0)) {
      await test.patch('standings', _id, { count: 0, refIds: [], days: [] });
    }
    await hold(test, 'detailedConference', CLASSES.seven1, divisionHead, closesOn);
    const planned = { ...meetingPlan(CLASSES.seven3), kindId: 'detailedConference' };
    await test.call(divisionHead, 'consultation.plan', { ...planned, on: '2026-11-12' });
    await fireAt('2026-11-06T08:00');
    const lines = remindersOf(divisionHead, 'digest')
      .flatMap((one) => one.lines)
      .filter(({ kind }) => kind === 'planDue');
    expect(lines.map(({ text }) => text)).toEqual(['七年级(4)班的详备要提前 7 天写好计划']);
  });
});
