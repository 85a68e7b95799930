import { CALENDAR_PRESET, calendarOf } from '../../../domain/calendar/school-calendar';
import type { Due, Occasion } from '../../../domain/reminder/due';
import { type CampaignFacts, formDue, formReminderOf } from '../../../domain/reminder/due-forms';
import {
  isPlanDay,
  type MeetingFacts,
  missingPlanDue,
  plannedMeetingDues,
  waitingMeetingDues,
} from '../../../domain/reminder/due-meetings';
import { caseDues, resolutionDues, talkDues, visitDues } from '../../../domain/reminder/due-work';
import { isStillDue } from '../../../domain/reminder/mark';

/** 2026-10-29 is a Thursday; the first week of October is the national holiday. */
const on = (today: string): Occasion => ({ today, calendar: calendarOf(CALENDAR_PRESET, []) });
const told = (dues: readonly Due[]) => dues.map(({ kind, memberId }) => `${kind} ${memberId}`);

const meeting: MeetingFacts = {
  _id: 'meeting',
  label: '学情例会',
  placeLabel: '七年级(3)班',
  placeId: 'class',
  classId: 'class',
  divisionId: 'division',
  place: '会议室',
  on: '2026-11-05',
  startsAt: '16:10',
  state: 'planned',
  chairId: 'chair',
  invitedIds: ['chair', 'teacher'],
  topicsSentOn: null,
  closedAt: null,
};

describe('a planned meeting', () => {
  test('is said to everybody invited on the day before', () => {
    const dues = plannedMeetingDues(meeting, on('2026-11-04'));
    expect(told(dues)).toEqual(['meetingTomorrow chair', 'meetingTomorrow teacher']);
    expect(dues[0]?.text).toBe('明天 16:10 七年级(3)班 · 学情例会');
  });

  test('on a Monday is said on Friday', () => {
    const monday = { ...meeting, on: '2026-11-09', topicsSentOn: '2026-11-01' };
    expect(told(plannedMeetingDues(monday, on('2026-11-06')))).toHaveLength(2);
    expect(plannedMeetingDues(monday, on('2026-11-08'))).toEqual([]);
  });

  test('is said again an hour before it begins, and not after', () => {
    const [due] = plannedMeetingDues(meeting, on('2026-11-05'));
    expect(due).toMatchObject({
      kind: 'meetingSoon',
      at: new Date('2026-11-05T15:10:00+08:00'),
      until: new Date('2026-11-05T16:10:00+08:00'),
    });
  });

  test('asks all but the chair for topics three days before, until topics were sent', () => {
    expect(told(plannedMeetingDues(meeting, on('2026-11-02')))).toEqual(['agendaRequest teacher']);
    const sent = { ...meeting, topicsSentOn: '2026-11-01' };
    expect(plannedMeetingDues(sent, on('2026-11-02'))).toEqual([]);
  });

  test('that was cancelled says nothing, and takes back what it would have said', () => {
    const cancelled = { ...meeting, state: 'cancelled' };
    expect(plannedMeetingDues(cancelled, on('2026-11-04'))).toEqual([]);
    const [due] = plannedMeetingDues(meeting, on('2026-11-04'));
    expect(isStillDue(due?.checks ?? [], () => meeting)).toBe(true);
    expect(isStillDue(due?.checks ?? [], () => cancelled)).toBe(false);
    expect(isStillDue(due?.checks ?? [], () => ({ ...meeting, startsAt: '15:00' }))).toBe(false);
  });

  test('names no child and no family in its message', () => {
    const [due] = plannedMeetingDues(meeting, on('2026-11-04'));
    expect(due?.parts).toEqual({
      what: '七年级(3)班 · 学情例会',
      at: new Date('2026-11-05T16:10:00+08:00'),
      where: '会议室',
      note: '请提前安排好时间',
    });
  });
});

describe('a meeting that is over', () => {
  const closed = { ...meeting, state: 'closed' as const };
  const waiting = { signerIds: ['leader'], since: '2026-11-05' };

  test('waits for its signature: said the day after, and every seven days', () => {
    const days = ['2026-11-05', '2026-11-06', '2026-11-07', '2026-11-13'];
    const said = days.map((day) => told(waitingMeetingDues(closed, waiting, on(day))));
    expect(said).toEqual([[], ['signOffWaiting leader'], [], ['signOffWaiting leader']]);
  });

  test('and was asked back waits for its chair’s answer', () => {
    const asked = { ...meeting, state: 'askedBack' as const };
    const dues = waitingMeetingDues(asked, waiting, on('2026-11-06'));
    expect(told(dues)).toEqual(['answerWaiting chair']);
  });
});

