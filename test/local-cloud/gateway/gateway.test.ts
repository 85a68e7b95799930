import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startTestCloud, type TestCloud } from '../test-cloud';

let started: TestCloud;
let besideTheApp: string;

beforeAll(async () => {
  const webDir = mkdtempSync(path.join(tmpdir(), 'web-'));
  mkdirSync(path.join(webDir, 'js'));
  writeFileSync(path.join(webDir, 'index.html'), '<p>学情会商</p>');
  writeFileSync(path.join(webDir, 'js/app.js'), 'void 0');
  besideTheApp = `${path.basename(webDir)}-secret.txt`;
  writeFileSync(`${webDir}-secret.txt`, 'outside');
  started = await startTestCloud({ webDir, env: 'school-1' });
});
afterAll(() => started.end());

interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Plain HTTP, so that any header and any path can be sent. */
function send({ method = 'POST', path: to, headers = {}, body = '' }: Sent) {
  return new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: started.cloud.port, method, path: to, headers },
        async (reply) => {
          let text = '';
          for await (const chunk of reply) text += chunk;
          resolve({ status: reply.statusCode ?? 0, text, headers: reply.headers });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    },
  );
}

const call = async (name: string, event: unknown, headers: Record<string, string> = {}) => {
  const { text } = await send({
    path: `/functions/${name}`,
    headers: { 'x-wx-openid': 'teacher', ...headers },
    body: JSON.stringify(event),
  });
  return JSON.parse(text);
};

describe('a function call over HTTP', () => {
  it('answers as wx.cloud.callFunction does', async () => {
    expect(await call('echo', { a: 1 })).toMatchObject({
      result: { event: { a: 1 }, context: { OPENID: 'teacher', SOURCE: 'wx_client' } },
      requestID: expect.any(String),
      errMsg: 'cloud.callFunction:ok',
    });
    expect(await call('faulty', { fault: 'throw' })).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('broken on purpose'),
    });
  });

  it('is refused to somebody without an openid, as to a client that is not signed in', async () => {
    const { text } = await send({ path: '/functions/echo', body: '{}' });
    expect(JSON.parse(text)).toMatchObject({ errCode: -501023 });
  });

  it('takes only an object as event', async () => {
    for (const event of [[], 'text', 1, null])
      expect(await call('echo', event)).toMatchObject({ errCode: -401003 });
    expect((await send({ path: '/functions/echo', body: '{' })).status).toBe(400);
  });

  it('refuses a header that is no openid, and a body that never ends', async () => {
    const odd = { 'x-wx-openid': 'a b' };
    expect((await send({ path: '/functions/echo', headers: odd, body: '{}' })).status).toBe(400);
    const huge = JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024) });
    expect((await send({ path: '/functions/echo', body: huge })).status).toBe(413);
  });
});

it('sends a browser that came to localhost to the one origin', async () => {
  const { url, port } = started.cloud;
  const { status, headers } = await send({
    method: 'GET',
    path: '/app/?as=teacher',
    headers: { host: `localhost:${port}` },
  });
  expect([status, headers.location]).toEqual([302, `${url}/app/?as=teacher`]);
});

describe('strangers', () => {
  const status = async (headers: Record<string, string>, method = 'POST') => {
    const isCall = method === 'POST';
    const to = isCall ? '/functions/echo' : '/';
    return (await send({ method, path: to, headers, body: isCall ? '{}' : '' })).status;
  };

  it('are kept out by the name of the host', async () => {
    const { port } = started.cloud;
    expect(await status({ host: `evil.example:${port}` })).toBe(403);
    expect(await status({ host: 'evil.example' }, 'GET')).toBe(403);
    expect(await status({ host: `localhost:${port}` })).toBe(200);
  });

  it('are kept out by their origin, and get no leave to read', async () => {
    const { url } = started.cloud;
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ origin: url })).toBe(200);
    const { headers } = await send({ method: 'GET', path: '/', headers: { origin: url } });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect((await send({ method: 'OPTIONS', path: '/functions/echo' })).status).toBe(405);
  });

  it('cannot speak for an instance whose name they do not know', async () => {
    const body = JSON.stringify({ action: 'database.getDocument' });
    const { text } = await send({ path: '/admin/0123456789abcdef', body });
    expect(JSON.parse(text)).toMatchObject({ code: 'INVALID_REQUEST_SOURCE' });
  });
});

