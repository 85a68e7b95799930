import { unzipSync } from 'fflate';
import type { Audit } from '../../cloudfunctions/kernel/audit';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/kernel/collections';
import type { Member } from '../../domain/access/roles';
import { photoPathOf } from '../../domain/home-visit/home-visit.schema';
import type { PhotoUpload } from '../../domain/photo-upload/photo-upload.schema';
import { CAST, castMembers, OTHER_SCHOOL_ID, SCHOOL_ID } from '../school/cast';
import { migrate } from '../school/seed';
import { startCloud, type TestCloud } from './harness/cloud';
import { contentOf, removeFile, storeFile } from './harness/storage';

type Progress = {
  state: 'running' | 'done';
  documents: number;
  pictures: number;
  done: number;
  of: number;
  files: { fileId: string; name: string; url: string }[];
};
type Reply<T> = { data: T } | { error: { code: string; message: string } };
type Restored = {
  done: number;
  of: number;
  counts: Record<string, number> | null;
  pictures: string[];
};

const PASSPHRASE = '梧桐树下第三张长椅上的书';
const BACKUP = { backupId: 'backup0000000000000A', reason: '学期末存档', passphrase: PASSPHRASE };

// Thousands of documents go out, and each comes back.
jest.setTimeout(120_000);

let source: TestCloud;
let target: TestCloud;
let archive: Buffer;
/** `cloud://elsewhere.bucket/`: what ids of files begin with in the other environment. */
let targetPrefix = '';
/** The archives of pictures, by their names. */
const volumes = new Map<string, Buffer>();
beforeAll(async () => {
  source = await startCloud();
  // Ids of files begin with the environment: in the other one they are others.
  target = await startCloud({ school: false, env: 'elsewhere' });
  await migrate(target.cloud);
  for (const picture of PICTURES) await takePicture(picture);
}, 90_000);
afterAll(() => Promise.all([source.stop(), target.stop()]));

/** Pictures of a visit, each with what is in it. The last one was given up and cleared away. */
const PICTURES = ['a', 'b', 'c', 'd'].map((letter) => ({
  id: letter.repeat(20),
  content: `picture ${letter}: ${letter.repeat(50)}`,
}));
const pictures = PICTURES.slice(0, 3);
const VISIT = 'visit1of1the1backup';

async function takePicture({ id, content }: { id: string; content: string }): Promise<void> {
  const fileId = await storeFile(source, CAST.homeroomTeacher, photoPathOf(VISIT, id), content);
  await source.call(CAST.homeroomTeacher, 'photoUpload.record', { fileId });
  if (!pictures.some((one) => one.id === id)) await removeFile(source, fileId);
}

const phone = async (openid: string, step: string, input: unknown) =>
  (await source.cloud.callFunction<Reply<Progress>>('backup', { step, input }, openid)).result;

const restore = async (fileId: string, passphrase = PASSPHRASE, step = 'restore') => {
  const event = { step, input: { fileId, passphrase } };
  return (await target.cloud.testFunction<Reply<Restored>>('backup', event)).result;
};
const restorePictures = async (content: Buffer, passphrase = PASSPHRASE) =>
  restore(await bring(content, 'pictures.zip'), passphrase, 'restorePictures');

/** What was taken out of one cloud's storage, brought into another's, as somebody does by hand. */
async function bring(content: Buffer, name: string, to = target): Promise<string> {
  const headers = {
    'x-wx-openid': CAST.principal.openid,
    'x-cloud-path': encodeURIComponent(`restore/${name}`),
  };
  const body = new Uint8Array(content);
  const reply = await fetch(`${to.cloud.url}/wx/upload`, { method: 'POST', headers, body });
  const { fileID } = (await reply.json()) as { fileID: string };
  if (to === target) targetPrefix = fileID.slice(0, fileID.indexOf('/restore/') + 1);
  return fileID;
}

const LEFT_OUT = ['rateCounters', 'timerRuns', 'migrations', 'madeFiles', 'backups'];

