/**
 * The cloud of one test file: the local cloud in a folder of its own, the functions as they are
 * deployed, the real SDK, and the cast's school. It is ten in the morning of CAST_TODAY until the
 * test moves the clock; the timer fires when a test says so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CollectionName } from '../../../cloudfunctions/kernel/collections';
import type { ErrorView } from '../../../cloudfunctions/kernel/present-error';
import { ROOT } from '../../../config/inputs';
import { MINI_PROGRAM } from '../../../config/mini-program';
import type { ErrorCode } from '../../../domain/errors';
import { type HeldClock, heldClock } from '../../../local-cloud/clock';
import type { Invocation } from '../../../local-cloud/meter/invocation';
import { type LocalCloud, startLocalCloud } from '../../../local-cloud/start-local-cloud';
import { CAST_NOW } from '../../school/cast';
import { makeSchool, type SchoolOptions } from '../../school/make-school';
import { fill, migrate } from '../../school/seed';
import { FUNCTION_VARIABLES } from '../../school/set-up-code';

/** Somebody who calls; a member of the cast, or anybody with an openid. */
export interface CallerOf {
  openid: string;
}

export interface Call {
  path: string;
  input?: unknown;
}

export type CallResult = { data: unknown } | { error: ErrorView };

/** A procedure that answered with an error: the view that the phone gets. */
export class ProcedureError extends Error {
  readonly code: ErrorCode;
  constructor(readonly view: ErrorView) {
    super(`${view.code}: ${view.message}`);
    this.code = view.code;
  }
}

export interface TestCloud {
  readonly cloud: LocalCloud;
  readonly clock: HeldClock;
  /** One procedure, as somebody. @throws ProcedureError */
  call<T = unknown>(person: CallerOf, path: string, input?: unknown): Promise<T>;
  /** Several in one event; the answers in the same order. */
  callMany(person: CallerOf, calls: Call[]): Promise<CallResult[]>;
  /** Any event at all, as somebody; the reply as it left the function. */
  send(person: CallerOf, event: object): Promise<{ results: CallResult[] }>;
  /** What one procedure costs by the meter. @throws ProcedureError */
  costOf(person: CallerOf, path: string, input?: unknown): Promise<Invocation>;
  /** Every stored document of a collection. */
  stored<T>(collection: CollectionName): T[];
  /** Changes fields of a stored document behind the functions' back. @throws if there is none */
  patch(collection: CollectionName, id: string, fields: object): Promise<void>;
  stop(): Promise<void>;
}

export interface TestCloudOptions {
  /** The school to begin with; false for a database that holds nothing, not even collections. */
  school?: SchoolOptions | false;
  now?: Date;
  maxInstances?: number;
  /** Id of the cloud environment: ids of files begin with it. */
  env?: string;
  /** Environment variables of the functions, by function name. */
  variables?: Record<string, Record<string, string>>;
}

/** Everything that a collection of a test's school may hold. */
const ALL = 100_000;

export async function startCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const { school = {}, now = CAST_NOW, maxInstances, env, variables } = options;
  const made = school ? makeSchool(school) : null;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'xueqing-'));
  const clock = heldClock(now.getTime());
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    clock,
    people: made?.people ?? [],
    miniProgram: MINI_PROGRAM,
    variables: FUNCTION_VARIABLES,
    ...(maxInstances && { maxInstances }),
    ...(env && { env }),
    ...(variables && { variables }),
  });
  // The timer sleeps: whoever goes on to another day would meet thousands of its fires on the way.
  cloud.timer.deliverEachFire(0);
  if (made) {
    await migrate(cloud);
    fill(cloud, made);
  }

  const run = (person: CallerOf, event: object) =>
    cloud.callFunction<{ results: CallResult[] }>('api', event, person.openid);

  async function wire(body: Record<string, unknown>) {
    const modify = cloud.database.actions['database.modifyDocument'];
    if (!modify) throw new Error('the database cannot be changed');
    return modify(body, {});
  }

  async function callOne(person: CallerOf, call: Call) {
    const { result, invocation } = await run(person, { calls: [call] });
    const [answer] = result.results;
    if (!answer) throw new Error('the reply holds no result');
    if ('error' in answer) throw new ProcedureError(answer.error);
    return { data: answer.data, invocation };
  }

  return {
    cloud,
    clock,
    call: async <T>(person: CallerOf, procedure: string, input?: unknown) =>
      (await callOne(person, { path: procedure, input })).data as T,
    callMany: async (person, calls) => (await run(person, { calls })).result.results,
    send: async (person, event) => (await run(person, event)).result,
    costOf: async (person, procedure, input) =>
      (await callOne(person, { path: procedure, input })).invocation,
    stored: <T>(collection: CollectionName) => cloud.database.peek(collection, ALL) as T[],
    async patch(collection, id, fields) {
      const { body } = await wire({
        collectionName: collection,
        query: JSON.stringify({ _id: id }),
        data: JSON.stringify({ $set: fields }),
        merge: true,
        multi: false,
      });
      const { updated } = (body.data ?? {}) as { updated?: number };
      if (updated !== 1)
        throw new Error(`${collection}/${id} was not changed: ${JSON.stringify(body)}`);
    },
    async stop() {
      await cloud.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
