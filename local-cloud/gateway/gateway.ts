import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FunctionsService } from '../functions/functions.service';
import type { Meter } from '../meter/meter';
import type { Route, RouteReply, Service } from '../service';
import { HttpProblem, readBytes, readJson, refuseStrangers, send } from './http';
import { createSdkEndpoint } from './sdk-endpoint';

/** The event of a call may have 100 KB; the service says so in the cloud's words. */
const EVENT_BODY_LIMIT = 1024 * 1024;
const OPENID = /^[\w-]{1,128}$/;

export interface Gateway {
  listen(port: number): Promise<number>;
  close(): Promise<void>;
}

interface GatewayOptions {
  services: readonly Service[];
  functions: FunctionsService;
  meter: Meter;
  routes: readonly Route[];
  /** Told of every person whose phone calls. */
  onVisit(openid: string): void;
}

/** The one HTTP server: loopback only, and only for this machine's own pages and programs. */
export function createGateway({
  services,
  functions,
  meter,
  routes,
  onVisit,
}: GatewayOptions): Gateway {
  const sdk = createSdkEndpoint(services, functions, meter);
  const table: Route[] = [
    { method: 'POST', path: '/admin', handle: ({ message }) => sdk(message, '') },
    { method: 'POST', path: '/admin/', handle: ({ message, rest }) => sdk(message, rest) },
    { method: 'POST', path: '/functions/', handle: callFunction },
    ...routes,
    ...services.flatMap((service) => service.routes ?? []),
  ];

  /** `wx.cloud.callFunction`: the event is the body, the person the header. */
  async function callFunction(request: Parameters<Route['handle']>[0]): Promise<RouteReply> {
    const event = await request.json(EVENT_BODY_LIMIT);
    if (typeof event !== 'object' || event === null || Array.isArray(event))
      return {
        body: { errCode: -401003, errMsg: 'cloud.callFunction:fail data must be an object' },
      };
    if (request.openid) onVisit(request.openid);
    const outcome = await functions.callAsClient(request.rest, event, request.openid);
    const requestID = outcome.invocation?.id;
    if (outcome.ok)
      return { body: { result: outcome.result, requestID, errMsg: 'cloud.callFunction:ok' } };
    const { errCode, errMsg } = outcome.failure;
    return { body: { errCode, errMsg, requestID } };
  }

  function findRoute(message: IncomingMessage, url: URL): { route: Route; rest: string } {
    let pathname: string;
    try {
      pathname = decodeURIComponent(url.pathname);
    } catch {
      throw new HttpProblem(400, 'the address is not well-formed');
    }
    const matches = ({ path }: Route) =>
      path.length > 1 && path.endsWith('/') ? pathname.startsWith(path) : pathname === path;
    const served = table.filter(matches);
    // Node leaves the body of an answer to HEAD out by itself.
    const wanted = message.method === 'HEAD' ? 'GET' : message.method;
    const route = served.find(({ method }) => method === wanted);
    if (route) return { route, rest: pathname.slice(route.path.length) };
    throw new HttpProblem(
      served.length > 0 ? 405 : 404,
      served.length > 0 ? 'this method is not served here' : 'nothing is served here',
    );
  }

  async function answer(message: IncomingMessage, port: number): Promise<RouteReply> {
    refuseStrangers(message, port);
    const url = new URL(message.url ?? '/', `http://127.0.0.1:${port}`);
    // One origin only: addresses of files are made for it, and a browser keeps drafts by origin.
    if (message.method === 'GET' && message.headers.host?.startsWith('localhost'))
      return { status: 302, headers: { location: url.href } };
    const { route, rest } = findRoute(message, url);
    const openid = message.headers['x-wx-openid'];
    if (openid !== undefined && !OPENID.test(String(openid)))
      throw new HttpProblem(400, 'x-wx-openid is not an openid');
    return route.handle({
      url,
      rest,
      message,
      ...(openid !== undefined && { openid: String(openid) }),
      bytes: (limit) => readBytes(message, limit),
      json: (limit) => readJson(message, limit),
    });
  }

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await send(response, await answer(message, (server.address() as AddressInfo).port));
    } catch (error) {
      // A browser that closed in the middle of asking waits for no answer.
      if (message.socket.destroyed) return;
      const isKnown = error instanceof HttpProblem;
      if (!isKnown) console.error(error);
      if (response.headersSent) return void response.destroy();
      const status = isKnown ? error.status : 500;
      // What is left of a refused body is not read.
      response.shouldKeepAlive = false;
      await send(response, { status, body: { error: isKnown ? error.message : String(error) } });
    }
  }

  const server: Server = createServer((message, response) => void handle(message, response));
  // Longer than any client keeps an idle connection, so that none is closed under a new request.
  server.keepAliveTimeout = 120_000;

  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) =>
          reject(
            error.code === 'EADDRINUSE'
              ? new Error(
                  `端口 ${port} 已被占用，请换一个 (port ${port} is in use, choose another)`,
                )
              : error,
          ),
        );
        server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
