import { type HeldClock, heldClock } from '../../../local-cloud/clock';
import { startTestCloud, type TestCloud } from '../test-cloud';

let started: TestCloud;
let clock: HeldClock;

const act = async <Result>(name: string, more: object): Promise<Result> =>
  (await started.cloud.callFunction<Result>('files', { act: name, ...more }, 'teacher')).result;
const upload = async (cloudPath: string, text: string) =>
  (await act<{ fileID: string }>('upload', { cloudPath, text })).fileID;
const download = (fileID: string) => act('download', { fileID });
const urlOf = async (fileID: string | object) => {
  const { fileList } = await act<{ fileList: { tempFileURL: string }[] }>('urls', {
    fileList: [fileID],
  });
  return fileList[0]?.tempFileURL as string;
};

beforeAll(async () => {
  clock = heldClock(Date.parse('2026-11-22T08:00:00+08:00'));
  started = await startTestCloud({ clock });
});
afterAll(() => started.end());

it('gives back what a function uploaded, under any name', async () => {
  for (const cloudPath of ['a.txt', '通报/第9周 七(3)班.xlsx', 'odd/100%?#&.txt', 'no-extension'])
    expect(await download(await upload(cloudPath, `in ${cloudPath}`))).toMatchObject({
      text: `in ${cloudPath}`,
    });
});

it('replaces the file when the same path is uploaded again', async () => {
  const first = await upload('same.txt', 'old');
  expect(await upload('same.txt', 'new')).toBe(first);
  expect(await download(first)).toMatchObject({ text: 'new' });
});

it.each(['/a.txt', 'a//b.txt', '../a.txt', 'x'.repeat(851), ''])(
  'refuses the path %p',
  async (cloudPath) => {
    expect(await act('upload', { cloudPath, text: 'x' })).toHaveProperty('errCode');
  },
);

it('opens a temporary address to whoever has it, until it expires', async () => {
  const url = await urlOf({ fileID: await upload('photo.png', 'picture'), maxAge: 60 });
  const reply = await fetch(url);
  expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([
    200,
    'image/png',
    'picture',
  ]);
  const size = (await fetch(url, { method: 'HEAD' })).headers.get('content-length');
  expect(size).toBe('7');
  await clock.advance(61_000);
  expect((await fetch(url)).status).toBe(403);
});

it('keeps a file shut to an address that is unsigned, altered or made for another file', async () => {
  const url = await urlOf(await upload('mine.txt', 'secret'));
  const other = await urlOf(await upload('other.txt', 'other'));
  const bare = url.split('?')[0] as string;
  const forged = [bare, url.replace(/t=\d+/, 't=9999999999999'), `${bare}?${other.split('?')[1]}`];
  for (const address of forged) expect((await fetch(address)).status).toBe(403);
});

it('deletes files and says which were not there', async () => {
  const fileID = await upload('gone.txt', 'x');
  const url = await urlOf(fileID);
  expect(await act('remove', { fileList: [fileID, 'cloud://elsewhere/x.txt'] })).toMatchObject({
    fileList: [{ status: 0 }, { status: -503003 }],
  });
  expect((await fetch(url)).status).toBe(404);
  expect(await download(fileID)).toHaveProperty('errCode');
});

it('refuses more than 50 files a call', async () => {
  const fileList = Array.from({ length: 51 }, (_, index) => `cloud://x/${index}`);
  for (const name of ['urls', 'remove'])
    expect(await act(name, { fileList })).toMatchObject({ code: 'INVALID_PARAM' });
});

it('counts uploads and downloads as billed calls', async () => {
  const { invocation } = await started.cloud.callFunction(
    'files',
    { act: 'upload', cloudPath: 'billed.txt', text: 'x' },
    'teacher',
  );
  expect(invocation).toMatchObject({ billedCalls: 2, trips: 2 });
  const fileID = await upload('billed.txt', 'x');
  const read = await started.cloud.callFunction('files', { act: 'download', fileID }, 'teacher');
  expect(read.invocation).toMatchObject({ billedCalls: 2 });
});

it('takes a file of several megabytes', async () => {
  const count = 5 * 1024 * 1024;
  const { fileID } = await act<{ fileID: string }>('uploadMany', { cloudPath: 'big.bin', count });
  expect(await act('download', { fileID: 'cloud://none' })).toHaveProperty('errCode');
  const reply = await fetch(await urlOf(fileID));
  expect((await reply.arrayBuffer()).byteLength).toBe(count);
});

describe('a phone in the browser', () => {
  const send = async (headers: Record<string, string>, body = 'from the phone') => {
    const reply = await fetch(`${started.cloud.url}/wx/upload`, { method: 'POST', headers, body });
    return [reply.status, await reply.json()];
  };
  const headers = { 'x-wx-openid': 'parent', 'x-cloud-path': encodeURIComponent('家访/1.jpg') };

  it('uploads a file that functions can read', async () => {
    const [status, reply] = await send(headers);
    expect(status).toBe(200);
    expect(await download((reply as { fileID: string }).fileID)).toMatchObject({
      text: 'from the phone',
    });
  });

  it('is refused without a person, a good path, or under 10 MB', async () => {
    const { 'x-wx-openid': _, ...nobody } = headers;
    expect((await send(nobody))[1]).toMatchObject({ errCode: -501023 });
    expect((await send({ ...headers, 'x-cloud-path': '/up' }))[1]).toMatchObject({
      errCode: -503004,
    });
    expect((await send(headers, 'x'.repeat(10 * 1024 * 1024 + 1)))[1]).toMatchObject({
      errCode: -403001,
    });
  });
});
