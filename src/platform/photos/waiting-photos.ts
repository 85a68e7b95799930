import Taro from '@tarojs/taro';
import { api } from '../api';
import { person } from '../person';
import { forgetFile, keepFile, readFile } from './keep-file';
import type { LocalPhoto, OnProgress } from './local-photo';
import { uploadPhoto } from './upload';

/**
 * A picture lies on this phone until the cloud has it. Until then a form, its draft and its write
 * name it by an id that says so, made of the path where it will be stored.
 */
const WAITING = 'cloud://waiting/';
export const waitingIdOf = (path: string): string => WAITING + path;

/** Where the picture will be stored; null for one that is stored. */
export const pathOfWaiting = (fileId: string): string | null =>
  fileId.startsWith(WAITING) ? fileId.slice(WAITING.length) : null;

/** What the phone remembers of a picture: where it keeps it, or under which id the cloud has it. */
interface Entry {
  at: number;
  kept: string | null;
  fileId: string | null;
}

/** Drafts that nobody finishes must not fill the phone. */
const MAX_KEPT = 40;

/** Pictures that the phone could not keep: they last as long as the app is open. */
const unkept = new Map<string, LocalPhoto>();
const onTheirWay = new Map<string, Promise<string>>();

const prefix = () => `photo:${person()}:`;
const entryOf = (path: string): Entry | null => {
  const written: unknown = Taro.getStorageSync(prefix() + path);
  return typeof written === 'string' && written !== '' ? JSON.parse(written) : null;
};
const keepEntry = (path: string, entry: Entry) =>
  Taro.setStorageSync(prefix() + path, JSON.stringify(entry));

/** Lays a picture on the phone; it is shown from where the answer says. */
export async function keepPhoto(path: string, photo: LocalPhoto): Promise<LocalPhoto> {
  await makeRoom();
  try {
    const kept = await keepFile(prefix() + path, photo);
    keepEntry(path, { at: Date.now(), kept, fileId: null });
    return (await readFile(kept)) ?? photo;
  } catch {
    unkept.set(path, photo);
    return photo;
  }
}

/** The picture as it lies on the phone; null when it does not. */
export async function photoOf(path: string): Promise<LocalPhoto | null> {
  const kept = entryOf(path)?.kept;
  return kept ? readFile(kept) : (unkept.get(path) ?? null);
}

/** Takes a picture off the phone. */
export async function dropPhoto(path: string): Promise<void> {
  unkept.delete(path);
  const kept = entryOf(path)?.kept;
  Taro.removeStorageSync(prefix() + path);
  if (kept) await forgetFile(kept);
}

async function makeRoom(): Promise<void> {
  const start = prefix();
  const keys = Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(start));
  if (keys.length < MAX_KEPT) return;
  const paths = keys.map((key) => key.slice(start.length));
  const byAge = paths.sort((a, b) => (entryOf(a)?.at ?? 0) - (entryOf(b)?.at ?? 0));
  for (const path of byAge.slice(0, paths.length - MAX_KEPT + 1)) await dropPhoto(path);
}

/**
 * Stores a picture that waits, once however often and from wherever it is asked for.
 *
 * @returns its file id; null if it is not on this phone any more
 * @throws CloudFailure when the network does not carry it; it goes on waiting
 */
export async function sendWaiting(
  path: string,
  onProgress: OnProgress = () => undefined,
): Promise<string | null> {
  const stored = entryOf(path)?.fileId;
  if (stored) return stored;
  const sending = onTheirWay.get(path);
  if (sending) return sending;
  const photo = await photoOf(path);
  if (!photo) return null;
  const begun = onTheirWay.get(path) ?? send(path, photo, onProgress);
  onTheirWay.set(path, begun);
  try {
    return await begun;
  } finally {
    onTheirWay.delete(path);
  }
}

async function send(path: string, photo: LocalPhoto, onProgress: OnProgress): Promise<string> {
  const fileId = await uploadPhoto(photo, path, onProgress);
  // A file that no record comes to name is cleared away some days later.
  await api.photoUpload.record({ fileId });
  const kept = entryOf(path)?.kept;
  keepEntry(path, { at: Date.now(), kept: null, fileId });
  unkept.delete(path);
  if (kept) await forgetFile(kept);
  return fileId;
}

/**
 * What is sent to the cloud, with pictures that waited stored first and named by their file ids. A
 * picture that is lost is left out.
 *
 * @throws CloudFailure when the network does not carry one
 */
export async function withPhotosSent(input: unknown): Promise<unknown> {
  if (typeof input === 'string') {
    const path = pathOfWaiting(input);
    return path === null ? input : await sendWaiting(path);
  }
  if (Array.isArray(input)) {
    const sent: unknown[] = [];
    for (const one of input) sent.push(await withPhotosSent(one));
    return sent.filter((one, index) => one !== null || input[index] === null);
  }
  if (typeof input !== 'object' || input === null) return input;
  const sent: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) sent[name] = await withPhotosSent(value);
  return sent;
}
