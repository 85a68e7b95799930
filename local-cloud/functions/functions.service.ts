import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { Invocation, LogLine } from '../meter/invocation';
import type { Meter } from '../meter/meter';
import type { Service } from '../service';
import {
  type CallFailure,
  eventTooLarge,
  executionFailed,
  functionMissing,
  resultTooLarge,
  timedOut,
  unauthenticated,
} from './call-failure';
import { callContext, callEnvironment, instanceEnvironment } from './environment';
import { type FunctionFolder, listFunctions, readFunction } from './function-folder';
import { type Ending, type Instance, startInstance } from './instance';
import { createPool, type Pool } from './pool';

/** 云开发能力: the event of a call is at most 100 KB, its result at most 1 MB. */
const EVENT_LIMIT = 100 * 1024;
const RESULT_LIMIT = 1024 * 1024;

export interface FunctionCall {
  name: string;
  event: object;
  /** Absent for timers and the developer tools. */
  openid?: string;
  /** As `getWXContext().SOURCE`; a client's calls are `wx_client`. */
  source: string;
  parentId?: string;
}

export type CallOutcome =
  | { ok: true; result: unknown; invocation: Invocation }
  | { ok: false; failure: CallFailure; invocation?: Invocation };

export interface FunctionsService extends Service {
  list(): FunctionFolder[];
  find(name: string): FunctionFolder | undefined;
  /** Runs a function. Never rejects: a failure is an outcome. */
  call(call: FunctionCall): Promise<CallOutcome>;
  /** A client's call; without an openid it is refused as the cloud refuses a stranger. */
  callAsClient(name: string, event: object, openid?: string): Promise<CallOutcome>;
  /** Whose SDK request is this? `undefined` when no such instance lives. */
  callerOf(token: string): { invocation?: Invocation } | undefined;
  /** Ends the instances of a function as the cloud does that takes its machine away. */
  kill(name: string): Promise<void>;
}

interface FunctionsOptions {
  dir: string;
  env: string;
  appid: string;
  clock: Clock;
  meter: Meter;
  /** Environment variables by function name, as set in the console. */
  variables: Record<string, Record<string, string>>;
  maxInstances: number;
  /** Known once the gateway listens. */
  cloudHost(): string;
}

export function createFunctions(options: FunctionsOptions): FunctionsService {
  const { clock, meter } = options;
  const pools = new Map<string, Pool>();
  const instances = new Map<string, Instance>();
  /** Log lines may arrive after their call has been answered. */
  const recent = new Map<string, Invocation>();

  function writeLog(id: string | undefined, line: Omit<LogLine, 'at'>): void {
    recent.get(id ?? '')?.logs.push({ at: clock.now(), ...line });
  }

  function start(name: string, onGone: () => void): Instance {
    const folder = readFunction(options.dir, name);
    if (!folder) throw functionMissing();
    const token = randomBytes(16).toString('hex');
    const instance = startInstance({
      token,
      version: folder.version,
      entry: folder.entry,
      cloudHost: options.cloudHost(),
      timeout: folder.timeout * 1_000,
      memorySize: folder.memorySize,
      environment: instanceEnvironment({
        adminUrl: `http://${options.cloudHost()}/admin/${token}`,
        env: options.env,
        variables: options.variables[name] ?? {},
      }),
      onLog: ({ id, level, text }) => writeLog(id ?? instance.running?.id, { level, text }),
      onGone: () => {
        instances.delete(token);
        onGone();
      },
    });
    instances.set(token, instance);
    return instance;
  }

  function poolOf(name: string): Pool {
    const known = pools.get(name);
    if (known) return known;
    const pool = createPool({
      maxInstances: options.maxInstances,
      start: (onGone) => start(name, onGone),
    });
    pools.set(name, pool);
    return pool;
  }

  async function runOnInstance(
    folder: FunctionFolder,
    invocation: Invocation,
    event: string,
  ): Promise<Ending> {
    const pool = poolOf(folder.name);
    try {
      const { instance, isCold } = await pool.borrow(folder.version, !!invocation.parentId);
      invocation.isColdStart = isCold;
      const ending = await instance.run(invocation, {
        event,
        context: callContext(invocation, folder, options.env),
        environment: callEnvironment(invocation, options.appid),
        ...(clock.isHeld && { heldAt: clock.now() }),
      });
      pool.giveBack(instance);
      return ending;
    } catch (error) {
      return { kind: 'failed', error: { name: 'Error', message: String(error), stack: '' } };
    }
  }

  async function call(asked: FunctionCall): Promise<CallOutcome> {
    const folder = readFunction(options.dir, asked.name);
    if (!folder) return { ok: false, failure: functionMissing() };
    // The cloud adds who called; whatever the client put there itself is overwritten.
    const event = JSON.stringify({
      ...asked.event,
      userInfo: { appId: options.appid, ...(asked.openid && { openId: asked.openid }) },
    });
    const eventBytes = Buffer.byteLength(JSON.stringify(asked.event));
    if (eventBytes > EVENT_LIMIT) return { ok: false, failure: eventTooLarge(eventBytes) };

    const { name: functionName, openid, source, parentId } = asked;
    const invocation = meter.begin({
      functionName,
      source,
      ...(openid && { openid }),
      ...(parentId && { parentId }),
    });
    recent.set(invocation.id, invocation);
    if (recent.size > 1_000) recent.delete(recent.keys().next().value as string);

    const outcome = judge(await runOnInstance(folder, invocation, event), folder, invocation);
    if (!outcome.ok) {
      invocation.outcome = outcome.failure.errCode;
      invocation.errorMessage = outcome.failure.detail;
    }
    meter.finish(invocation);
    return outcome;
  }

  function judge(ending: Ending, folder: FunctionFolder, invocation: Invocation): CallOutcome {
    switch (ending.kind) {
      case 'timedOut':
        return { ok: false, invocation, failure: timedOut(folder.timeout) };
      case 'failed': {
        const { name, message, stack } = ending.error;
        const text = stack || `${name}: ${message}`;
        return { ok: false, invocation, failure: executionFailed(text) };
      }
      case 'result': {
        const bytes = Buffer.byteLength(ending.result);
        invocation.resultBytes = bytes;
        if (bytes > RESULT_LIMIT) return { ok: false, invocation, failure: resultTooLarge(bytes) };
        return { ok: true, invocation, result: JSON.parse(ending.result) };
      }
    }
  }

  return {
    name: 'functions',
    actions: {
      /** A function calls a function: the person goes along, the source grows by one link. */
      'functions.invokeFunction': async (body, { invocation: parent }) => {
        const outcome = await call({
          name: String(body.function_name),
          event: body.request_data ? JSON.parse(String(body.request_data)) : {},
          source: parent ? `${parent.source},scf` : 'scf',
          ...(parent?.openid && { openid: parent.openid }),
          ...(parent && { parentId: parent.id }),
        });
        if (outcome.ok)
          return { body: { data: { response_data: JSON.stringify(outcome.result) } } };
        return { body: { code: outcome.failure.wireCode, message: outcome.failure.detail } };
      },
    },
    list: () => listFunctions(options.dir),
    find: (name) => readFunction(options.dir, name),
    call,
    async callAsClient(name, event, openid) {
      if (!openid) return { ok: false, failure: unauthenticated() };
      return call({ name, event, openid, source: 'wx_client' });
    },
    callerOf(token) {
      const instance = instances.get(token);
      if (!instance) return undefined;
      return instance.running ? { invocation: instance.running } : {};
    },
    kill: (name) => poolOf(name).kill(),
    async stop() {
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}
