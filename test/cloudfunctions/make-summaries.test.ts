import { type Summary, summaryIdOf } from '../../domain/summary/summary.schema';
import { CAST, CAST_TERM, CLASSES, SCHOOL_ID } from '../school/cast';
import { newWriteId } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

interface Report {
  makeSummaries?: { made: number; changed: number };
}

/** At a time of a day the timer fires once. */
async function fireAt(day: string, time: string) {
  await world.clock.set(Date.parse(`${day}T${time}:00+08:00`));
  const outcome = await world.cloud.timer.fire('timer');
  if (!outcome.ok) throw new Error(outcome.failure.errMsg);
  return outcome;
}

/** Past the hour of summaries in the morning of a day. */
async function nightBefore(day: string): Promise<Report> {
  return (await fireAt(day, '04:30')).result as Report;
}

const stored = (periodId: string, placeId: string) =>
  world
    .stored<Summary>('summaries')
    .find(({ _id }) => _id === summaryIdOf(`${CAST_TERM}-${periodId}`, placeId, 1));

test('each night the week and, in its last days, the month are counted for every place', async () => {
  // The jobs of the hours before go first, so that what is measured is this one.
  await fireAt('2026-10-30', '03:30');
  const { result, invocation } = await fireAt('2026-10-30', '04:30');
  const { makeSummaries } = result as Report;
  // Two schools: five classes, three divisions and the school; one of each.
  expect(makeSummaries?.made).toBe(2 * (9 + 3));
  expect(stored('m10', SCHOOL_ID)?.classes).toHaveLength(5);
  expect(stored('w09', CLASSES.seven3)?.countedOn).toBe('2026-10-29');
  // Four questions, what stands and the summary: however many students a class has.
  expect(invocation.billedCalls).toBeLessThanOrEqual(6 * (makeSummaries?.made ?? 0) + 10);
});

test('on Monday the week before stands as it ended', async () => {
  await nightBefore('2026-11-02');
  const week = stored('w09', SCHOOL_ID);
  expect(week?.countedOn).toBe(week?.to);
  const meetings = week?.duties.find(({ dutyId }) => dutyId === 'weeklyConsultation');
  // Its Saturday is over: whoever held none is late.
  expect(meetings?.places.some(({ late }) => late > 0)).toBe(true);
});

test('what was signed is left as it is, and a person’s words with it', async () => {
  const summaryId = stored('w10', SCHOOL_ID)?._id;
  expect(summaryId).toBeUndefined();
  await nightBefore('2026-11-04');
  const made = stored('w10', SCHOOL_ID);
  const edit = { summaryId: made?._id ?? '', rev: 1, writeId: newWriteId() };
  await world.call(CAST.principal, 'summary.signOff', edit);
  const signed = stored('w10', SCHOOL_ID);
  await nightBefore('2026-11-06');
  expect(stored('w10', SCHOOL_ID)).toEqual(signed);
});
