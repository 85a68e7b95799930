import type { ClassLedger } from '../../domain/class-ledger/class-ledger.schema';
import { ledgerIdOf } from '../../domain/class-ledger/class-ledger.schema';
import { CAST, CAST_NOW, CAST_TERM, CLASSES } from '../school/cast';
import { startCloud, type TestCloud } from './harness/cloud';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Run {
  _id: string;
  startedAt: Date;
  finishedAt: Date | null;
  report: Record<string, number>;
}

let test: TestCloud;
beforeEach(async () => {
  test = await startCloud();
});
afterEach(() => test.stop());

const runs = () => test.stored<Run>('timerRuns');
const fire = async () => {
  const outcome = await test.cloud.timer.fire('timer');
  if (!outcome.ok) throw new Error(outcome.failure.errMsg);
  return outcome.result as Record<string, Record<string, number>>;
};

const ledgerId = ledgerIdOf(CAST_TERM, CLASSES.seven3);
const counter = () =>
  test.stored<ClassLedger>('classLedgers').find(({ _id }) => _id === ledgerId)?.writtenLines;

describe('who may wake the timer', () => {
  it('not a phone, whatever its event says', async () => {
    const forged = { Type: 'timer', TriggerName: 'everyTenMinutes', source: 'wx_trigger' };
    const { result } = await test.cloud.callFunction('timer', forged, CAST.principal.openid);
    expect(result).toEqual({ refused: true });
    expect(runs()).toEqual([]);
  });

  it('not a tool either', async () => {
    const { result } = await test.cloud.testFunction('timer', {});
    expect(result).toEqual({ refused: true });
    expect(runs()).toEqual([]);
  });
});

describe('a job of the day', () => {
  it('runs once a day, however often the timer fires', async () => {
    await test.clock.advance(2 * HOUR);
    expect(runs()).toMatchObject([
      { _id: 'recountLedgers~2026-10-29', startedAt: new Date(CAST_NOW.getTime() + 10 * MINUTE) },
    ]);
    expect(runs()).toMatchObject([{ finishedAt: expect.any(Date), report: { mended: 0 } }]);
  });

  it('runs once though one fire is delivered twice', async () => {
    test.cloud.timer.deliverEachFire(2);
    await test.clock.advance(10 * MINUTE);
    expect(runs()).toHaveLength(1);
  });

  it('is begun by one of two timers that fire at the same moment', async () => {
    const reports = await Promise.all([fire(), fire()]);
    expect(reports.filter((report) => report.recountLedgers)).toHaveLength(1);
  });

  it('waits for its hour', async () => {
    await test.clock.advance(10 * MINUTE);
    const midnight = Date.parse('2026-10-30T00:00:00+08:00');
    await test.clock.set(midnight + 2 * HOUR + 55 * MINUTE);
    expect(runs()).toHaveLength(1);
    await test.clock.set(midnight + 3 * HOUR + MINUTE);
    expect(runs().map(({ _id }) => _id)).toEqual([
      'recountLedgers~2026-10-29',
      'recountLedgers~2026-10-30',
    ]);
  });

  it('is taken up again when a run was killed', async () => {
    const startedAt = new Date(CAST_NOW.getTime() - 16 * MINUTE);
    test.cloud.database.insertMany('timerRuns', [
      { _id: 'recountLedgers~2026-10-29', startedAt, finishedAt: null, report: {} },
    ]);
    expect(await fire()).toHaveProperty('recountLedgers');
    expect(runs()).toMatchObject([{ finishedAt: expect.any(Date) }]);
  });

  it('is left to the run that began a moment ago', async () => {
    const startedAt = new Date(CAST_NOW.getTime() - 5 * MINUTE);
    test.cloud.database.insertMany('timerRuns', [
      { _id: 'recountLedgers~2026-10-29', startedAt, finishedAt: null, report: {} },
    ]);
    expect(await fire()).toEqual({});
    expect(runs()).toMatchObject([{ finishedAt: null }]);
  });
});

describe('counting the ledgers again', () => {
  it('mends a counter that has drifted, and only that', async () => {
    const before = counter();
    await test.patch('classLedgers', ledgerId, { writtenLines: 99 });
    const { recountLedgers } = await fire();
    expect(recountLedgers).toMatchObject({ mended: 1 });
    expect(counter()).toBe(before);
  });
});
