import Taro from '@tarojs/taro';
import type { ErrorCode } from '../../../domain/errors';
import { person } from '../person';

/** A write that waits on this phone until the cloud has it. */
export interface QueuedWrite {
  /** Its write id: however often it is sent, it is stored once. */
  id: string;
  /** When it was made, ms; writes are sent in this order. */
  at: number;
  path: string;
  input: unknown;
  /** In the words of the person: 李子涵 · 面谈. */
  title: string;
  /** What it writes: a later write of the same takes its place while it was never sent. */
  of: string;
  /** Address of the page where it can be changed, if it was made on one. */
  page: string | null;
  /** The draft that the form finds there again. */
  draft: { key: string; value: unknown } | null;
  /** Features whose answers it makes out of date. */
  outdates: readonly string[];
  /** Was it ever sent? Then the cloud may have it though no answer came. */
  wasSent: boolean;
  /** Why the school's service did not take it; null while it only waits. */
  refusal: { code: ErrorCode; message: string; data: unknown } | null;
}

export const MAX_QUEUED = 200;

/** An event may have 100 KB and a Chinese character takes three bytes of it. */
export const MAX_CHARACTERS = 30_000;

// Per person, as drafts are: people take turns at one browser in a demonstration.
const prefix = () => `outbox:${person()}:`;

/** What waits from earlier, in the order in which it was made. */
export function readQueued(): QueuedWrite[] {
  const start = prefix();
  return Taro.getStorageInfoSync()
    .keys.filter((key) => key.startsWith(start))
    .map((key) => JSON.parse(Taro.getStorageSync(key)) as QueuedWrite)
    .sort((a, b) => a.at - b.at);
}

/** @returns false if it could not be kept: too long, or the phone is full */
export function keepQueued(write: QueuedWrite): boolean {
  const written = JSON.stringify(write);
  if (written.length > MAX_CHARACTERS) return false;
  try {
    Taro.setStorageSync(prefix() + write.id, written);
    return true;
  } catch {
    return false;
  }
}

export const dropQueued = (id: string): void => Taro.removeStorageSync(prefix() + id);
