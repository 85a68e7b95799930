/**
 * The inside of one function instance. It runs in a worker thread, alone, on plain Node: nothing
 * here may import the rest of the local cloud except types.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromInstance, InstanceData, ThrownText, ToInstance } from './instance-messages';

const { entry, cloudHost } = workerData as InstanceData;

/** A chain of requests that waited for one another; requests in flight together are one trip. */
interface Call {
  id: string;
  trips: number;
  answeredTrips: number;
}

const calls = new AsyncLocalStorage<Call>();
let running: Call | undefined;

const say = (message: FromInstance) => parentPort?.postMessage(message);

function asText(error: unknown): ThrownText {
  if (!(error instanceof Error)) return { name: 'Error', message: format(error), stack: '' };
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}

function captureConsole(): void {
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    console[level] = (...values: unknown[]) =>
      say({ kind: 'log', id: (calls.getStore() ?? running)?.id, level, text: format(...values) });
  }
}

function countTrips(): void {
  const inFlight = new WeakMap<ClientRequest, { call: Call; trip: number }>();
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { request: ClientRequest };
    const call = calls.getStore() ?? running;
    if (!call || request.getHeader('host') !== cloudHost) return;
    const trip = call.answeredTrips + 1;
    call.trips = Math.max(call.trips, trip);
    inFlight.set(request, { call, trip });
  });
  const answered = (message: unknown) => {
    const sent = inFlight.get((message as { request: ClientRequest }).request);
    if (sent) sent.call.answeredTrips = Math.max(sent.call.answeredTrips, sent.trip);
  };
  subscribe('http.client.response.finish', answered);
  subscribe('http.client.request.error', answered);
}

const RealDate = Date;
/** With a held clock the function's `Date` stands still too, as its machine's clock would. */
function holdDate(heldAt: number): void {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(
        target,
        values.length > 0 ? values : [heldAt],
        newTarget === globalThis.Date ? target : newTarget,
      ),
    apply: () => new RealDate(heldAt).toString(),
    get: (target, key) => (key === 'now' ? () => heldAt : Reflect.get(target, key)),
  });
}

let previousKeys: string[] = [];
function putOnEnvironment(environment: Record<string, string>): void {
  for (const key of previousKeys) delete process.env[key];
  Object.assign(process.env, environment);
  previousKeys = Object.keys(environment);
}

type Main = (event: unknown, context: object) => unknown;

async function invoke(main: Main, message: ToInstance): Promise<void> {
  const call: Call = { id: message.id, trips: 0, answeredTrips: 0 };
  running = call;
  putOnEnvironment(message.environment);
  if (message.heldAt !== undefined) holdDate(message.heldAt);
  try {
    const result = await calls.run(call, async () =>
      main(JSON.parse(message.event), message.context),
    );
    // JSON only, as in the cloud: undefined disappears, a Buffer becomes {type, data}.
    const json = JSON.stringify(result) ?? 'null';
    say({ kind: 'settled', id: call.id, result: json, trips: call.trips });
  } catch (error) {
    say({ kind: 'threw', id: call.id, error: asText(error), trips: call.trips });
  } finally {
    running = undefined;
  }
}

captureConsole();
countTrips();
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) =>
    say({ kind: 'escaped', id: calls.getStore()?.id, error: asText(error) }),
  );
}

try {
  const { main } = createRequire(entry)(entry) as { main?: Main };
  if (typeof main !== 'function') throw new TypeError('exports.main is not a function');
  parentPort?.on('message', (message: ToInstance) => void invoke(main, message));
  say({ kind: 'loaded' });
} catch (error) {
  say({ kind: 'loadFailed', error: asText(error) });
}
