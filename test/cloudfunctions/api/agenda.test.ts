import type { StandingCount } from '../../../cloudfunctions/kernel/settle';
import { addDays } from '../../../domain/calendar/day';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import { CAST, CAST_TODAY, CLASSES, divisionIdOf, SCHOOL_ID, STUDENTS } from '../../school/cast';
import { meetingIdOf } from '../../school/consultations';
import { campaignIdOf } from '../../school/interaction-forms';
import { startCloud, type TestCloud } from '../harness/cloud';
import { caseOf } from './care-examples';
import { attendance, meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal } from './writes';

interface Agenda {
  resolutions: { isLate: boolean }[];
  late: { what: string; placeLabel: string }[];
  flagged: { studentId: string; what: string }[];
  unseen: { studentId: string; classLabel: string }[];
  forms: { campaignId: string; isLinked: boolean; answered: number; lines: string[] }[];
}
interface Duties {
  duties: {
    title: string;
    kind: string;
    done: number;
    of: number;
    waiting: { label: string }[];
    factId: string | null;
  }[];
  resolutions: { id: string }[];
  toSign: number;
  toAnswer: { id: string }[];
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

type Who = { openid: string };
const teacher = CAST.homeroomTeacher;
const placeId = CLASSES.seven3;
const ofClass = { scope: 'class', placeId };
const ofDivision = { scope: 'division', placeId: divisionIdOf(7) };
const ofSchool = { scope: 'school', placeId: SCHOOL_ID };
const agenda = (who: Who, of: object) => world.call<Agenda>(who, 'consultationAgenda.list', of);
const dutiesOf = (who: Who) => world.call<Duties>(who, 'meetingDuty.list', {});
const countOf = (dutyId: string, subjectId: string) =>
  world
    .stored<StandingCount>('standings')
    .filter((one) => one.dutyId === dutyId && one.subjectId === subjectId)
    .reduce((sum, { count }) => sum + count, 0);

describe('the agenda of a class builds itself', () => {
  test('with what is unfinished, late first, and with those not seen for longest', async () => {
    const { resolutions, unseen } = await agenda(teacher, ofClass);
    expect(resolutions.map(({ isLate }) => isLate)).toEqual([true, false]);
    expect(unseen).toHaveLength(5);
  });

  test('with whose case was opened since the last meetings, never which group it is about', async () => {
    const studentId = STUDENTS.otherChild._id;
    await world.call(teacher, 'attentionCase.record', caseOf(studentId));
    const { flagged } = await agenda(teacher, ofClass);
    expect(flagged.find((one) => one.studentId === studentId)?.what).toBe('需要关注');
    const colleague = await agenda(CAST.subjectTeacher, ofClass);
    expect(colleague.unseen).toHaveLength(5);
  });

  test('with the figures of the forms that went there, without a name', async () => {
    const { forms } = await agenda(teacher, ofClass);
    const guardians = forms.find(
      ({ campaignId }) => campaignId === campaignIdOf(SCHOOL_ID, 'guardians'),
    );
    expect(guardians?.answered).toBeGreaterThan(0);
    const words = JSON.stringify(forms);
    for (const { name } of Object.values(STUDENTS)) expect(words).not.toContain(name);
  });

  test('and nobody else’s', async () => {
    expect((await refusal(agenda(CAST.homeroomTeacher82, ofClass))).code).toBe('notFound');
    expect((await refusal(agenda(CAST.guardian, ofClass))).code).toBe('notFound');
    expect((await refusal(agenda(CAST.otherPrincipal, ofSchool))).code).toBe('notFound');
  });
});

describe('the agenda of the levels above', () => {
  test('brings what is late in the classes below, with its place', async () => {
    const division = await agenda(CAST.divisionHead, ofDivision);
    expect(division.late.length).toBeGreaterThan(0);
    expect(division.late.every(({ placeLabel }) => placeLabel.startsWith('七年级'))).toBe(true);
    expect(division.unseen.every(({ classLabel }) => classLabel.startsWith('七年级'))).toBe(true);
    const school = await agenda(CAST.principal, ofSchool);
    expect(new Set(school.late.map(({ placeLabel }) => placeLabel)).size).toBeGreaterThan(1);
  });

  test('is seen by whoever is invited to their meeting, and by nobody for knowing its id', async () => {
    const meetingId = newMeetingId();
    await world.call(CAST.divisionHead, 'consultation.plan', {
      ...meetingPlan(divisionIdOf(7), meetingId),
      kindId: 'plenary',
    });
    const asked = { ...ofDivision, meetingId };
    expect((await agenda(teacher, asked)).unseen).toHaveLength(5);
    expect((await refusal(agenda(teacher, ofDivision))).code).toBe('notFound');
    expect((await refusal(agenda(CAST.homeroomTeacher82, asked))).code).toBe('notFound');
  });
});

describe('forms are tallied by choosing them (S0-41)', () => {
  const id = newMeetingId();
  const prepare = (campaignIds: string[]) =>
    world.call<{ preparation: { talliedFrom: string[] } }>(
      teacher,
      'consultationPreparation.record',
      {
        ...{ consultationId: id, writeId: newWriteId() },
        ...{ topicsSent: false, dataPackFor: [], campaignIds },
      },
    );

  test('what is tallied follows from the answers, and is not typed', async () => {
    await world.call(teacher, 'consultation.plan', meetingPlan(placeId, id));
    const { preparation } = await prepare([campaignIdOf(SCHOOL_ID, 'guardians')]);
    expect(preparation.talliedFrom).toEqual(['guardian']);
    const { forms } = await agenda(teacher, { ...ofClass, meetingId: id });
    expect(forms[0]).toMatchObject({ isLinked: true });
  });

  test('a form that never went to the class is refused', async () => {
    expect((await refusal(prepare(['no-such-form']))).message).toContain('没有发到这里');
  });
});

describe('records settle duties by themselves', () => {
  test('who leads sees how many classes still owe, and which', async () => {
    const { duties } = await dutiesOf(CAST.principal);
    const screening = duties.find(({ kind }) => kind === 'screeningRound');
    expect(screening?.of).toBe(5);
    expect(screening?.waiting).toHaveLength(5 - (screening?.done ?? 0));
    expect(screening?.waiting[0]?.label).toMatch(/年级\(\d\)班$/);
  });

  test('a screening sheet that is handed in settles its class, and taken back it does not', async () => {
    const begun = await world.call<{ id: string }>(
      CAST.studentAffairsOffice,
      'screeningRound.plan',
      { kind: 'monthly', dueOn: addDays(CAST_TODAY, 1), writeId: newWriteId() },
    );
    const at = { roundId: begun.id, classId: placeId };
    const before = countOf('screeningRound', placeId);
    const tap = () => ({ ...at, writeId: newWriteId() });
    await world.call(teacher, 'screeningSheet.record', {
      ...tap(),
      students: 'rest',
      state: 'same',
    });
    await world.call(teacher, 'screeningSheet.submit', { ...tap(), isSubmitted: true });
    expect(countOf('screeningRound', placeId)).toBe(before + 1);
    await world.call(teacher, 'screeningSheet.submit', { ...tap(), isSubmitted: false });
    expect(countOf('screeningRound', placeId)).toBe(before);
  });

  test('the weekly check is done with the last resolution of a division (S0-39)', async () => {
    const open = await world.call<{ resolutions: { id: string; rev: number; placeId: string }[] }>(
      CAST.leader,
      'resolution.list',
      { of: 'all' },
    );
    const own = open.resolutions.filter((one) => one.placeId === CLASSES.eight2);
    expect(own.length).toBeGreaterThan(1);
    for (const [place, { id: resolutionId, rev }] of own.entries()) {
      expect(countOf('weeklyCheck', divisionIdOf(8))).toBe(0);
      expect(place).toBeLessThan(own.length);
      await world.call(CAST.leader, 'resolution.signOff', {
        ...{ resolutionId, rev, writeId: newWriteId() },
        ...{ isOnTrack: true, words: '' },
      });
    }
    expect(countOf('weeklyCheck', divisionIdOf(8))).toBe(1);
  });

  test('today says what waits for a signature and for an answer', async () => {
    expect((await dutiesOf(CAST.leader)).toSign).toBeGreaterThan(0);
    const waiting = meetingIdOf(placeId, 'waiting');
    const { rev } = world
      .stored<Consultation>('consultations')
      .find(({ _id }) => _id === waiting) as Consultation;
    await world.call(CAST.leader, 'consultation.signOff', {
      ...{ consultationId: waiting, rev, writeId: newWriteId() },
      ...{ verdict: 'askedBack', words: '谁来看？' },
    });
    expect((await dutiesOf(teacher)).toAnswer.map(({ id }) => id)).toEqual([waiting]);
  });
});

describe('a meeting of many hands', () => {
  test('guests counted at two doors add up, and a tap sent twice counts once', async () => {
    const id = newMeetingId();
    await world.call(teacher, 'consultation.plan', meetingPlan(placeId, id));
    const tap = { ...attendance(id), guests: [{ who: 'guardian', change: 2 }] };
    await world.call(teacher, 'consultationAttendance.record', tap);
    await world.call(teacher, 'consultationAttendance.record', tap);
    await world.call(CAST.subjectTeacher, 'consultationAttendance.record', {
      ...attendance(id),
      guests: [{ who: 'guardian', change: 3 }],
    });
    const stored = world
      .stored<Consultation>('consultations')
      .find(({ _id }) => _id === id) as Consultation;
    expect(stored.guests).toEqual([{ who: 'guardian', count: 5 }]);
  });
});

describe('what others decided', () => {
  test('is shown for a week to those whom it concerns, whenever it is due (S3-163)', async () => {
    const [one] = world.stored<Resolution>('resolutions').filter(({ isOpen }) => isOpen);
    const decided = (id: string, decidedOn: string) => ({
      ...{ ...one, _id: id, what: id, memberIds: [CAST.homeroomTeacher71.openid], steps: [] },
      ...{ decidedOn, dueOn: addDays(CAST_TODAY, 40) },
    });
    world.cloud.database.insertMany('resolutions', [
      decided('new-one', addDays(CAST_TODAY, -6)),
      decided('old-one', addDays(CAST_TODAY, -20)),
    ]);
    const { resolutions } = await dutiesOf(CAST.homeroomTeacher71);
    const shown = resolutions.map(({ id }) => id);
    expect(shown).toContain('new-one');
    expect(shown).not.toContain('old-one');
  });
});

describe('the plan of a conference', () => {
  test('is owed from the day it is called until it is approved (S0-21, S0-22)', async () => {
    const id = newMeetingId();
    const on = addDays(CAST_TODAY, 9);
    const plan = { ...meetingPlan(placeId, id), kindId: 'detailedConference' };
    await world.call(CAST.divisionHead, 'consultation.plan', { ...plan, on });
    const asked = async () =>
      (await dutiesOf(CAST.studentAffairsOffice)).duties.some(
        ({ factId, kind }) => factId === id && kind === 'conferencePlan',
      );
    expect(await asked()).toBe(true);
    await world.call(CAST.studentAffairsOffice, 'consultationApproval.record', {
      ...{ consultationId: id, writeId: newWriteId() },
      ...{ matter: 'plan', by: 'administrativeMeeting' },
    });
    expect(await asked()).toBe(false);
    expect(countOf('conferencePlan', placeId)).toBe(1);
    // Another agenda is another plan.
    const { rev } =
      world.stored<Consultation>('consultations').find(({ _id }) => _id === id) ?? plan;
    const changed = { ...plan, on, rev, writeId: newWriteId(), agenda: '另一个议题' };
    await world.call(CAST.divisionHead, 'consultation.plan', changed);
    expect(countOf('conferencePlan', placeId)).toBe(0);
    expect(await asked()).toBe(true);
    await world.patch('consultations', id, { state: 'cancelled', isOpen: false });
  });
});

describe('days later', () => {
  test('a conference that was held asks for its report, until it is written (S0-45)', async () => {
    const id = newMeetingId();
    await world.call(CAST.divisionHead, 'consultation.plan', {
      ...meetingPlan(placeId, id),
      kindId: 'detailedConference',
    });
    const asked = async () =>
      (await dutiesOf(teacher)).duties.some(({ factId, kind }) => {
        return factId === id && kind === 'conferenceReport';
      });
    // Six days of the timer's triggers are slept through.
    await world.clock.set(Date.parse(`${addDays(CAST_TODAY, 6)}T10:00:00+08:00`));
    expect(await asked()).toBe(true);
    await world.patch('consultations', id, { state: 'closed', isOpen: false });
    await world.call(teacher, 'consultationReport.submit', {
      ...{ consultationId: id, writeId: newWriteId(), text: '会后做了三件事。' },
    });
    expect(countOf('conferenceReport', placeId)).toBe(1);
    expect(await asked()).toBe(false);
  });
});
