/** What becomes of a message that WeChat does not take: code by code, as its handbook prescribes. */
import { SENSITIVE_WORD } from '../../local-cloud/openapi/subscribe-message';
import { CAST } from '../school/cast';
import { newWriteId } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';
import { type Outbox, outboxOf } from './harness/outbox';

const { guardian, guardianOfTwo, homeroomTeacher, mentor } = CAST;
const MINUTE = 60_000;

let test: TestCloud;
let outbox: Outbox;
beforeAll(async () => {
  test = await startCloud();
  outbox = outboxOf(test);
});
afterAll(() => test.stop());

const refuseNext = (errcode: number, times?: number) =>
  test.cloud.openapi.refusals.next('subscribeMessage.send', errcode, times);
const logs = () => JSON.stringify(test.cloud.meter.last(5).flatMap((one) => one.logs));

/** Somebody with one more credit, whose reminder is due. */
async function waiting(person: (typeof CAST)[keyof typeof CAST]) {
  await outbox.accept(person);
  return {
    id: outbox.due(person),
    credits: outbox.creditOf(person) ?? 0,
    sent: outbox.sentTo(person).length,
  };
}

describe('a message that may be tried again', () => {
  it.each([
    [40001, 'the token ended'],
    [40014, 'the token is bad'],
    [43108, 'another message to the same person is on its way'],
  ])('%d (%s) goes out at the second try, and costs one credit', async (code) => {
    const { id, credits, sent } = await waiting(guardian);
    refuseNext(code);
    expect(await outbox.fire()).toMatchObject({ sent: 1, postponed: 0 });
    expect(outbox.of(id)).toMatchObject({ status: 'sent', unreached: null });
    expect(outbox.creditOf(guardian)).toBe(credits - 1);
    expect(outbox.sentTo(guardian)).toHaveLength(sent + 1);
  });

  it.each([40001, 40014, 43108])(
    '%d twice waits for the next run, with its credit',
    async (code) => {
      const { id, credits, sent } = await waiting(guardian);
      refuseNext(code, 2);
      expect(await outbox.fire()).toMatchObject({ sent: 0, postponed: 1 });
      expect(outbox.of(id)).toMatchObject({ status: 'due', claim: null, shownAt: null });
      expect(outbox.creditOf(guardian)).toBe(credits);
      await test.clock.advance(10 * MINUTE);
      expect(await outbox.fire()).toMatchObject({ sent: 1 });
      expect(outbox.of(id).status).toBe('sent');
      expect(outbox.sentTo(guardian)).toHaveLength(sent + 1);
    },
  );

  it('41030: the page is not released yet; it goes out and opens nothing', async () => {
    const { id, credits } = await waiting(guardian);
    refuseNext(41030);
    expect(await outbox.fire()).toMatchObject({ sent: 1 });
    expect(outbox.of(id).status).toBe('sent');
    expect(outbox.sentTo(guardian)[0]).toMatchObject({ title: '会议提醒', page: '' });
    expect(outbox.creditOf(guardian)).toBe(credits - 1);
  });
});