describe('a plan that is owed (S0-21)', () => {
  const missing = {
    ...{ dutyId: 'detailedConference', title: '详备', holdBy: '2026-11-20', daysAhead: 7 },
    ...{ memberId: 'head' },
  };
  const said = (...places: string[]) => missingPlanDue({ ...missing, places }).text;

  test('is said on the last school day on which it is in time', () => {
    expect(isPlanDay('2026-11-20', 7, on('2026-11-13'))).toBe(true);
    expect(isPlanDay('2026-11-20', 7, on('2026-11-12'))).toBe(false);
    // Seven days before that Sunday is a Sunday.
    expect(isPlanDay('2026-11-22', 7, on('2026-11-13'))).toBe(true);
  });

  test('names the classes, the first few of many', () => {
    expect(said('七(1)班')).toBe('七(1)班的详备要提前 7 天写好计划');
    expect(said('七(1)班', '七(2)班')).toContain('七(1)班、七(2)班的详备');
    expect(said('七(1)班', '七(2)班', '七(3)班', '七(4)班')).toContain('七(3)班等 4 个的详备');
  });
});

describe('a resolution', () => {
  const resolution = {
    ...{ _id: 'resolution', what: '每日错题本', dueOn: '2026-11-06' },
    ...{ isOpen: true, memberIds: ['owner', 'helper'] },
  };
  const kinds = (today: string) => told(resolutionDues(resolution, on(today)));

  test('is said to owner and helpers the school day before, and once when it is late', () => {
    expect(kinds('2026-11-05')).toEqual(['resolutionDue owner', 'resolutionDue helper']);
    expect(kinds('2026-11-06')).toEqual([]);
    expect(kinds('2026-11-09')).toEqual(['resolutionLate owner', 'resolutionLate helper']);
    expect(kinds('2026-11-10')).toEqual([]);
  });

  test('due in the holidays is said before they begin', () => {
    const inHoliday = { ...resolution, dueOn: '2026-10-05' };
    expect(told(resolutionDues(inHoliday, on('2026-09-30')))).toHaveLength(2);
  });

  test('that a meeting gave another day says nothing of the old one', () => {
    const [due] = resolutionDues(resolution, on('2026-11-05'));
    expect(isStillDue(due?.checks ?? [], () => ({ ...resolution, dueOn: '2026-11-20' }))).toBe(
      false,
    );
    expect(isStillDue(due?.checks ?? [], () => ({ ...resolution, isOpen: false }))).toBe(false);
  });
});

describe('a talk, a visit, a review', () => {
  test('a talk that was agreed is said to whoever agreed it, unless there was another since', () => {
    const talk = {
      ...{ _id: 'talk', studentId: 'student', createdBy: 'mentor' },
      ...{ nextOn: '2026-11-05', voidedAt: null },
    };
    const student = { _id: 'student', name: '李子涵', lastTalkId: 'talk' };
    expect(told(talkDues(talk, student, on('2026-11-05')))).toEqual(['talkDue mentor']);
    expect(talkDues(talk, { ...student, lastTalkId: 'later' }, on('2026-11-05'))).toEqual([]);
  });

  test('a visit is said on its day, and its feedback on the day it is owed (S1-90)', () => {
    const visit = {
      ...{ _id: 'visit', studentName: '李子涵', visitorId: 'visitor' },
      ...{ dueOn: '2026-11-05', voidedAt: null },
    };
    const said = (status: string) => told(visitDues({ ...visit, status }, on('2026-11-05')));
    expect(said('planned')).toEqual(['visitDue visitor']);
    expect(said('visited')).toEqual(['feedbackDue visitor']);
    expect(
      visitDues({ ...visit, status: 'planned', voidedAt: new Date() }, on('2026-11-05')),
    ).toEqual([]);
  });

  test('a review is said to the homeroom teacher and to the sponsor, once each (S4-196)', () => {
    const one = {
      ...{ _id: 'case', studentName: '李子涵', reviewOn: '2026-11-05', status: 'open' },
    };
    const said = (sponsorId: string | null) =>
      told(caseDues({ ...one, sponsorId }, 'homeroom', on('2026-11-05')));
    expect(said('leader')).toEqual(['caseReview homeroom', 'caseReview leader']);
    expect(said('homeroom')).toEqual(['caseReview homeroom']);
  });
});

describe('a form for families (S4-260)', () => {
  const campaign: CampaignFacts = {
    _id: 'form',
    title: '第9周家校互动',
    respondent: 'guardian',
    opensOn: '2026-11-02',
    closesOn: '2026-11-06',
    closedAt: null,
    createdAt: new Date('2026-10-30T09:00:00+08:00'),
  };
  const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-06', '2026-11-07'];

  test('is said on the day it opens and on its last', () => {
    const said = days.filter((day) => formReminderOf(campaign, on(day)) !== null);
    expect(said).toEqual(['2026-11-02', '2026-11-06']);
  });

  test('not when it is closed, and not for forms that students fill in at school', () => {
    const closed = { ...campaign, closedAt: new Date() };
    const ofStudents = { ...campaign, respondent: 'student' as const };
    for (const one of [closed, ofStudents]) {
      expect(formReminderOf(one, on('2026-11-02'))).toBeNull();
    }
  });

  test('names the child in the inbox and not in the message', () => {
    const child = { _id: 'child', name: '李子涵', classId: 'class', divisionId: 'division' };
    const due = formDue(campaign, child, 'guardian', on('2026-11-06'));
    expect(due.text).toBe('李子涵的“第9周家校互动”，今天截止');
    expect(Object.values(due.parts).join(' ')).not.toContain('李子涵');
  });
});
