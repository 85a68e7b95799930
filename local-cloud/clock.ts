/** The one clock of the local cloud: timers, expiries, server dates and the functions' `Date`. */
export interface Clock {
  /** True when time stands still until somebody moves it. */
  readonly isHeld: boolean;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once at `time`; the returned function takes the appointment back. */
  at(time: number, callback: () => void | Promise<void>): () => void;
}

export interface HeldClock extends Clock {
  readonly isHeld: true;
  /** Moves on by `ms`, keeping every appointment on the way, in order, and waiting for each. */
  advance(ms: number): Promise<void>;
  /** Moves on to `time`. @throws RangeError when that lies in the past. */
  set(time: number): Promise<void>;
}

/** `setTimeout` silently fires at once above this. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

export const systemClock: Clock = {
  isHeld: false,
  now: () => Date.now(),
  at(time, callback) {
    let timeout: NodeJS.Timeout;
    const wait = () => {
      const left = time - Date.now();
      timeout = setTimeout(
        () => (left > LONGEST_TIMEOUT ? wait() : void callback()),
        Math.min(Math.max(left, 0), LONGEST_TIMEOUT),
      );
      timeout.unref();
    };
    wait();
    return () => clearTimeout(timeout);
  },
};

/** A clock that shows `start` (ms since the epoch) until it is moved. */
export function heldClock(start: number): HeldClock {
  let now = start;
  const appointments = new Set<{ time: number; callback: () => void | Promise<void> }>();

  const earliestUntil = (time: number) =>
    [...appointments].filter((due) => due.time <= time).sort((a, b) => a.time - b.time)[0];

  async function set(time: number): Promise<void> {
    if (time < now) throw new RangeError('A held clock only moves forward.');
    for (let due = earliestUntil(time); due; due = earliestUntil(time)) {
      appointments.delete(due);
      now = Math.max(now, due.time);
      await due.callback();
    }
    now = time;
  }

  return {
    isHeld: true,
    now: () => now,
    at(time, callback) {
      const appointment = { time, callback };
      appointments.add(appointment);
      return () => appointments.delete(appointment);
    },
    set,
    advance: (ms) => set(now + ms),
  };
}
