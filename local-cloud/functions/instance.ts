import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { transformSync } from 'esbuild';
import type { Invocation } from '../meter/invocation';
import type { FromInstance, InstanceData, ThrownText, ToInstance } from './instance-messages';

/** How a run ended. `result` is JSON. `failed` is what the function did; `timedOut` what we did. */
export type Ending =
  | { kind: 'result'; result: string }
  | { kind: 'failed'; error: ThrownText }
  | { kind: 'timedOut' };

export interface Instance {
  readonly token: string;
  readonly version: string;
  /** The invocation that runs on it now. */
  running?: Invocation;
  /** It takes no more calls: its code is old, or a call left something broken behind. */
  isRetired: boolean;
  run(invocation: Invocation, message: Omit<ToInstance, 'kind' | 'id'>): Promise<Ending>;
  terminate(): Promise<void>;
}

interface InstanceOptions extends InstanceData {
  token: string;
  version: string;
  environment: Record<string, string>;
  /** Milliseconds that one call may take, loading apart. */
  timeout: number;
  /** MB: a runaway function dies alone, long before it can take the host's memory. */
  memorySize: number;
  /** A line of the function, or about it; `id` is the invocation it belongs to, when known. */
  onLog(log: Extract<FromInstance, { kind: 'log' }>): void;
  onGone(): void;
}

/** SCF lets an instance load for much longer than a call may run. */
const LOAD_TIMEOUT = 20_000;

let compiledThread: string | undefined;
/** The thread is TypeScript too; it is translated once a process, whoever the host is (tsx, Jest). */
function threadSource(): string {
  compiledThread ??= transformSync(
    readFileSync(path.join(__dirname, 'instance-thread.ts'), 'utf8'),
    { loader: 'ts', format: 'cjs', target: 'node18' },
  ).code;
  return compiledThread;
}

/** Starts one warm instance: a worker thread with an environment of its own. */
export function startInstance(options: InstanceOptions): Instance {
  const { entry, cloudHost } = options;
  const worker = new Worker(threadSource(), {
    eval: true,
    workerData: { entry, cloudHost } satisfies InstanceData,
    env: options.environment,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: options.memorySize },
  });
  let end: ((ending: Ending) => void) | undefined;
  let fatal: ThrownText | undefined;

  const instance: Instance = {
    token: options.token,
    version: options.version,
    isRetired: false,

    async run(invocation, message) {
      instance.running = invocation;
      try {
        await loaded;
        if (fatal) return { kind: 'failed', error: fatal };
        const startedAt = performance.now();
        const ended = new Promise<Ending>((resolve) => {
          end = resolve;
        });
        const timeout = setTimeout(() => {
          instance.isRetired = true;
          end?.({ kind: 'timedOut' });
          void instance.terminate();
        }, options.timeout);
        worker.postMessage({ kind: 'invoke', id: invocation.id, ...message } satisfies ToInstance);
        const ending = await ended;
        clearTimeout(timeout);
        invocation.milliseconds = performance.now() - startedAt;
        return ending;
      } finally {
        end = undefined;
        instance.running = undefined;
      }
    },

    async terminate() {
      instance.isRetired = true;
      await worker.terminate();
    },
  };

  const die = (error: ThrownText) => {
    fatal ??= error;
    instance.isRetired = true;
    end?.({ kind: 'failed', error: fatal });
  };
  const log = (level: 'error', text: string, id?: string) =>
    options.onLog({ kind: 'log', level, text, id });

  const loaded = new Promise<void>((resolve) => {
    const overdue = setTimeout(() => {
      die({ name: 'Error', message: 'the function took too long to load', stack: '' });
      void worker.terminate();
    }, LOAD_TIMEOUT);
    const done = () => {
      clearTimeout(overdue);
      resolve();
    };

    worker.on('message', (message: FromInstance) => {
      const running = instance.running;
      switch (message.kind) {
        case 'loaded':
          return done();
        case 'loadFailed':
          log('error', message.error.stack || message.error.message);
          die(message.error);
          void worker.terminate();
          return done();
        case 'log':
          return options.onLog(message);
        case 'escaped': {
          log(
            'error',
            `未捕获的错误 (uncaught): ${message.error.stack || message.error.message}`,
            message.id,
          );
          // Its own late error ends a call, as it would in the cloud; an earlier call's error
          // must not: that call has been answered, and this one is another person's.
          instance.isRetired = true;
          if (!running) void worker.terminate();
          else if (message.id === running.id) {
            die(message.error);
            void worker.terminate();
          }
          return;
        }
        case 'settled':
        case 'threw':
          if (running?.id !== message.id) return;
          running.trips = message.trips;
          return end?.(
            message.kind === 'settled'
              ? { kind: 'result', result: message.result }
              : { kind: 'failed', error: message.error },
          );
      }
    });
    worker.on('error', (error) => {
      log('error', String(error), instance.running?.id);
      die({ name: error.name, message: error.message, stack: error.stack ?? '' });
    });
    worker.on('exit', (code) => {
      die({ name: 'Error', message: `process exited unexpectedly (code ${code})`, stack: '' });
      done();
      options.onGone();
    });
  });

  return instance;
}
