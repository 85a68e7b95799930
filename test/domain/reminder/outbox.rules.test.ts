import { type Due, smallDue } from '../../../domain/reminder/due';
import { toldOfUrgent, urgentCardDue } from '../../../domain/reminder/due-cards';
import {
  additionsOf,
  isAtOnce,
  messageData,
  messagePage,
  reminderAtOnce,
  remindersOf,
} from '../../../domain/reminder/outbox.rules';
import type { Reminder } from '../../../domain/reminder/reminder.schema';
import { verdictOf } from '../../../domain/reminder/send-verdict';
import {
  DEFAULT_TEMPLATES,
  describeTemplates,
  templatesFrom,
} from '../../../domain/reminder/templates';
import {
  isQuiet,
  outOfQuiet,
  REMINDER_PRESET,
  ReviseReminderSettings,
} from '../../../domain/school/reminder-settings.schema';
import { sentences } from '../sentences';

const at = (time: string) => new Date(`2026-11-05T${time}:00+08:00`);
const making = (now: Date) => ({
  now,
  schoolId: 'school',
  schemaVersion: 1,
  settings: REMINDER_PRESET,
  nameOf: () => '王老师',
});

const small = (subjectId: string, memberId = 'teacher'): Due =>
  smallDue({
    ...{ kind: 'feedbackDue', subjectId, dueOn: '2026-11-05', memberId },
    ...{ text: '李子涵的家访反馈，今天到期', page: 'pages/home-visit/visit/index', checks: [] },
  });

const own: Due = {
  ...small('meeting'),
  kind: 'meetingSoon',
  parts: { what: '学情例会', at: at('16:10'), where: '会议室', note: '' },
  at: at('15:10'),
  until: at('16:10'),
};

const made = (dues: Due[], now = at('06:00')) => remindersOf(dues, '2026-11-05', making(now));

describe('quiet hours', () => {
  test.each([
    ['21:29', false],
    ['21:30', true],
    ['23:59', true],
    ['06:29', true],
    ['06:30', false],
  ])('at %s: %s', (time, isSo) => {
    expect(isQuiet(REMINDER_PRESET, at(time))).toBe(isSo);
  });

  test('what falls into them waits for the morning', () => {
    expect(outOfQuiet(REMINDER_PRESET, at('22:00'))).toEqual(new Date('2026-11-06T06:30:00+08:00'));
    expect(outOfQuiet(REMINDER_PRESET, at('05:00'))).toEqual(at('06:30'));
    expect(outOfQuiet(REMINDER_PRESET, at('12:00'))).toEqual(at('12:00'));
  });

  test('the daily message cannot be set into them', () => {
    const input = {
      ...{ rev: 1, writeId: 'writeId0of0a0test' },
      ...{ quietFrom: '21:30', quietUntil: '06:30', digestAt: '06:00' },
    };
    expect(sentences(ReviseReminderSettings, input)).toEqual({
      digestAt: '汇总的时间在不打扰的时段里，请换一个时间。',
    });
  });
});

describe('the small things of a day', () => {
  test('are one message a person, in the morning', () => {
    const reminders = made([small('a'), small('b'), small('c', 'mentor')]);
    expect(reminders.map(({ memberId, lines, dueAt }) => [memberId, lines.length, dueAt])).toEqual([
      ['teacher', 2, at('07:00')],
      ['mentor', 1, at('07:00')],
    ]);
  });

  test('make the same reminder however often they are asked for', () => {
    const [first] = made([small('a')]);
    const [later] = made([small('b')], at('10:00'));
    expect(later?._id).toBe(first?._id);
  });

  test('say what kinds of things wait and how many, and no name', () => {
    const [digest] = made([small('a'), small('b')]);
    const { todo } = DEFAULT_TEMPLATES;
    expect(digest && messageData(digest, todo, at('07:00'))).toEqual({
      thing1: { value: '家访反馈' },
      number2: { value: '2' },
      date3: { value: '2026年11月5日' },
      thing4: { value: '点开查看，一件一件来就好' },
    });
  });

  test('open the one thing, or the inbox for several', () => {
    const [one] = made([small('a')]);
    const [two] = made([small('a'), small('b')]);
    expect(one && messagePage(one)).toBe('pages/home-visit/visit/index');
    expect(two && messagePage(two)).toBe('pages/reminder/inbox/index');
  });
});

