/**
 * The shape that every service of the local cloud has. The gateway speaks HTTP; a service only
 * answers: a wire action of the SDK (`database.getDocument`), or a route of its own.
 */
import type { IncomingMessage } from 'node:http';
import type { Invocation } from './meter/invocation';
import type { WireCost } from './meter/wire-cost';

export interface WireReply {
  /** What the SDK receives besides `requestId`. An error is `{code, message}`. */
  body: Record<string, unknown>;
  /** Sent instead of `body` where the SDK expects bytes (protobuf of `wx.openApi`). */
  bytes?: Uint8Array;
  cost?: WireCost;
}

/** Who sent a wire action: the invocation running on the instance, or a tool of this machine. */
export interface Caller {
  readonly invocation?: Invocation;
}

export type WireAction = (
  body: Record<string, unknown>,
  caller: Caller,
) => WireReply | Promise<WireReply>;

export interface RouteRequest {
  readonly url: URL;
  /** What follows the route's path, decoded; empty for an exact route. */
  readonly rest: string;
  /** The person whom the browser build speaks for (`x-wx-openid`). */
  readonly openid?: string;
  readonly message: IncomingMessage;
  /** The body as bytes. @throws HttpProblem 413 above `limit` bytes. */
  bytes(limit: number): Promise<Buffer>;
  /** The body as JSON. @throws HttpProblem 400 when it is not JSON, 413 above `limit` bytes. */
  json(limit: number): Promise<unknown>;
}

export interface RouteReply {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON; text and bytes as they are. */
  body?: string | Uint8Array | object;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Exact, or everything below it when it ends with a slash. */
  readonly path: string;
  handle(request: RouteRequest): RouteReply | Promise<RouteReply>;
}

export interface Service {
  readonly name: string;
  /** SDK action → answer. */
  readonly actions: Readonly<Record<string, WireAction>>;
  /** HTTP of its own: what the phone seam, a browser or a download needs. */
  readonly routes?: readonly Route[];
  start?(): void | Promise<void>;
  stop?(): void | Promise<void>;
}
