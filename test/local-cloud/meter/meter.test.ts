import type { Invocation } from '../../../local-cloud/meter/invocation';
import { startTestCloud, type TestCloud } from '../test-cloud';

let started: TestCloud;
let id: string;
const act = async (name: string, more: object = {}) =>
  await started.cloud.callFunction<{ _id: string }>('documents', { act: name, ...more }, 'teacher');

beforeAll(async () => {
  started = await startTestCloud();
  await act('prepare');
  id = (await act('add', { data: { count: 1 } })).result._id;
});
afterAll(() => started.end());

it('counts one request, one trip and one document for one read', async () => {
  const { invocation } = await act('get', { id });
  expect(invocation).toMatchObject({
    requests: { 'database.getDocument': 1 },
    trips: 1,
    billedCalls: 2,
    documents: { read: 1, returned: 1, written: 0 },
    outcome: 'ok',
    functionName: 'documents',
  });
});

it('counts reads that go out together as one trip, and a read that waits as the second', async () => {
  const together = (await act('together', { id })).invocation;
  expect(together).toMatchObject({ requests: { 'database.getDocument': 3 }, trips: 1 });
  const chain = (await act('chain', { id })).invocation;
  expect(chain).toMatchObject({ requests: { 'database.getDocument': 4 }, trips: 2 });
});

it('does not bill the frame of a transaction, only what is read and written in it', async () => {
  const { invocation } = await act('transfer', { id });
  expect(invocation.requests).toEqual({
    'database.startTransaction': 1,
    'database.getDocument': 1,
    'database.modifyDocument': 1,
    'database.commitTransaction': 1,
  });
  expect(invocation.transactionRequests).toBe(4);
  expect(invocation).toMatchObject({ trips: 4, billedCalls: 3, documents: { written: 1 } });
});

it('counts calls that run at the same time each to its own invocation', async () => {
  const calls = await Promise.all([
    act('get', { id }),
    act('chain', { id }),
    act('together', { id }),
  ]);
  const sent = ({ requests }: Invocation) => requests['database.getDocument'];
  expect(calls.map(({ invocation }) => sent(invocation))).toEqual([1, 4, 3]);
  expect(calls.map(({ invocation }) => invocation.trips)).toEqual([1, 2, 1]);
});

it('bills a nested call to both runs', async () => {
  const { invocation } = await started.cloud.callFunction(
    'relay',
    { name: 'documents', data: { act: 'get', id } },
    'teacher',
  );
  expect(invocation).toMatchObject({ requests: { 'functions.invokeFunction': 1 }, billedCalls: 1 });
  const inner = started.cloud.meter.last(5).find(({ parentId }) => parentId === invocation.id);
  expect(inner).toMatchObject({ functionName: 'documents', billedCalls: 2 });
});

it('tells listeners of every call, and adds up the month', async () => {
  const heard: string[] = [];
  const { meter } = started.cloud;
  const before = meter.billedThisMonth();
  const stop = meter.onInvocation(({ functionName }) => heard.push(functionName));
  await act('get', { id });
  stop();
  await act('get', { id });
  expect(heard).toEqual(['documents']);
  expect(meter.billedThisMonth()).toBe(before + 4);
  expect(meter.totals().billedCalls).toBe(before + 4);
});
