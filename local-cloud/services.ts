import path from 'node:path';
import type { AccountStore } from './account/account-store';
import type { Clock } from './clock';
import { createConsole } from './console/console.service';
import { createDatabase } from './database/database.service';
import { createFunctions } from './functions/functions.service';
import type { Meter } from './meter/meter';
import type { MiniProgram } from './openapi/mini-program';
import { createOpenApi } from './openapi/openapi.service';
import type { Person } from './person';
import { createStorage } from './storage/storage.service';
import { createTimer } from './timer/timer.service';

/** What the services are built from. */
export interface CloudParts {
  dataDir: string;
  functionsDir: string;
  env: string;
  clock: Clock;
  people: readonly Person[];
  variables: Record<string, Record<string, string>>;
  miniProgram: MiniProgram;
  maxInstances: number;
  account: AccountStore;
  meter: Meter;
  /** `127.0.0.1:PORT`, once the gateway listens. */
  cloudHost(): string;
}

/** The one table of the services. A new one is a folder and a line here. */
export function buildServices(parts: CloudParts) {
  const { env, clock, account, meter, miniProgram, people, cloudHost } = parts;
  const database = createDatabase({
    file: path.join(parts.dataDir, 'database.sqlite'),
    now: clock.now,
  });
  const functions = createFunctions({
    ...parts,
    dir: parts.functionsDir,
    appid: miniProgram.appid,
  });
  const timer = createTimer({ functions, clock });
  const openapi = createOpenApi({
    miniProgram,
    people,
    account,
    clock,
    findFunction: functions.find,
  });
  const storage = createStorage({
    dir: parts.dataDir,
    env,
    clock,
    account,
    meter,
    origin: () => `http://${cloudHost()}`,
  });
  const console = createConsole({ people, clock, meter, database, functions, timer, openapi });
  return { database, functions, timer, openapi, storage, console };
}