/** The documents of the school in a collection, as they should be in the other environment. */
function ownDocuments({ stored }: TestCloud, collection: CollectionName): unknown[] {
  const all = stored<{ _id: string; schoolId?: string }>(collection);
  const byId = (a: { _id: string }, b: { _id: string }) => (a._id < b._id ? -1 : 1);
  if (collection === 'schools') return all.filter(({ _id }) => _id === SCHOOL_ID);
  if (collection !== 'members') {
    return all.filter(({ schoolId }) => schoolId === SCHOOL_ID).sort(byId);
  }
  return (all as unknown as Member[])
    .map((member) => ({
      ...member,
      postings: member.postings.filter(({ schoolId }) => schoolId === SCHOOL_ID),
    }))
    .filter(({ postings }) => postings.length > 0)
    .sort(byId);
}

/** A document as it stands in the other environment: its pictures lie there. */
function asElsewhere(document: unknown): unknown {
  if (typeof document === 'string') {
    return document.replace(
      /^cloud:\/\/[^/]+\/(?=(home-visits|interaction-forms|class-works)\/)/,
      targetPrefix,
    );
  }
  if (Array.isArray(document)) return document.map(asElsewhere);
  if (document === null || typeof document !== 'object' || document instanceof Date)
    return document;
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, asElsewhere(value)]),
  );
}

describe('who may take a whole school along', () => {
  const refused = castMembers().filter(
    ({ postings }) =>
      !postings.some(
        ({ schoolId, role }) =>
          schoolId === SCHOOL_ID && ['principal', 'studentAffairsOffice'].includes(role),
      ) &&
      !postings.some(({ schoolId, role }) => schoolId === OTHER_SCHOOL_ID && role === 'principal'),
  );

  test.each(refused)('$name may not', async ({ _id }) => {
    const reply = await phone(_id, 'begin', BACKUP);
    expect(reply).toMatchObject({ error: { code: expect.stringMatching(/notFound|notMember/) } });
  });

  test('a short password is refused in words', async () => {
    expect(
      await phone(CAST.principal.openid, 'begin', { ...BACKUP, passphrase: '123456' }),
    ).toMatchObject({
      error: { code: 'badInput', message: '密码至少 12 个字。可以用一句只有你们知道的话。' },
    });
  });

  test('a phone never restores', async () => {
    const input = { fileId: 'cloud://a.b/c', passphrase: PASSPHRASE };
    expect(await phone(CAST.principal.openid, 'restore', input)).toMatchObject({
      error: { code: 'notFound' },
    });
  });
});

describe('a backup', () => {
  test('is made step by step, and its reason is recorded', async () => {
    let reply = await phone(CAST.principal.openid, 'begin', BACKUP);
    while ('data' in reply && reply.data.state === 'running') {
      reply = await phone(CAST.principal.openid, 'continue', {
        backupId: BACKUP.backupId,
        passphrase: PASSPHRASE,
      });
    }
    if (!('data' in reply)) throw new Error(reply.error.code);
    const { state, files } = reply.data;
    expect(state).toBe('done');
    expect(reply.data.pictures).toBe(pictures.length);
    for (const { name, url } of files) {
      expect(name).toMatch(/\.zip$/);
      volumes.set(name, Buffer.from(await (await fetch(url)).arrayBuffer()));
    }
    const [{ name = '' } = {}] = files;
    archive = volumes.get(name) ?? Buffer.alloc(0);
    volumes.delete(name);
    expect(volumes.size).toBe(1);
    const audits = source
      .stored<Audit>('audits')
      .filter(({ action }) => action === 'school.export');
    expect(audits).toMatchObject([
      { kind: 'exported', reason: '学期末存档', by: CAST.principal.openid },
    ]);
  });

  test('shows nobody a name and no picture: everything but the list of its parts is sealed', () => {
    const files = unzipSync(archive);
    const text = [archive, ...volumes.values()]
      .flatMap((one) => Object.values(unzipSync(one)))
      .map((file) => Buffer.from(file).toString('latin1'))
      .join('');
    expect(Object.keys(files)).toContain('students-0001.part');
    expect(text).not.toContain(VISIT);
    expect(text).not.toContain('picture a');
    expect(text).not.toContain(Buffer.from('王晓岚').toString('latin1'));
    expect(text).not.toContain('qinghe-g7-c3-s01');
  });

  test('goes on only with its own password, and only by who may', async () => {
    const wrong = { backupId: BACKUP.backupId, passphrase: `${PASSPHRASE}？` };
    expect(await phone(CAST.principal.openid, 'continue', wrong)).toMatchObject({
      error: { code: 'backupRefused' },
    });
    expect(await phone(CAST.otherPrincipal.openid, 'continue', wrong)).toMatchObject({
      error: { code: 'notFound' },
    });
  });
});