describe('a message that is not tried again', () => {
  it('43101: the count was too high; it is set to none, and the inbox has it', async () => {
    await test.call(mentor, 'subscribeCredit.record', {
      writeId: newWriteId(),
      accepted: ['meeting'],
    });
    const id = outbox.due(mentor);
    await outbox.fire();
    expect(outbox.of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'noCredit' });
    expect(outbox.creditOf(mentor)).toBe(0);
    expect(await outbox.fire()).toBeUndefined();
  });

  it('45168: the words are refused; the credit stays', async () => {
    const { credits } = await waiting(guardian);
    await outbox.fire();
    await outbox.accept(guardian);
    const parts = { what: SENSITIVE_WORD, at: new Date(), where: '', note: '' };
    const id = outbox.due(guardian, { parts });
    await outbox.fire();
    expect(outbox.of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'badWords' });
    expect(outbox.creditOf(guardian)).toBe(credits);
  });

  it('47003: a field that breaks its rule is logged with its key', async () => {
    await outbox.accept(guardian);
    const credits = outbox.creditOf(guardian);
    const id = outbox.due(guardian, { parts: { what: '会议', at: '下午', where: '', note: '' } });
    await outbox.fire();
    expect(outbox.of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'badData' });
    expect(outbox.creditOf(guardian)).toBe(credits);
    expect(logs()).toContain('data.time2');
  });

  it('40003: who is not known to the mini-program has no credits any more', async () => {
    const nobody = { ...guardian, openid: 'oNobody-at-all' };
    const credit = { _id: `${nobody.openid}~local-template-meeting`, left: 1, writeIds: [] };
    test.cloud.database.insertMany('subscribeCredits', [credit]);
    const member = { _id: nobody.openid, name: nobody.name, postings: nobody.postings };
    test.cloud.database.insertMany('members', [member as never]);
    const id = outbox.due(nobody);
    await outbox.fire();
    expect(outbox.of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'badReceiver' });
    expect(outbox.creditOf(nobody)).toBe(0);
  });

  it('-1: nobody knows whether it went out; the credit stays, and the inbox has it', async () => {
    const { id, credits, sent } = await waiting(guardian);
    refuseNext(-1);
    expect(await outbox.fire()).toMatchObject({ sent: 0, inboxOnly: 1 });
    expect(outbox.of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'unsure' });
    expect(outbox.creditOf(guardian)).toBe(credits);
    await test.clock.advance(10 * MINUTE);
    expect(await outbox.fire()).toBeUndefined();
    expect(outbox.sentTo(guardian)).toHaveLength(sent);
  });
});

describe('a template that cannot be used', () => {
  it.each([
    [40037, 'is wrong'],
    [43107, 'is banned'],
  ])('%d (it %s) stops its messages of this run, and no others', async (code) => {
    const first = await waiting(guardian);
    await outbox.accept(guardian, 1, 'todo');
    const credits = outbox.creditOf(guardian) ?? 0;
    const digests = outbox.creditOf(guardian, 'todo') ?? 0;
    const second = outbox.due(guardian);
    const third = outbox.due(guardian, { kind: 'digest', template: 'todo', parts: {} });
    refuseNext(code);
    expect(await outbox.fire()).toMatchObject({ sent: 1, inboxOnly: 2 });
    for (const id of [first.id, second]) {
      expect(outbox.of(id)).toMatchObject({ status: 'inboxOnly', unreached: 'stopTemplate' });
    }
    expect(outbox.of(third).status).toBe('sent');
    expect(outbox.creditOf(guardian)).toBe(credits);
    expect(outbox.creditOf(guardian, 'todo')).toBe(digests - 1);
    // Whoever looks after it finds the code and the template in the log, and no person.
    expect(logs()).toContain(`${code}`);
    expect(logs()).not.toContain(guardian.openid);
  });

  it('is tried again by the next run', async () => {
    const { id } = await waiting(guardian);
    expect(await outbox.fire()).toMatchObject({ sent: 1 });
    expect(outbox.of(id).status).toBe('sent');
  });
});

describe('the quota of the day', () => {
  const PEOPLE = [guardian, guardianOfTwo, homeroomTeacher, mentor];

  it('45009 ends the run; everything waits with its credit, and goes out when it may', async () => {
    for (const person of PEOPLE) await outbox.accept(person, 2);
    // Two to each: the second ones are what a run would come to next.
    const ids = [...PEOPLE, ...PEOPLE].map((person) => outbox.due(person));
    const credits = PEOPLE.map((person) => outbox.creditOf(person));
    const sent = PEOPLE.map((person) => outbox.sentTo(person).length);
    refuseNext(45009, Number.POSITIVE_INFINITY);
    expect(await outbox.fire()).toMatchObject({ sent: 0, inboxOnly: 0, postponed: PEOPLE.length });
    for (const id of ids) expect(outbox.of(id)).toMatchObject({ status: 'due', shownAt: null });
    expect(PEOPLE.map((person) => outbox.creditOf(person))).toEqual(credits);

    refuseNext(45009, 0);
    await test.clock.advance(10 * MINUTE);
    expect(await outbox.fire()).toMatchObject({ sent: ids.length });
    for (const id of ids) expect(outbox.of(id).status).toBe('sent');
    expect(PEOPLE.map((person) => outbox.sentTo(person).length)).toEqual(sent.map((n) => n + 2));
  });
});
