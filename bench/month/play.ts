import { addDays } from '../../domain/calendar/day';
import type { Invocation } from '../../local-cloud/meter/invocation';
import { startCloud, type TestCloud } from '../../test/cloudfunctions/harness/cloud';
import { fill } from '../../test/school/seed';
import { HABITS, type Habit, PLAYED_ON, TIMES } from './habits';
import { makeMonthSchool, type Person } from './people';

/** What the month charges, by kind. */
export interface Charges {
  runs: number;
  reads: number;
  writes: number;
  files: number;
}

export interface HabitCost {
  habit: Habit;
  /** Events of a month, and those that were played for it. */
  events: number;
  played: number;
  /** Of the whole month. */
  charges: Charges;
  /** Of one event. */
  billedEach: number;
  msEach: number;
  trips: number;
  /** Of the month: memory × time, in steps of 100 ms. */
  gbSeconds: number;
  refused: number;
}

const READS = /^database\.(getDocument|aggregateDocuments|calculateDocument)$/;
const WRITES = /^database\.(insertDocument|modifyDocument|removeDocument)$/;
const FILES = /^storage\.(upload|download)$/;

const NONE: Charges = { runs: 0, reads: 0, writes: 0, files: 0 };
const MEMORY_GB = 0.25;
/** In the cloud a trip takes longer than on one machine. */
const MS_A_TRIP = 10;

function chargesOf({ requests, billedCalls }: Invocation): Charges {
  const count = (kind: RegExp) =>
    Object.entries(requests).reduce((sum, [action, n]) => sum + (kind.test(action) ? n : 0), 0);
  const reads = count(READS);
  const files = count(FILES);
  // Within a transaction reading and writing carry other names: what is left of the bill.
  return {
    runs: 1,
    reads,
    files,
    writes: Math.max(count(WRITES), billedCalls - 1 - reads - files),
  };
}

const add = (a: Charges, b: Charges, times = 1): Charges => ({
  runs: a.runs + b.runs * times,
  reads: a.reads + b.reads * times,
  writes: a.writes + b.writes * times,
  files: a.files + b.files * times,
});

const secondsOf = ({ milliseconds, trips }: Invocation): number =>
  (Math.ceil((milliseconds + trips * MS_A_TRIP) / 100) * 100 * MEMORY_GB) / 1000;

/** One occasion of a habit, by everybody who has it, for real; a month is so many occasions. */
async function playHabit({ cloud }: TestCloud, habit: Habit, people: readonly Person[]) {
  const group = people.slice(0, Math.round(people.length * habit.share));
  const times = TIMES[habit.each];
  const cost = { charges: NONE, ms: 0, gbSeconds: 0, trips: 0, refused: 0, billed: 0 };
  let answered = 0;
  for (const person of group) {
    const event = { calls: habit.calls(person) };
    type Reply = { results: ({ data: unknown } | { error: object })[] };
    const { result, invocation } = await cloud.callFunction<Reply>('api', event, person.openid);
    // Who was refused (a form filled in before) would else have cost as much as the others.
    if (result.results.some((one) => 'error' in one)) {
      cost.refused += 1;
      continue;
    }
    answered += 1;
    cost.charges = add(cost.charges, chargesOf(invocation));
    cost.billed += invocation.billedCalls;
    cost.ms += invocation.milliseconds;
    cost.gbSeconds += secondsOf(invocation);
    cost.trips = Math.max(cost.trips, invocation.trips);
  }
  if (answered === 0) throw new Error(`${habit.screen}: nobody could do it`);
  const played = answered;
  const occasions = (times * group.length) / answered;
  return {
    habit,
    played,
    events: Math.round(group.length * times),
    charges: add(NONE, cost.charges, occasions),
    billedEach: cost.billed / played,
    msEach: cost.ms / played,
    trips: cost.trips,
    gbSeconds: cost.gbSeconds * occasions,
    refused: cost.refused,
  } satisfies HabitCost;
}

export interface PlayedMonth {
  habits: HabitCost[];
  /** The timer, a school day played from midnight to midnight and taken for each day of 31. */
  timer: { fires: number; charges: Charges; gbSeconds: number };
}

const NIGHTS = 31;
const DAY_MS = 24 * 3_600_000;

/** The clock goes through a whole day, and the trigger fires as `config.json` says. */
async function playTimer({ cloud, clock }: TestCloud): Promise<PlayedMonth['timer']> {
  await clock.set(new Date(`${addDays(PLAYED_ON, 1)}T00:00:00+08:00`).getTime());
  let [fires, charges, gbSeconds] = [0, NONE, 0];
  const end = cloud.meter.onInvocation((invocation) => {
    fires += 1;
    charges = add(charges, chargesOf(invocation));
    gbSeconds += secondsOf(invocation);
  });
  cloud.timer.deliverEachFire(1);
  await clock.advance(DAY_MS);
  end();
  return { fires, charges: add(NONE, charges, NIGHTS), gbSeconds: gbSeconds * NIGHTS };
}

/** Plays one day of the whole school, one time of what is weekly, and one of what is monthly. */
export async function playMonth(): Promise<PlayedMonth> {
  const { made, people } = makeMonthSchool();
  const world = await startCloud({ school: false, maxInstances: 2 });
  try {
    const { result } = await world.cloud.testFunction<object>('migrate', { accessToken: 'local' });
    if ('refused' in result) throw new Error('the database could not be prepared');
    fill(world.cloud, made);
    const habits: HabitCost[] = [];
    for (const habit of HABITS) habits.push(await playHabit(world, habit, people[habit.who]));
    return { habits, timer: await playTimer(world) };
  } finally {
    await world.stop();
  }
}
