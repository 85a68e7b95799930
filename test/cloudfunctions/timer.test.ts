import { addDays, dayOf } from '../../domain/calendar/day';
import type { ClassLedger } from '../../domain/class-ledger/class-ledger.schema';
import { ledgerIdOf } from '../../domain/class-ledger/class-ledger.schema';
import { CAST, CAST_TERM, CLASSES } from '../school/cast';
import { startCloud, type TestCloud } from './harness/cloud';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Run {
  startedAt: Date;
  finishedAt: Date | null;
  report: Record<string, number>;
}

interface RunsOfDay {
  _id: string;
  runs: Record<string, Run>;
}

let test: TestCloud;
beforeAll(async () => {
  test = await startCloud();
});
afterAll(() => test.stop());

/** Goes to a quarter to three of the next day; the timer sleeps on the way, so nothing has run. */
async function beforeTheHour(): Promise<string> {
  const { timer } = test.cloud;
  const day = addDays(dayOf(new Date(test.clock.now())), 1);
  timer.deliverEachFire(0);
  await test.clock.set(Date.parse(`${day}T02:45:00+08:00`));
  timer.deliverEachFire(1);
  return day;
}

/** Goes past the hour of the job without waking the timer. */
async function afterTheHour(): Promise<string> {
  const day = await beforeTheHour();
  test.cloud.timer.deliverEachFire(0);
  await test.clock.advance(HOUR);
  test.cloud.timer.deliverEachFire(1);
  return day;
}

/** The runs of the one job that is looked at here, whatever else the timer does that day. */
const runsOf = (day: string) =>
  test
    .stored<RunsOfDay>('timerRuns')
    .filter(({ _id }) => _id === day)
    .flatMap(({ runs }) => runs.recountLedgers ?? []);

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
    const day = await afterTheHour();
    const forged = { Type: 'timer', TriggerName: 'everyTenMinutes', source: 'wx_trigger' };
    const { result } = await test.cloud.callFunction('timer', forged, CAST.principal.openid);
    expect(result).toEqual({ refused: true });
    expect(runsOf(day)).toEqual([]);
  });

  it('not a tool either', async () => {
    const day = await afterTheHour();
    expect(await test.cloud.testFunction('timer', {})).toMatchObject({ result: { refused: true } });
    expect(runsOf(day)).toEqual([]);
  });
});

describe('a job of the day', () => {
  it('waits for its hour and then runs once, however often the timer fires', async () => {
    const day = await beforeTheHour();
    await test.clock.advance(10 * MINUTE);
    expect(runsOf(day)).toEqual([]);
    await test.clock.advance(HOUR);
    expect(runsOf(day)).toMatchObject([
      {
        startedAt: new Date(`${day}T03:00:00+08:00`),
        finishedAt: expect.any(Date),
        report: { mended: 0 },
      },
    ]);
  });

  it('runs once though one fire is delivered twice', async () => {
    const day = await beforeTheHour();
    test.cloud.timer.deliverEachFire(2);
    await test.clock.advance(16 * MINUTE);
    expect(runsOf(day)).toHaveLength(1);
  });

  it('is begun by one of two timers that fire at the same moment', async () => {
    await afterTheHour();
    const reports = await Promise.all([fire(), fire()]);
    expect(reports.filter((report) => report.recountLedgers)).toHaveLength(1);
  });

  it('is taken up again when a run was killed', async () => {
    const day = await afterTheHour();
    begin(day, 16);
    expect(await fire()).toHaveProperty('recountLedgers');
    expect(runsOf(day)).toMatchObject([{ finishedAt: expect.any(Date) }]);
  });

  it('is left to the run that began a moment ago', async () => {
    const day = await afterTheHour();
    begin(day, 5);
    expect(await fire()).not.toHaveProperty('recountLedgers');
    expect(runsOf(day)).toMatchObject([{ finishedAt: null }]);
  });

  /** As a run leaves it that began so many minutes ago and did not come to its end. */
  function begin(day: string, minutesAgo: number): void {
    const startedAt = new Date(test.clock.now() - minutesAgo * MINUTE);
    const recountLedgers = { startedAt, finishedAt: null, report: {} };
    test.cloud.database.insertMany('timerRuns', [{ _id: day, runs: { recountLedgers } }]);
  }
});

describe('counting the ledgers again', () => {
  it('mends a counter that has drifted, and only that', async () => {
    await afterTheHour();
    const before = counter();
    await test.patch('classLedgers', ledgerId, { writtenLines: 99 });
    expect(await fire()).toMatchObject({ recountLedgers: { mended: 1 } });
    expect(counter()).toBe(before);
  });
});