describe('the SDK endpoint', () => {
  it('answers an action that it does not know with a clear error', async () => {
    const { status, text } = await send({ path: '/admin', body: '{"action":"database.watch"}' });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('database.watch'),
      requestId: expect.any(String),
    });
  });
});

describe('the app under /app/', () => {
  it('is served with its types and with security headers', async () => {
    const page = await send({ method: 'GET', path: '/app/?as=teacher' });
    expect(page).toMatchObject({ status: 200, text: '<p>学情会商</p>' });
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
    });
    const script = await send({ method: 'GET', path: '/app/js/app.js' });
    expect(script.headers['content-type']).toContain('javascript');
  });

  it.each([
    '/app/../secret.txt',
    '/app/%2e%2e/package.json',
    '/app/..%2f..%2fetc/passwd',
    '/app/js',
    '/app/%00',
  ])('gives nothing for %s', async (to) => {
    expect((await send({ method: 'GET', path: to })).status).toBe(404);
  });
});

it('gives nothing from a neighbour whose name begins like the folder of the app', async () => {
  const { status } = await send({ method: 'GET', path: `/app/..%2f${besideTheApp}` });
  expect(status).toBe(404);
});

describe('updateindex', () => {
  const update = async (body: object | string, query = '?access_token=t') => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return JSON.parse((await send({ path: `/tcb/updateindex${query}`, body: text })).text);
  };
  const index = { name: 'by_day', unique: true, keys: [{ name: 'day', direction: '1' }] };
  const good = { env: 'school-1', collection_name: 'days', create_indexes: [index] };

  beforeAll(() => started.cloud.database.ensureCollection('days'));

  it('makes and drops an index', async () => {
    expect(await update(good)).toEqual({ errcode: 0, errmsg: 'ok' });
    const names = () =>
      started.cloud.database
        .listCollections()
        .find(({ name }) => name === 'days')
        ?.indexes.map(({ name }) => name);
    expect(names()).toContain('by_day');
    const drop = { env: 'school-1', collection_name: 'days', drop_indexes: [{ name: 'by_day' }] };
    expect(await update(drop)).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(names()).not.toContain('by_day');
  });

  it.each([
    [41001, good, ''],
    [47001, '{', undefined],
    [40101, { env: 'school-1' }, undefined],
    [-1, { ...good, env: 'other' }, undefined],
    [40097, { ...good, create_indexes: [{ name: 'x', keys: [] }] }, undefined],
    [-1, { ...good, collection_name: 'missing' }, undefined],
  ])('answers %d', async (errcode, body, query) => {
    expect(await update(body, query)).toMatchObject({ errcode });
  });
});

it('says clearly that a port or a data folder is in use', async () => {
  await expect(startTestCloud({ port: started.cloud.port })).rejects.toThrow(/已被占用.*in use/);
  await expect(startTestCloud({ dataDir: started.dataDir })).rejects.toThrow(/数据目录正被/);
});

test('a browser that closes in the middle of asking is no error of the cloud', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const cutOff = request({
    ...{ host: '127.0.0.1', port: started.cloud.port, method: 'POST', path: '/functions/api' },
    headers: { 'content-length': '100' },
  });
  const closed = new Promise((resolve) => cutOff.once('close', resolve));
  cutOff.on('error', () => undefined);
  await new Promise((resolve) => cutOff.write('{"calls":', resolve));
  await wait(100);
  cutOff.destroy();
  await closed;
  await wait(100);
  expect(said.mock.calls).toEqual([]);
  said.mockRestore();
});
