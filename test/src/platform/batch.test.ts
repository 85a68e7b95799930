import { ApiError, callProcedure } from '../../../src/platform/batch';
import { callCloud } from '../../../src/platform/call';
import { CloudFailure } from '../../../src/platform/cloud-failure';

jest.mock('../../../src/platform/call', () => ({ callCloud: jest.fn() }));

const cloud = callCloud as jest.MockedFunction<typeof callCloud>;

type Calls = { path: string; input: unknown }[];
const callsOf = (event: Record<string, unknown>) => event.calls as Calls;

/** A cloud that answers each call with its own input. */
const echo = async (event: Record<string, unknown>) => ({
  results: callsOf(event).map(({ input }) => ({ data: input })),
});

beforeEach(() => cloud.mockReset());

describe('calling procedures', () => {
  test('what is asked within one moment travels together, and each asker gets its own answer', async () => {
    cloud.mockImplementation(echo);
    const answers = await Promise.all([1, 2, 3].map((n) => callProcedure('today.list', n)));
    expect(answers).toEqual([1, 2, 3]);
    expect(cloud).toHaveBeenCalledTimes(1);
  });

  test('no event holds more calls than the function accepts', async () => {
    cloud.mockImplementation(echo);
    const numbers = Array.from({ length: 23 }, (_, n) => n);
    expect(await Promise.all(numbers.map((n) => callProcedure('today.list', n)))).toEqual(numbers);
    expect(cloud.mock.calls.map(([event]) => callsOf(event).length)).toEqual([10, 10, 3]);
  });

  test('what is asked later travels later', async () => {
    cloud.mockImplementation(echo);
    await callProcedure('today.list', 1);
    await callProcedure('today.list', 2);
    expect(cloud).toHaveBeenCalledTimes(2);
  });

  test('one refusal leaves its neighbours their answers', async () => {
    const refusal = { code: 'stale', message: '请对照后再保存', data: { rev: 4 } };
    cloud.mockResolvedValue({ results: [{ data: 'fine' }, { error: refusal }] });
    const [first, second] = await Promise.allSettled([
      callProcedure('student.list', {}),
      callProcedure('ledgerEntry.revise', {}),
    ]);
    expect(first).toEqual({ status: 'fulfilled', value: 'fine' });
    const error = (second as PromiseRejectedResult).reason as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    expect({ ...error, message: error.message }).toMatchObject({ ...refusal, fields: {} });
  });

  test('an event that is refused as a whole is refused to everyone', async () => {
    cloud.mockResolvedValue({ results: [{ error: { code: 'badInput', message: '请刷新' } }] });
    const asked = [callProcedure('a.b', 1), callProcedure('a.b', 2)];
    for (const outcome of await Promise.allSettled(asked)) {
      expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(ApiError);
    }
  });

  test('a call that got no answer fails for everyone who waits for it', async () => {
    cloud.mockRejectedValue(new CloudFailure('offline', '-1'));
    const asked = [callProcedure('a.b', 1), callProcedure('a.b', 2)];
    for (const outcome of await Promise.allSettled(asked)) {
      expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(CloudFailure);
    }
  });
});
