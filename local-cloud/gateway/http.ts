import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RouteReply } from '../service';

/** A request that HTTP itself refuses. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'HttpProblem';
  }
}

/** Reads the body. @throws HttpProblem 413 above `limit` bytes, without keeping what follows. */
export async function readBytes(message: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new HttpProblem(413, `the body has more than ${limit} bytes`);
  if (Number(message.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads JSON. @throws HttpProblem 400 when it is none. */
export async function readJson(message: IncomingMessage, limit: number): Promise<unknown> {
  const text = (await readBytes(message, limit)).toString();
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'the body is not JSON');
  }
}

/**
 * Only this machine's own pages may speak to the local cloud. The Host check stops a foreign
 * site that points its name at 127.0.0.1; the Origin check stops its scripts and forms.
 */
export function refuseStrangers(message: IncomingMessage, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(message.headers.host ?? ''))
    throw new HttpProblem(403, 'this host name is not served here');
  const { origin } = message.headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`))
    throw new HttpProblem(403, 'other sites may not call this one');
  if (message.headers['sec-fetch-site'] === 'cross-site' && message.method !== 'GET')
    throw new HttpProblem(403, 'other sites may not call this one');
}

const SECURITY_HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  // The page template of the app starts with an inline script.
  'content-security-policy':
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
};

export async function send(response: ServerResponse, reply: RouteReply): Promise<void> {
  const { status = 200, headers = {}, body = '' } = reply;
  if (body instanceof Readable) {
    response.writeHead(status, { ...SECURITY_HEADERS, ...headers });
    await pipeline(body, response);
    return;
  }
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const content = isRaw ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...(!isRaw && { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
    'content-length': Buffer.byteLength(content),
  });
  response.end(content);
}