describe('what comes up in the course of the day', () => {
  const [morning] = made([small('a')]) as [Reminder];
  const withLine = (page: string): Due => ({ ...small('b'), page });
  const later = made([small('a'), withLine('pages/talk/record/index')], at('10:00'));
  const additions = (...known: Reminder[]) =>
    additionsOf(later, new Map(known.map((one) => [one._id, one])), at('10:00'));

  test('joins the digest of the day while that waits', () => {
    const { fresh, longer } = additions(morning);
    expect(fresh).toEqual([]);
    expect(longer).toMatchObject([{ id: morning._id, status: 'due' }]);
    expect(longer[0]?.lines).toHaveLength(2);
  });

  test('stands in the inbox alone, in a second row, once that has gone out', () => {
    const { fresh, longer } = additions({ ...morning, status: 'sent' });
    expect(longer).toEqual([]);
    expect(fresh).toMatchObject([{ status: 'inboxOnly', shownAt: at('10:00'), unreached: null }]);
    expect(fresh[0]?.lines.map(({ page }) => page)).toEqual(['pages/talk/record/index']);
    expect(fresh[0]?._id).not.toBe(morning._id);
  });

  test('is said once: the next hour finds it there', () => {
    const sent = { ...morning, status: 'sent' as const };
    const { fresh } = additions(sent);
    expect(additions(sent, ...fresh)).toEqual({ fresh: [], longer: [] });
  });

  test('waits an hour while a run is sending the digest', () => {
    expect(additions({ ...morning, status: 'sending' })).toEqual({ fresh: [], longer: [] });
  });
});

describe('a message of its own', () => {
  test('goes out at its moment, with an id of what, for whom and of which day', () => {
    expect(made([own])).toMatchObject([
      { _id: 'meetingSoon~meeting~2026-11-05~teacher', dueAt: at('15:10') },
    ]);
  });

  test('goes out at once when its moment has passed', () => {
    expect(made([own], at('15:30'))).toMatchObject([{ dueAt: at('15:30') }]);
  });

  test('is not made when the meeting would have begun before quiet hours end', () => {
    const early = { ...own, at: at('05:10'), until: at('06:10') };
    expect(made([early], at('05:00'))).toEqual([]);
  });
});

describe('what cannot wait', () => {
  const now = at('23:30');
  const { settings: _, ...stamping } = making(now);
  const card = { _id: 'card', openedAt: null };
  const reminder = reminderAtOnce(urgentCardDue(card, 'counsellor', now), stamping);

  test('goes out in quiet hours too, and only it', () => {
    expect(reminder).toMatchObject({ dueAt: now, status: 'due', memberName: '王老师' });
    expect(isAtOnce(reminder.kind)).toBe(true);
    expect(isAtOnce('digest') || isAtOnce('meetingSoon')).toBe(false);
  });

  test('says that a card waits, and nothing of whom or what', () => {
    expect(messageData(reminder, DEFAULT_TEMPLATES.todo, now)).toEqual({
      thing1: { value: '有一张连心卡' },
      number2: { value: '1' },
      date3: { value: '2026年11月5日' },
      thing4: { value: '请马上打开看一看' },
    });
  });

  test('is told to the counsellors, to the principals where there is none', () => {
    const principal = { postings: [{ schoolId: 'school', role: 'principal' as const }] };
    const counsellor = { postings: [{ schoolId: 'school', role: 'counsellor' as const }] };
    const elsewhere = { postings: [{ schoolId: 'other', role: 'counsellor' as const }] };
    const both = toldOfUrgent([principal, counsellor, elsewhere], 'school');
    expect(both).toEqual({ told: [counsellor], hasCounsellor: true });
    const one = toldOfUrgent([principal, elsewhere], 'school');
    expect(one).toEqual({ told: [principal], hasCounsellor: false });
  });
});

describe('what becomes of a message', () => {
  test.each([
    [0, 'sent'],
    [40001, 'retry'],
    [40014, 'retry'],
    [40003, 'badReceiver'],
    [40037, 'stopTemplate'],
    [43101, 'noCredit'],
    [43107, 'stopTemplate'],
    [43108, 'retry'],
    [45168, 'badWords'],
    [47003, 'badData'],
    [41030, 'retryWithoutPage'],
    [45009, 'stopAll'],
    [-604101, 'stopAll'],
    // No answer, or one that nobody has described: it may have gone out.
    [-604102, 'unsure'],
    [-1, 'unsure'],
    [99999, 'unsure'],
  ])('after %i it is %s', (errCode, verdict) => {
    expect(verdictOf(errCode)).toBe(verdict);
  });
});

describe('the message templates of a deployment', () => {
  test('are described with their fields, and by no id where none is configured', () => {
    const own = JSON.stringify({ meeting: { id: 'own-template-of-meetings' } });
    const [meeting, form] = describeTemplates(templatesFrom(own));
    expect(meeting).toMatchObject({ title: '会议提醒', id: 'own-template-of-meetings' });
    expect(meeting?.fields).toContainEqual({ label: '会议名称', key: 'thing1' });
    expect(form?.id).toBeNull();
  });
});
