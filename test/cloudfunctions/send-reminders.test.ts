import { DEFAULT_TEMPLATES } from '../../domain/reminder/templates';
import { CAST, SCHOOL_ID } from '../school/cast';
import { NOBODY_YET } from './api/leaving-examples';
import { newWriteId } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';
import { type Outbox, outboxOf } from './harness/outbox';

const { guardian, guardianOfTwo, homeroomTeacher, mentor, principal } = CAST;
const MINUTE = 60_000;

let test: TestCloud;
let outbox: Outbox;
beforeAll(async () => {
  test = await startCloud();
  outbox = outboxOf(test);
});
afterAll(() => test.stop());

describe('a reminder that has come to its moment', () => {
  it('goes out once, however often the timer fires, and costs one credit', async () => {
    await outbox.accept(guardian, 2);
    const id = outbox.due(guardian);
    expect(await outbox.fire()).toMatchObject({ sent: 1 });
    expect(await outbox.fire()).toBeUndefined();
    expect(outbox.of(id)).toMatchObject({ status: 'sent', unreached: null });
    expect(outbox.sentTo(guardian)).toMatchObject([
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
    expect(outbox.creditOf(guardian)).toBe(1);
  });

  it('goes out once though two timers fire at the same moment', async () => {
    await outbox.accept(mentor, 3);
    for (let n = 0; n < 3; n += 1) outbox.due(mentor);
    const reports = await Promise.all([outbox.fire(), outbox.fire()]);
    const rest = await outbox.fire();
    const sent = [...reports, rest].reduce((sum, one) => sum + (one?.sent ?? 0), 0);
    expect(outbox.sentTo(mentor)).toHaveLength(sent);
    expect(sent).toBe(3);
  });

  it('of several to one person goes out one after the other', async () => {
    await outbox.accept(guardianOfTwo, 3);
    for (let n = 0; n < 3; n += 1) outbox.due(guardianOfTwo);
    expect(await outbox.fire()).toMatchObject({ sent: 3 });
    expect(outbox.sentTo(guardianOfTwo)).toHaveLength(3);
  });

  it('without a credit stays in the inbox, and nothing is sent', async () => {
    const id = outbox.due(principal);
    expect(await outbox.fire()).toMatchObject({ sent: 0, inboxOnly: 1 });
    expect(outbox.of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'noCredit' });
    const inbox = await test.call<{ reminders: { id: string; wasSent: boolean }[] }>(
      principal,
      'reminder.list',
      {},
    );
    expect(inbox.reminders).toMatchObject([{ id, wasSent: false, isNew: true }]);
  });

  it('is withdrawn when its meeting has begun', async () => {
    const id = outbox.due(homeroomTeacher, { until: new Date(test.clock.now()) });
    expect(await outbox.fire()).toMatchObject({ withdrawn: 1 });
    expect(outbox.of(id)).toMatchObject({ status: 'withdrawn', shownAt: null });
  });

  it('is withdrawn when what it speaks of is done', async () => {
    const checks = [{ collection: 'resolutions' as const, id: 'gone', mark: '2026-10-30' }];
    const id = outbox.due(homeroomTeacher, {
      lines: [{ kind: 'resolutionDue', text: '决议', page: 'pages/meetings/index', checks }],
    });
    expect(await outbox.fire()).toMatchObject({ withdrawn: 1 });
    expect(outbox.of(id).status).toBe('withdrawn');
  });
});

describe('a run that is killed', () => {
  it('between the mark and the message sends nothing again: the inbox has it', async () => {
    await outbox.accept(guardian);
    const before = outbox.sentTo(guardian).length;
    const claimedAt = new Date(test.clock.now());
    const id = outbox.due(guardian, { status: 'sending', claim: 'killed', claimedAt });
    expect(await outbox.fire()).toMatchObject({ sent: 0, inboxOnly: 0 });
    expect(outbox.of(id).status).toBe('sending');
    await test.clock.advance(3 * MINUTE);
    expect(await outbox.fire()).toMatchObject({ inboxOnly: 1 });
    expect(outbox.of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'unsure' });
    expect(outbox.sentTo(guardian)).toHaveLength(before);
  });

  it('leaves what it had not taken to the next, which sends it', async () => {
    const before = outbox.sentTo(guardian).length;
    outbox.due(guardian, { status: 'sending', claim: 'killed', claimedAt: new Date(0) });
    outbox.due(guardian);
    expect(await outbox.fire()).toMatchObject({ sent: 1, inboxOnly: 1 });
    expect(outbox.sentTo(guardian)).toHaveLength(before + 1);
  });
});