describe('a restore', () => {
  test('of pictures waits for the records that name them', async () => {
    const [volume = Buffer.alloc(0)] = volumes.values();
    expect(await restorePictures(volume)).toMatchObject({
      error: { code: 'backupRefused', message: '请先恢复同一份备份的记录，再恢复照片。' },
    });
  });

  test('refuses a wrong password and a file that was changed, and stores nothing', async () => {
    const whole = await bring(archive, 'whole.zip');
    expect(await restore(whole, '不是这一句不是这一句不是')).toMatchObject({
      error: { code: 'backupRefused' },
    });
    const changed = Buffer.from(archive);
    const at = Math.floor(changed.length / 2);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(await restore(await bring(changed, 'changed.zip'))).toMatchObject({
      error: { code: 'backupRefused' },
    });
    expect(target.stored('schools')).toEqual([]);
  });

  test('brings every document of the school back as it was, and none of another school', async () => {
    let reply = await restore(await bring(archive, 'school.zip'));
    while ('data' in reply && !reply.data.counts)
      reply = await restore(await bring(archive, 'school.zip'));
    expect(reply).toMatchObject({
      data: { counts: { schools: 1 }, pictures: [...volumes.keys()] },
    });
    for (const collection of Object.keys(COLLECTIONS) as CollectionName[]) {
      if (LEFT_OUT.includes(collection)) continue;
      expect({
        [collection]: target
          .stored<{ _id: string }>(collection)
          .sort((a, b) => (a._id < b._id ? -1 : 1)),
      }).toEqual({
        [collection]: ownDocuments(source, collection).map(asElsewhere),
      });
    }
    expect(target.stored<Audit>('audits').length).toBeGreaterThan(10);
  });

  test('brings the pictures to where the records name them now, as often as it is asked', async () => {
    const [volume = Buffer.alloc(0)] = volumes.values();
    expect(await restorePictures(volume, '不是这一句不是这一句不是')).toMatchObject({
      error: { code: 'backupRefused' },
    });
    for (const _ of ['once', 'twice']) {
      expect(await restorePictures(volume)).toMatchObject({
        data: { done: pictures.length, of: pictures.length },
      });
    }
    const uploads = target.stored<PhotoUpload>('photoUploads');
    for (const { id, content } of pictures) {
      const { fileId = '' } = uploads.find(({ _id }) => _id === id) ?? {};
      expect(fileId).toContain(photoPathOf(VISIT, id));
      expect(await contentOf(target, fileId)).toBe(content);
    }
  });

  test('works at once: a teacher opens her ledger in the new environment', async () => {
    expect(await target.call(CAST.homeroomTeacher, 'me.byId')).toMatchObject({ name: '王晓岚' });
  });

  test('goes only into an environment without a school', async () => {
    const event = {
      step: 'restore',
      input: { fileId: await bring(archive, 'a.zip', source), passphrase: PASSPHRASE },
    };
    const { result } = await source.cloud.testFunction<Reply<Restored>>('backup', event);
    expect(result).toMatchObject({ error: { code: 'notEmpty' } });
  });
});
