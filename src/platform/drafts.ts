import Taro from '@tarojs/taro';
import { person } from './person';

/** WeChat allows 1 MB a key and 10 MB in all; a draft is a page of writing. */
const MAX_CHARACTERS = 100_000;

// People take turns at one browser in a demonstration; a draft belongs to who wrote it.
const prefix = () => `draft:${person()}:`;

/**
 * Keeps what is being typed on this phone.
 *
 * @returns false if it could not be kept (too long, or the phone is full)
 */
export function keepDraft(key: string, value: unknown): boolean {
  const written = JSON.stringify(value);
  if (written.length > MAX_CHARACTERS) return false;
  try {
    Taro.setStorageSync(prefix() + key, written);
    return true;
  } catch {
    return false;
  }
}

/** The draft, or undefined. It may be from an older version of the form: read it with care. */
export function readDraft(key: string): unknown {
  const written: unknown = Taro.getStorageSync(prefix() + key);
  if (typeof written !== 'string' || written === '') return undefined;
  return JSON.parse(written);
}

export function dropDraft(key: string): void {
  Taro.removeStorageSync(prefix() + key);
}

/** The keys of all drafts of this person. */
export function draftKeys(): string[] {
  const start = prefix();
  return Taro.getStorageInfoSync()
    .keys.filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length));
}
