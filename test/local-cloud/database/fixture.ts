/** A database behind the smallest HTTP server, and the real SDK pointed at it as WeChat points it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import cloud from 'wx-server-sdk';
import {
  createDatabase,
  type DatabaseOptions,
  type DatabaseService,
  type Scan,
} from '../../../local-cloud/database/database.service';
import type { WireCost } from '../../../local-cloud/meter/wire-cost';

export interface World {
  cloud: typeof cloud;
  // The published types of the SDK miss much of what it does; the tests speak the language of its docs.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  db: any;
  service: DatabaseService;
  scans: Scan[];
  /** The cost of the last answered request. */
  lastCost(): WireCost;
  /** Moves the cloud's clock on. */
  advance(ms: number): void;
  now(): number;
  send(action: string, body?: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

function serve(service: DatabaseService, onCost: (cost: WireCost) => void): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    const action = service.actions[String(body.action)];
    const reply = (await action?.(body, {})) ?? { body: { code: 'INVALID_ACTION', message: '' } };
    if (reply.cost) onCost(reply.cost);
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify({ requestId: 'r', ...reply.body }));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export async function openWorld(options: Partial<DatabaseOptions> = {}): Promise<World> {
  let shift = 0;
  const now = (): number => Date.now() + shift;
  const scans: Scan[] = [];
  let cost: WireCost = {};
  const service = createDatabase({
    file: ':memory:',
    now,
    log: (scan) => scans.push(scan),
    lockWait: 200,
    ...options,
  });
  const server = await serve(service, (latest) => {
    cost = latest;
  });
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TCB_ENV: 'test',
    SCF_NAMESPACE: 'test',
  });
  cloud.init({ env: 'test' });
  return {
    cloud,
    db: cloud.database({ throwOnNotFound: false } as object),
    service,
    scans,
    lastCost: () => cost,
    advance: (ms) => {
      shift += ms;
    },
    now,
    send: async (action, body = {}) => (await service.actions[action]?.(body, {}))?.body ?? {},
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      service.stop();
    },
  };
}
