import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';
import { CLASS_WORK_KIND_NAMES, CLASS_WORK_KINDS, type ClassWorkKind } from './class-work-kinds';

/** What people write: when it was, what it was called, and how it went. */
export interface ClassWorkWords {
  on: Day;
  title: string;
  text: string;
  /** File ids, at most MAX_WORK_PHOTOS; opening them is audited. */
  photos: string[];
}

/** One piece of work with a class, or a sponsor's summary; whoever wrote it changes it. */
export interface ClassWork extends Stored, ClassWorkWords {
  kind: ClassWorkKind;
  /** Null for what is of no class. */
  classId: string | null;
  divisionId: string | null;
  termId: string;
  byName: string;
  voidedAt: Date | null;
  voidReason: string;
  lastWriteId: string;
}

export const MAX_TITLE = 40;
export const MAX_WORK_WORDS = 1000;
export const MAX_WORK_PHOTOS = 3;
/** A class holds some thirty of these in a term. */
export const MAX_WORKS = 100;

const edit = { workId: id('记录'), rev: revision(), writeId: writeId() };

/** Photos lie under their record, each by a name that nobody can guess. */
const PHOTO =
  /^cloud:\/\/[\w.-]{1,100}\/class-works\/([A-Za-z0-9_~-]{1,80})\/[A-Za-z0-9]{20}\.jpg$/;
export const workPhotoPathOf = (workId: string, name: string): string =>
  `class-works/${workId}/${name}.jpg`;

/** Kind and class are said once: a later write of the same work repeats them. */
export const RecordClassWork = z
  .strictObject({
    ...edit,
    kind: z.enum(CLASS_WORK_KIND_NAMES, { error: '请选一种记录。' }),
    classId: z.nullable(id('班级')),
    on: z.iso.date({ error: '请选是哪一天。' }),
    title: requiredText('主题', MAX_TITLE),
    text: text('内容', MAX_WORK_WORDS),
    photos: z
      .array(z.string().check(z.regex(PHOTO, { error: '有一张照片没有传好，请删去再传。' })))
      .check(z.maxLength(MAX_WORK_PHOTOS, { error: `照片最多 ${MAX_WORK_PHOTOS} 张。` })),
  })
  .check(
    z.refine(
      ({ kind, classId }) => (CLASS_WORK_KINDS[kind].of === 'class') === (classId !== null),
      {
        error: '请选是哪个班的记录。',
        path: ['classId'],
      },
    ),
    z.refine(({ kind, text: words }) => words !== '' || !CLASS_WORK_KINDS[kind].needsWords, {
      error: '请写一两句内容。',
      path: ['text'],
    }),
    z.refine(({ photos, workId }) => photos.every((photo) => PHOTO.exec(photo)?.[1] === workId), {
      error: '有一张照片不属于这条记录，请删去再传。',
      path: ['photos'],
    }),
  );

export const VoidClassWork = z.strictObject({
  ...edit,
  reason: requiredText('作废的原因', 60),
});

export const ClassWorkById = z.strictObject({ workId: id('记录') });

/** Without a class: the sponsors' summaries within reach. Without a term: the term of today. */
export const ListClassWorks = z.strictObject({
  classId: z.optional(id('班级')),
  termId: z.optional(id('学期')),
});