describe('400 messages, and the run is killed in the middle', () => {
  const PEOPLE = Array.from({ length: 400 }, (_, n) => ({
    openid: `oKilled-guardian-${n}`,
    name: '家长',
  }));
  const notified = () => PEOPLE.map((person) => outbox.sentTo(person).length);
  const total = () => notified().reduce((sum, n) => sum + n, 0);

  it('nobody gets one twice, and nobody who was not reached is called reached', async () => {
    const templateId = DEFAULT_TEMPLATES.meeting.id;
    const credits = PEOPLE.map(({ openid }) => ({
      ...{ _id: `${openid}~${templateId}`, memberId: openid, templateId, left: 1, writeIds: [] },
    }));
    test.cloud.database.insertMany('subscribeCredits', credits);
    for (const { openid } of PEOPLE) {
      test.cloud.openapi.visitors.visited(openid);
      test.cloud.openapi.messages.answer(openid, templateId, 'accept');
    }
    const postings = [{ schoolId: SCHOOL_ID, role: 'guardian', studentIds: [] }];
    test.cloud.database.insertMany(
      'members',
      PEOPLE.map(({ openid, name }) => ({ _id: openid, name, postings })),
    );
    const ids = PEOPLE.map((person) => outbox.due(person));

    const killed = test.cloud.timer.fire('timer');
    while (total() < 200) await new Promise((resolve) => setTimeout(resolve, 5));
    await test.cloud.functions.kill('timer');
    expect(await killed).toMatchObject({ ok: false });
    expect(total()).toBeLessThan(PEOPLE.length);

    await test.clock.advance(3 * MINUTE);
    await Promise.all([outbox.fire(), outbox.fire()]);
    await outbox.fire();
    expect(Math.max(...notified())).toBe(1);
    const ended = ids.map((id) => outbox.of(id));
    for (const [n, { status, unreached }] of ended.entries()) {
      if (status === 'sent') expect(notified()[n]).toBe(1);
      else expect([status, unreached]).toEqual(['inboxOnly', 'unsure']);
    }
    // What one batch held is the most that a kill leaves to the inbox.
    const unsure = ended.filter((one) => one.unreached === 'unsure').length;
    expect(unsure).toBeGreaterThan(0);
    expect(unsure).toBeLessThanOrEqual(150);
  });
});

describe('whoever has left the school meanwhile', () => {
  it('is sent nothing that waited for them (S3-161)', async () => {
    const { homeroomTeacher82 } = CAST;
    await outbox.accept(homeroomTeacher82);
    const id = outbox.due(homeroomTeacher82);
    const { rev } = await test.call<{ rev: number }>(principal, 'staff.byId', {
      memberId: homeroomTeacher82.openid,
    });
    await test.call(principal, 'departure.record', {
      ...{ memberId: homeroomTeacher82.openid, rev, writeId: newWriteId(), reason: '调走' },
      successors: NOBODY_YET,
    });
    expect(await outbox.fire()).toMatchObject({ sent: 0, withdrawn: 1 });
    expect(outbox.of(id).status).toBe('withdrawn');
    expect(outbox.sentTo(homeroomTeacher82)).toEqual([]);
    expect(outbox.creditOf(homeroomTeacher82)).toBe(1);
  });
});

describe('quiet hours', () => {
  it('hold back what a late run finds, until they end', async () => {
    await outbox.accept(guardian);
    const before = outbox.sentTo(guardian).length;
    await test.clock.set(Date.parse('2026-10-29T22:00:00+08:00'));
    const id = outbox.due(guardian);
    expect(await outbox.fire()).toMatchObject({ postponed: 1, sent: 0 });
    expect(outbox.of(id)).toMatchObject({
      status: 'due',
      dueAt: new Date('2026-10-30T06:30:00+08:00'),
    });
    await test.clock.set(Date.parse('2026-10-30T06:31:00+08:00'));
    await outbox.fire();
    expect(outbox.of(id).status).toBe('sent');
    expect(outbox.sentTo(guardian)).toHaveLength(before + 1);
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
    const id = outbox.due(guardian);
    await outbox.fire();
    expect(outbox.of(id)).toMatchObject({ dueAt: new Date('2026-10-30T08:00:00+08:00') });
  });
});
