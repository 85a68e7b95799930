import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FunctionsService } from '../functions/functions.service';
import type { Meter } from '../meter/meter';
import type { Caller, RouteReply, Service, WireAction, WireReply } from '../service';
import { readBytes, readJson } from './http';
import { parseMultipart } from './multipart';

/** A reply of the database is at most 16 MB; a request in EJSON can be somewhat longer. */
const BODY_LIMIT = 64 * 1024 * 1024;

/** What the SDK of a function talks to: one POST, one action, one answer, always HTTP 200. */
export function createSdkEndpoint(
  services: readonly Service[],
  functions: FunctionsService,
  meter: Meter,
): (message: IncomingMessage, token: string) => Promise<RouteReply> {
  const actions = new Map<string, WireAction>(
    services.flatMap((service) => Object.entries(service.actions)),
  );

  async function answer(body: Record<string, unknown>, caller: Caller): Promise<WireReply> {
    const action = actions.get(String(body.action));
    if (!action)
      return {
        body: {
          code: 'INVALID_PARAM',
          message: `the local cloud does not support the action ${String(body.action)}`,
        },
      };
    try {
      return await action(body, caller);
    } catch (error) {
      console.error(error);
      return { body: { code: 'SYS_ERR', message: `fault of the local cloud: ${String(error)}` } };
    }
  }

  /** An empty token is a tool of this machine, pointed at `/admin`. */
  return async (message, token) => {
    const requestId = randomUUID();
    const caller = token === '' ? {} : functions.callerOf(token);
    const contentType = message.headers['content-type'] ?? '';
    const body = contentType.startsWith('multipart/')
      ? parseMultipart(contentType, await readBytes(message, BODY_LIMIT))
      : ((await readJson(message, BODY_LIMIT)) as Record<string, unknown>);
    if (!caller)
      return {
        body: { code: 'INVALID_REQUEST_SOURCE', message: 'no such function instance', requestId },
      };
    const reply = await answer(body, caller);
    const isInTransaction =
      body.action === 'database.startTransaction' || Boolean(body.transactionId);
    meter.request(caller.invocation, String(body.action), reply.cost, isInTransaction);
    if (reply.bytes)
      return { headers: { 'content-type': 'application/octet-stream' }, body: reply.bytes };
    return { body: { requestId, ...reply.body } };
  };
}
