import type { Reminder, SubscribeCredit } from '../../domain/reminder/reminder.schema';
import { DEFAULT_TEMPLATES } from '../../domain/reminder/templates';
import { SENSITIVE_WORD } from '../../local-cloud/openapi/subscribe-message';
import { CAST, type CastMember, SCHOOL_ID } from '../school/cast';
import { newWriteId } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';

const { guardian, guardianOfTwo, homeroomTeacher, mentor, principal } = CAST;
const { meeting } = DEFAULT_TEMPLATES;
const MINUTE = 60_000;

let test: TestCloud;
beforeAll(async () => {
  test = await startCloud();
});
afterAll(() => test.stop());

let made = 0;

/** A reminder that has come to its moment, as the hourly job leaves it. */
function due(to: CastMember, change: Partial<Reminder> = {}): string {
  const now = new Date(test.clock.now());
  const _id = `meetingSoon~meeting${++made}~2026-10-29~${to.openid}`;
  const reminder: Reminder = {
    _id,
    schemaVersion: 1,
    schoolId: SCHOOL_ID,
    memberId: to.openid,
    memberName: to.name,
    kind: 'meetingSoon',
    template: 'meeting',
    parts: { what: '七年级(3)班 · 学情例会', at: now, where: '会议室', note: '' },
    lines: [{ kind: 'meetingSoon', text: '学情例会', page: 'pages/meetings/index', checks: [] }],
    dueAt: now,
    until: null,
    status: 'due',
    claim: null,
    claimedAt: null,
    shownAt: null,
    unreached: null,
    ...{ aboutId: null, classId: null, divisionId: null, studentId: null, studentName: null },
    createdAt: now,
    createdOn: '2026-10-29',
    ...change,
  };
  test.cloud.database.insertMany('reminders', [reminder as never]);
  return _id;
}

/** Somebody accepts in WeChat's popup, and the phone tells of it, as many times. */
async function accept(person: CastMember, times = 1): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    test.cloud.openapi.messages.answer(person.openid, meeting.id, 'accept');
    await test.call(person, 'subscribeCredit.record', {
      writeId: newWriteId(),
      accepted: ['meeting'],
    });
  }
}

const of = (id: string) =>
  test.stored<Reminder>('reminders').find(({ _id }) => _id === id) as Reminder;
const creditOf = ({ openid }: CastMember) =>
  test
    .stored<SubscribeCredit>('subscribeCredits')
    .find(({ _id }) => _id === `${openid}~${meeting.id}`)?.left;
const sentTo = ({ openid }: CastMember) => test.cloud.openapi.messages.notifications(openid);

async function fire() {
  const outcome = await test.cloud.timer.fire('timer');
  if (!outcome.ok) throw new Error(outcome.failure.errMsg);
  return (outcome.result as { sendReminders?: Record<string, number> }).sendReminders;
}

describe('a reminder that has come to its moment', () => {
  it('goes out once, however often the timer fires, and costs one credit', async () => {
    await accept(guardian, 2);
    const id = due(guardian);
    expect(await fire()).toMatchObject({ sent: 1 });
    expect(await fire()).toBeUndefined();
    expect(of(id)).toMatchObject({ status: 'sent', unreached: null });
    expect(sentTo(guardian)).toMatchObject([
      {
        title: '会议提醒',
        fields: [
          ['会议名称', '七年级(3)班 · 学情例会'],
          ['会议时间', expect.any(String)],
          ['会议地点', '会议室'],
          ['备注', '无'],
        ],
      },
    ]);
    expect(creditOf(guardian)).toBe(1);
  });

  it('goes out once though two timers fire at the same moment', async () => {
    await accept(mentor, 3);
    for (let n = 0; n < 3; n += 1) due(mentor);
    const reports = await Promise.all([fire(), fire()]);
    const rest = await fire();
    const sent = [...reports, rest].reduce((sum, one) => sum + (one?.sent ?? 0), 0);
    expect(sentTo(mentor)).toHaveLength(sent);
    expect(sent).toBe(3);
  });

  it('of several to one person goes out one after the other', async () => {
    await accept(guardianOfTwo, 3);
    for (let n = 0; n < 3; n += 1) due(guardianOfTwo);
    expect(await fire()).toMatchObject({ sent: 3 });
    expect(sentTo(guardianOfTwo)).toHaveLength(3);
  });

  it('without a credit stays in the inbox, and nothing is sent', async () => {
    const id = due(principal);
    expect(await fire()).toMatchObject({ sent: 0, inboxOnly: 1 });
    expect(of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'noCredit' });
    const inbox = await test.call<{ reminders: { id: string; wasSent: boolean }[] }>(
      principal,
      'reminder.list',
      {},
    );
    expect(inbox.reminders).toMatchObject([{ id, wasSent: false, isNew: true }]);
  });

  it('is withdrawn when its meeting has begun', async () => {
    const id = due(homeroomTeacher, { until: new Date(test.clock.now()) });
    expect(await fire()).toMatchObject({ withdrawn: 1 });
    expect(of(id)).toMatchObject({ status: 'withdrawn', shownAt: null });
  });

  it('is withdrawn when what it speaks of is done', async () => {
    const checks = [{ collection: 'resolutions' as const, id: 'gone', mark: '2026-10-30' }];
    const id = due(homeroomTeacher, {
      lines: [{ kind: 'resolutionDue', text: '决议', page: 'pages/meetings/index', checks }],
    });
    expect(await fire()).toMatchObject({ withdrawn: 1 });
    expect(of(id).status).toBe('withdrawn');
  });
});

