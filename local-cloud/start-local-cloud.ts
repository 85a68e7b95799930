import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openAccountStore } from './account/account-store';
import { lockFolder } from './account/folder-lock';
import { type Clock, systemClock } from './clock';
import type { DatabaseService } from './database/database.service';
import type { CallFailure } from './functions/call-failure';
import type { CallOutcome, FunctionsService } from './functions/functions.service';
import { createGateway } from './gateway/gateway';
import { updateIndexRoute } from './gateway/update-index';
import { webAppRoute } from './gateway/web-app';
import type { Invocation } from './meter/invocation';
import { createMeter, type Meter } from './meter/meter';
import type { MiniProgram } from './openapi/mini-program';
import type { OpenApiService } from './openapi/openapi.service';
import type { Person } from './person';
import type { Service } from './service';
import { buildServices } from './services';
import type { TimerService } from './timer/timer.service';

export interface LocalCloudOptions {
  /** Everything that must survive a restart; made when missing. */
  dataDir: string;
  /** Holds `<name>/index.js` and `<name>/config.json`, as they would be uploaded. */
  functionsDir: string;
  /** 0 (the default) takes any free port. */
  port?: number;
  /** Id of the cloud environment. */
  env?: string;
  clock?: Clock;
  /** The built browser app, served under `/app/`. */
  webDir?: string;
  people?: Person[];
  /** Environment variables of the functions, by function name. */
  variables?: Record<string, Record<string, string>>;
  miniProgram?: MiniProgram;
  /** Warm instances a function may have; more calls wait in line. */
  maxInstances?: number;
}

export interface LocalCloud {
  readonly url: string;
  readonly port: number;
  readonly env: string;
  readonly clock: Clock;
  readonly meter: Meter;
  readonly database: DatabaseService;
  readonly functions: FunctionsService;
  readonly timer: TimerService;
  readonly openapi: OpenApiService;
  readonly storage: Service;
  /**
   * Calls a function as the phone of `openid` does.
   * @throws CallError with `errCode` and `errMsg`, as `wx.cloud.callFunction` rejects.
   */
  callFunction<Result = unknown>(
    name: string,
    event: object,
    openid?: string,
  ): Promise<{ result: Result; invocation: Invocation }>;
  /** Runs a function as 云端测试 of the developer tools does: no person, SOURCE `wx_devtools`. */
  testFunction<Result = unknown>(
    name: string,
    event: object,
  ): Promise<{ result: Result; invocation: Invocation }>;
  stop(): Promise<void>;
}

/** A call that failed, with what it cost until then. */
export class CallError extends Error {
  readonly errCode: number;
  readonly errMsg: string;
  constructor(
    failure: CallFailure,
    readonly invocation?: Invocation,
  ) {
    super(failure.errMsg);
    this.name = 'CallError';
    this.errCode = failure.errCode;
    this.errMsg = failure.errMsg;
  }
}

const DEFAULTS = { env: 'local', appid: 'touristappid', maxInstances: 4 };

function unwrap<Result>(outcome: CallOutcome): { result: Result; invocation: Invocation } {
  if (!outcome.ok) throw new CallError(outcome.failure, outcome.invocation);
  return { result: outcome.result as Result, invocation: outcome.invocation };
}

/** A thread cannot have a time zone of its own, so that another one could not be kept. */
function checkTimeZone(variables: Record<string, Record<string, string>>): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const [name, { TZ }] of Object.entries(variables))
    if (TZ && TZ !== zone)
      throw new Error(
        `云函数 ${name} 要求时区 ${TZ}，而本机进程是 ${zone} (start it with TZ=${TZ})`,
      );
}

/**
 * Starts WeChat's cloud on this machine: one HTTP server on 127.0.0.1, the database in this
 * process, every function instance in a thread of its own.
 * @throws Error when the port or the data folder is in use, or a config.json is wrong.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { env = DEFAULTS.env, clock = systemClock, people = [], variables = {} } = options;
  const miniProgram = options.miniProgram ?? { appid: DEFAULTS.appid };
  checkTimeZone(variables);
  mkdirSync(options.dataDir, { recursive: true });

  const unlockFolder = lockFolder(options.dataDir);
  const account = openAccountStore(path.join(options.dataDir, 'account.sqlite'));
  let port = 0;
  const cloudHost = () => `127.0.0.1:${port}`;
  const meter = createMeter({ clock, account });
  const services = buildServices({
    ...options,
    env,
    clock,
    people,
    variables,
    miniProgram,
    maxInstances: options.maxInstances ?? DEFAULTS.maxInstances,
    account,
    meter,
    cloudHost,
  });
  const { database, functions, timer, openapi, storage } = services;
  const table: Service[] = Object.values(services);
  const gateway = createGateway({
    services: table,
    functions,
    meter,
    onVisit: openapi.visitors.visited,
    routes: [
      updateIndexRoute(database, env),
      ...(options.webDir ? [webAppRoute(options.webDir)] : []),
    ],
  });

  async function stop(): Promise<void> {
    for (const service of [timer, functions]) await service.stop?.();
    await gateway.close();
    for (const service of table.filter((other) => other !== timer && other !== functions))
      await service.stop?.();
    account.close();
    unlockFolder();
  }

  try {
    port = await gateway.listen(options.port ?? 0);
    for (const service of table) await service.start?.();
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    url: `http://${cloudHost()}`,
    port,
    env,
    clock,
    meter,
    database,
    functions,
    timer,
    openapi,
    storage,
    async callFunction(name, event, openid) {
      if (openid) openapi.visitors.visited(openid);
      return unwrap(await functions.callAsClient(name, event, openid));
    },
    testFunction: async (name, event) =>
      unwrap(await functions.call({ name, event, source: 'wx_devtools' })),
    stop,
  };
}
