import { CloudFailure } from '../../../src/platform/cloud-failure';
import { uploadPhoto } from '../../../src/platform/photos/upload';
import {
  dropPhoto,
  keepPhoto,
  pathOfWaiting,
  sendWaiting,
  waitingIdOf,
  withPhotosSent,
} from '../../../src/platform/photos/waiting-photos';

jest.mock('../../../src/platform/photos/upload', () => ({ uploadPhoto: jest.fn() }));
const upload = jest.mocked(uploadPhoto);

const photo = { preview: 'blob:1', file: 'small picture' };
const PATH = 'home-visits/visit1/aaaaaaaaaaaaaaaaaaaa.jpg';
const STORED = `cloud://env.bucket/${PATH}`;
const registered: unknown[] = [];

beforeEach(async () => {
  upload.mockReset().mockResolvedValue(STORED);
  registered.length = 0;
  global.fetch = (async (_url: string, { body }: { body: string }) => {
    const { calls } = JSON.parse(body) as { calls: { input: unknown }[] };
    registered.push(...calls.map(({ input }) => input));
    return { json: async () => ({ result: { results: calls.map(() => ({ data: {} })) } }) };
  }) as unknown as typeof fetch;
  AbortSignal.timeout = () => new AbortController().signal;
  await dropPhoto(PATH);
});

describe('a picture that waits on the phone', () => {
  test('is stored before the write that names it, which then names the stored one', async () => {
    await keepPhoto(PATH, photo);
    const input = { visitId: 'visit1', photos: [waitingIdOf(PATH)], met: ['mother'], at: null };
    expect(await withPhotosSent(input)).toEqual({ ...input, photos: [STORED] });
    expect(registered).toEqual([{ fileId: STORED }]);
  });

  test('is sent once, however many ask for it at the same time and afterwards', async () => {
    await keepPhoto(PATH, photo);
    const all = await Promise.all([sendWaiting(PATH), sendWaiting(PATH)]);
    expect([...all, await sendWaiting(PATH)]).toEqual([STORED, STORED, STORED]);
    expect(upload).toHaveBeenCalledTimes(1);
  });

  test('goes on waiting when the network does not carry it, and the write with it', async () => {
    await keepPhoto(PATH, photo);
    upload.mockRejectedValueOnce(new CloudFailure('offline', 'test'));
    await expect(withPhotosSent([waitingIdOf(PATH)])).rejects.toThrow(CloudFailure);
    expect(await withPhotosSent([waitingIdOf(PATH)])).toEqual([STORED]);
  });

  test('that is lost is left out, so that the words are saved all the same', async () => {
    const input = { learned: '画画', photos: [waitingIdOf(PATH), STORED] };
    expect(await withPhotosSent(input)).toEqual({ learned: '画画', photos: [STORED] });
    expect(upload).not.toHaveBeenCalled();
  });

  test('is told from one that is stored by its id', () => {
    expect(pathOfWaiting(waitingIdOf(PATH))).toBe(PATH);
    expect(pathOfWaiting(STORED)).toBeNull();
  });
});