describe('a run that is killed', () => {
  it('between the mark and the message sends nothing again: the inbox has it', async () => {
    await accept(guardian);
    const before = sentTo(guardian).length;
    const claimedAt = new Date(test.clock.now());
    const id = due(guardian, { status: 'sending', claim: 'killed', claimedAt });
    expect(await fire()).toMatchObject({ sent: 0, inboxOnly: 0 });
    expect(of(id).status).toBe('sending');
    await test.clock.advance(3 * MINUTE);
    expect(await fire()).toMatchObject({ inboxOnly: 1 });
    expect(of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'unsure' });
    expect(sentTo(guardian)).toHaveLength(before);
  });

  it('leaves what it had not taken to the next, which sends it', async () => {
    const before = sentTo(guardian).length;
    due(guardian, { status: 'sending', claim: 'killed', claimedAt: new Date(0) });
    due(guardian);
    expect(await fire()).toMatchObject({ sent: 1, inboxOnly: 1 });
    expect(sentTo(guardian)).toHaveLength(before + 1);
  });
});

describe('what WeChat refuses', () => {
  it('43101: the count was too high; it is set to none, and the inbox has it', async () => {
    await test.call(mentor, 'subscribeCredit.record', {
      writeId: newWriteId(),
      accepted: ['meeting'],
    });
    const id = due(mentor);
    await fire();
    expect(of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'noCredit' });
    expect(creditOf(mentor)).toBe(0);
  });

  it('45168: the words are refused; the message is not tried again', async () => {
    await accept(guardian);
    const parts = { what: SENSITIVE_WORD, at: new Date(), where: '', note: '' };
    const id = due(guardian, { parts });
    await fire();
    expect(of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'badWords' });
    expect(creditOf(guardian)).toBeGreaterThan(0);
  });

  it('47003: a field that breaks its rule is logged with its key', async () => {
    await accept(guardian);
    const id = due(guardian, { parts: { what: '会议', at: '下午', where: '', note: '' } });
    await fire();
    expect(of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'badData' });
    const log = test.cloud.meter.last(5).flatMap(({ logs }) => logs);
    expect(JSON.stringify(log)).toContain('data.time2');
  });

  it('40003: who is not known to the mini-program is not tried again', async () => {
    const nobody = { ...guardian, openid: 'oNobody-at-all' };
    const credit = { _id: `${nobody.openid}~${meeting.id}`, left: 1, writeIds: [] };
    test.cloud.database.insertMany('subscribeCredits', [credit]);
    const id = due(nobody);
    await fire();
    expect(of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'badReceiver' });
    expect(creditOf(nobody)).toBe(0);
  });
});

describe('quiet hours', () => {
  it('hold back what a late run finds, until they end', async () => {
    await accept(guardian);
    const before = sentTo(guardian).length;
    await test.clock.set(Date.parse('2026-10-29T22:00:00+08:00'));
    const id = due(guardian);
    expect(await fire()).toMatchObject({ postponed: 1, sent: 0 });
    expect(of(id)).toMatchObject({ status: 'due', dueAt: new Date('2026-10-30T06:30:00+08:00') });
    await test.clock.set(Date.parse('2026-10-30T06:31:00+08:00'));
    await fire();
    expect(of(id).status).toBe('sent');
    expect(sentTo(guardian)).toHaveLength(before + 1);
  });

  it('are what the school sets them to', async () => {
    const { rev } = await test.call<{ rev: number }>(principal, 'reminderSetting.list');
    const setting = { quietFrom: '07:00', quietUntil: '08:00', digestAt: '12:00' };
    await test.call(principal, 'reminderSetting.revise', {
      ...{ rev, writeId: newWriteId() },
      ...setting,
    });
    expect(await test.call(principal, 'reminderSetting.list')).toMatchObject(setting);
    await test.clock.set(Date.parse('2026-10-30T07:30:00+08:00'));
    const id = due(guardian);
    await fire();
    expect(of(id)).toMatchObject({ dueAt: new Date('2026-10-30T08:00:00+08:00') });
  });
});
