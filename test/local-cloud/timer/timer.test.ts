import { type HeldClock, heldClock } from '../../../local-cloud/clock';
import { startTestCloud, type TestCloud } from '../test-cloud';

const MIDNIGHT = Date.parse('2026-11-22T00:00:00+08:00');
const HOUR = 3_600_000;

let started: TestCloud;
let clock: HeldClock;
const runs = () =>
  started.cloud.meter.last(100).filter(({ functionName }) => functionName === 'nightly');
const said = (index: number) => JSON.parse(runs()[index]?.logs[0]?.text ?? '{}');

beforeEach(async () => {
  clock = heldClock(MIDNIGHT);
  started = await startTestCloud({ clock });
});
afterEach(() => started.end());

it('runs when its time comes, as nobody, with the source wx_trigger', async () => {
  expect(started.cloud.timer.upcoming()).toMatchObject([
    { functionName: 'nightly', triggerName: 'nightly', nextRunAt: MIDNIGHT + 7.5 * HOUR },
  ]);
  await clock.advance(7 * HOUR);
  expect(runs()).toHaveLength(0);
  await clock.advance(HOUR);
  expect(runs()).toHaveLength(1);
  expect(said(0)).toMatchObject({
    event: { Type: 'timer', TriggerName: 'nightly', Time: '2026-11-21T23:30:00Z', userInfo: {} },
    context: { SOURCE: 'wx_trigger' },
  });
  expect(said(0).context).not.toHaveProperty('OPENID');
});

it('runs once for every day that passes, each at its own time', async () => {
  await clock.advance(3 * 24 * HOUR);
  expect(runs().map(({ startedAt }) => startedAt)).toEqual(
    [2, 1, 0].map((day) => MIDNIGHT + (day * 24 + 7.5) * HOUR),
  );
});

it('shows the functions the same held time', async () => {
  await clock.advance(8 * HOUR);
  expect(said(0).now).toBe(MIDNIGHT + 7.5 * HOUR);
  const { result } = await started.cloud.callFunction('faulty', { fault: 'now' }, 'teacher');
  expect(result).toEqual({
    now: MIDNIGHT + 8 * HOUR,
    made: '2026-11-22T00:00:00.000Z',
    isDate: true,
  });
});

it('may be delivered twice, when a test asks for it', async () => {
  started.cloud.timer.deliverEachFire(2);
  await clock.advance(8 * HOUR);
  expect(runs()).toHaveLength(2);
});

it('is refused as a client call only by the function itself: the source tells', async () => {
  const { result } = await started.cloud.callFunction<{ context: object }>(
    'echo',
    { Type: 'timer', TriggerName: 'nightly' },
    'parent',
  );
  expect(result.context).toMatchObject({ SOURCE: 'wx_client', OPENID: 'parent' });
});

it('never turns the clock back', async () => {
  await expect(clock.set(MIDNIGHT - 1)).rejects.toThrow(RangeError);
});
