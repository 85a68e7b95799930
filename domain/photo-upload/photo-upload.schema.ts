import * as z from 'zod/mini';
import { addDays, type Day } from '../calendar/day';
import type { Stored } from '../schema';

/**
 * A picture that a phone has stored for a record that is still being written. When no record names
 * it after some days, the file is cleared away. Its `_id` is the name that nobody can guess.
 */
export interface PhotoUpload extends Stored {
  fileId: string;
  /** What it was taken for: a home visit, a filled form, work with a class. */
  of: UploadedFor;
  ofId: string;
  /** On this day it is decided; null once it is. */
  clearOn: Day | null;
}

export const UPLOAD_FOLDERS = {
  homeVisit: 'home-visits',
  interactionRecord: 'interaction-forms',
  classWork: 'class-works',
} as const;
export type UploadedFor = keyof typeof UPLOAD_FOLDERS;

/** Drafts that nobody finished in a month are not finished any more. */
const CLEAR_AFTER_DAYS = 30;
export const clearDayOf = (today: Day): Day => addDays(today, CLEAR_AFTER_DAYS);

const FILE =
  /^cloud:\/\/[\w.-]{1,100}\/(home-visits|interaction-forms|class-works)\/([A-Za-z0-9_~-]{1,170})\/([A-Za-z0-9]{20})\.jpg$/;

/** What a file id says; null for a file of anything else. */
export function uploadOf(fileId: string): Pick<PhotoUpload, '_id' | 'of' | 'ofId'> | null {
  const [, folder, ofId = '', _id = ''] = FILE.exec(fileId) ?? [];
  const of = (Object.keys(UPLOAD_FOLDERS) as UploadedFor[]).find(
    (name) => UPLOAD_FOLDERS[name] === folder,
  );
  return of ? { _id, ofId, of } : null;
}

export const RecordPhotoUpload = z.strictObject({
  fileId: z
    .string({ error: '照片没有传好，请再传一次。' })
    .check(z.regex(FILE, { error: '照片没有传好，请再传一次。' })),
});
