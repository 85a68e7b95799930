import { onlineManager } from '@tanstack/react-query';
import { ApiError } from '../../../src/platform/batch';
import {
  dropWrite,
  leftWrites,
  post,
  QUEUED,
  queuedWrites,
  sendAgain,
  sendQueued,
  takeRefused,
  watchOutbox,
} from '../../../src/platform/outbox/outbox';
import {
  MAX_CHARACTERS,
  MAX_QUEUED,
  type QueuedWrite,
  readQueued,
} from '../../../src/platform/outbox/queued-writes';

/** The cloud as the phone meets it: it stores each write id once, and may lose its answer. */
const cloud = {
  events: [] as string[][],
  stored: new Set<string>(),
  refuses: new Set<string>(),
  losesAnswers: false,
};

interface Event {
  calls: { path: string; input: { writeId: string } }[];
}

const answerTo = ({ calls }: Event) => ({
  results: calls.map(({ input: { writeId } }) => {
    if (cloud.refuses.has(writeId)) {
      return { error: { code: 'stale', message: '已被更新', data: { rev: 7 } } };
    }
    cloud.stored.add(writeId);
    return { data: { of: writeId } };
  }),
});

beforeEach(() => {
  Object.assign(cloud, {
    events: [],
    stored: new Set(),
    refuses: new Set(),
    losesAnswers: false,
  });
  global.fetch = (async (_url: string, { body }: { body: string }) => {
    const event = JSON.parse(body) as Event;
    cloud.events.push(event.calls.map(({ input }) => input.writeId));
    const result = answerTo(event);
    if (cloud.losesAnswers) throw new TypeError('Failed to fetch');
    return { json: async () => ({ result }) };
  }) as unknown as typeof fetch;
  AbortSignal.timeout = () => new AbortController().signal;
  onlineManager.setOnline(false);
  for (const { id } of queuedWrites()) dropWrite(id);
});

let made = 0;
const write = (id: string, more: Partial<QueuedWrite> = {}): QueuedWrite => ({
  id,
  at: ++made,
  path: 'talk.record',
  input: { writeId: id },
  title: '李子涵 · 面谈',
  of: id,
  page: null,
  draft: null,
  outdates: [],
  wasSent: false,
  refusal: null,
  ...more,
});

const ids = () => queuedWrites().map(({ id }) => id);
const MOMENTS_MS = 60;
async function goOnline() {
  onlineManager.setOnline(true);
  await new Promise((resolve) => setTimeout(resolve, MOMENTS_MS));
}

describe('a write without a network', () => {
  test('waits on the phone, and is sent once when the network is back', async () => {
    expect(await post(write('one'))).toBe(QUEUED);
    expect(readQueued().map(({ id }) => id)).toEqual(['one']);
    await goOnline();
    await sendQueued();
    expect(cloud.events).toEqual([['one']]);
    expect(ids()).toEqual([]);
    expect(readQueued()).toEqual([]);
  });

  test('is told of only when no open form is sending it', async () => {
    const told: number[] = [];
    const stop = watchOutbox(() => told.push(leftWrites().length));
    onlineManager.setOnline(true);
    await post(write('online'));
    expect(Math.max(...told)).toBe(0);
    onlineManager.setOnline(false);
    await post(write('offline'));
    expect(told.at(-1)).toBe(1);
    stop();
  });

  test('goes with the others, in the order in which they were made, as one call', async () => {
    for (const id of ['one', 'two', 'three']) await post(write(id));
    await goOnline();
    expect(cloud.events).toEqual([['one', 'two', 'three']]);
  });

  test('gives way to a later one of the same thing', async () => {
    await post(write('early', { of: 'line' }));
    await post(write('late', { of: 'line' }));
    await goOnline();
    expect([...cloud.stored]).toEqual(['late']);
  });

  test('is not kept when the phone holds too many or it is too long: the form is told', async () => {
    for (let count = 0; count < MAX_QUEUED; count += 1) await post(write(`w${count}`));
    cloud.losesAnswers = true;
    await expect(post(write('one more'))).rejects.toThrow('没有网络');
    for (const { id } of queuedWrites()) dropWrite(id);
    const long = { input: { writeId: 'long', text: '长'.repeat(MAX_CHARACTERS) } };
    await expect(post(write('long', long))).rejects.toThrow('没有网络');
    expect(ids()).toEqual([]);
  });
});

describe('a write whose answer is lost', () => {
  test('waits, is sent again with the same id, and is stored once', async () => {
    cloud.losesAnswers = true;
    onlineManager.setOnline(true);
    expect(await post(write('one'))).toBe(QUEUED);
    expect([...cloud.stored]).toEqual(['one']);
    cloud.losesAnswers = false;
    await sendQueued();
    expect(cloud.events).toEqual([['one'], ['one']]);
    expect([...cloud.stored]).toEqual(['one']);
    expect(ids()).toEqual([]);
  });

  test('does not give way: the cloud may have it', async () => {
    cloud.losesAnswers = true;
    onlineManager.setOnline(true);
    await post(write('early', { of: 'line' }));
    await post(write('late', { of: 'line' }));
    expect(ids()).toEqual(['early', 'late']);
  });
});

describe('a write that the school does not take', () => {
  test('is told to the form that is still open, and waits no longer', async () => {
    onlineManager.setOnline(true);
    cloud.refuses.add('one');
    await expect(post(write('one'))).rejects.toThrow(ApiError);
    expect(ids()).toEqual([]);
  });

  test('stays with its reason when nobody waits for it; the others go through', async () => {
    cloud.refuses.add('one');
    await post(write('one', { of: 'line' }));
    await post(write('two'));
    await goOnline();
    expect([...cloud.stored]).toEqual(['two']);
    expect(queuedWrites()).toMatchObject([{ id: 'one', refusal: { code: 'stale' } }]);
    expect(takeRefused('line')).toEqual({ code: 'stale', message: '已被更新', data: { rev: 7 } });
    expect(ids()).toEqual([]);
  });

  test('can be sent again as it is', async () => {
    cloud.refuses.add('one');
    await post(write('one'));
    await goOnline();
    cloud.refuses.clear();
    sendAgain('one');
    await sendQueued();
    await goOnline();
    expect(ids()).toEqual([]);
    expect([...cloud.stored]).toEqual(['one']);
  });
});
