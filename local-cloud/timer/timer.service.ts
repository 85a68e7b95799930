import type { Clock } from '../clock';
import type { CallOutcome, FunctionsService } from '../functions/functions.service';
import type { Service } from '../service';
import { nextRun, parseCron } from './cron';

export interface TimerService extends Service {
  /** Every trigger with its next run (ms since the epoch), soonest first. */
  upcoming(): { functionName: string; triggerName: string; config: string; nextRunAt?: number }[];
  /** Fires the trigger of a function now, once. @throws Error when it has none. */
  fire(functionName: string): Promise<CallOutcome>;
  /** The cloud may deliver one fire more than once; from now on each is delivered `times` times. */
  deliverEachFire(times: number): void;
}

interface TimerOptions {
  functions: FunctionsService;
  clock: Clock;
}

/** Runs the functions that their config.json gives a timer. Results are thrown away, as there. */
export function createTimer({ functions, clock }: TimerOptions): TimerService {
  const appointments = new Map<string, { at: number; cancel: () => void }>();
  let deliveries = 1;

  async function fire(functionName: string): Promise<CallOutcome> {
    const trigger = functions.find(functionName)?.trigger;
    if (!trigger) throw new Error(`云函数 ${functionName} 没有定时触发器 (it has no timer)`);
    const event = {
      Type: 'timer',
      TriggerName: trigger.name,
      Time: new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
    };
    return functions.call({ name: functionName, event, source: 'wx_trigger' });
  }

  function schedule(functionName: string): void {
    const trigger = functions.find(functionName)?.trigger;
    appointments.delete(functionName);
    if (!trigger) return;
    const at = nextRun(parseCron(trigger.config), clock.now());
    if (at === undefined) return;
    const cancel = clock.at(at, async () => {
      schedule(functionName);
      for (let delivery = 0; delivery < deliveries; delivery += 1) await fire(functionName);
    });
    appointments.set(functionName, { at, cancel });
  }

  return {
    name: 'timer',
    actions: {},
    start() {
      for (const { name } of functions.list()) schedule(name);
    },
    stop() {
      for (const { cancel } of appointments.values()) cancel();
      appointments.clear();
    },
    fire,
    deliverEachFire(times) {
      deliveries = times;
    },
    upcoming: () =>
      functions
        .list()
        .flatMap(({ name, trigger }) => {
          const nextRunAt = appointments.get(name)?.at;
          return trigger
            ? [
                {
                  functionName: name,
                  triggerName: trigger.name,
                  config: trigger.config,
                  ...(nextRunAt !== undefined && { nextRunAt }),
                },
              ]
            : [];
        })
        .sort((a, b) => (a.nextRunAt ?? Infinity) - (b.nextRunAt ?? Infinity)),
  };
}
