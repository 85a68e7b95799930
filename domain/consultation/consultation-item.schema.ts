import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { day } from '../calendar/school-calendar.schema';
import { id, idList, requiredText, revision, type Stored, text, writeId } from '../schema';

/** The groups of a conference (S0-28 to S0-34). */
export const GROUPS = {
  guardian: '家长组',
  subjectTeacher: '教师组',
  students: '学生组',
} as const;
export type Group = keyof typeof GROUPS;

const MAX_WORDS = 400;
const short = (label: string) => text(label, MAX_WORDS);
/** Who does it, with whom, until when. The meeting may leave it open and be reminded. */
const task = {
  ownerId: z.nullable(id('负责人')),
  helperIds: idList('协助的人', 5),
  dueOn: z.nullable(day('哪天看')),
};

/** One thing that was said in a meeting, by its kind. */
export const ItemWordsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('topic'),
    text: requiredText('议题', 200),
    studentId: z.nullable(id('学生')),
  }),
  z
    .strictObject({
      kind: z.literal('student'),
      studentId: id('学生'),
      status: short('现状'),
      cause: short('原因'),
      measure: short('措施'),
      ...task,
    })
    .check(
      z.refine(({ status, measure }) => status !== '' || measure !== '', {
        error: '请写一句现状，或者一条措施。',
        path: ['status'],
      }),
    ),
  z
    .strictObject({
      kind: z.literal('group'),
      group: z.enum(['guardian', 'subjectTeacher', 'students'], { error: '请选一个小组。' }),
      good: short('好的做法'),
      problems: short('问题'),
      suggestions: short('建议'),
    })
    .check(
      z.refine(({ good, problems, suggestions }) => `${good}${problems}${suggestions}` !== '', {
        error: '请写一句好的做法、问题或建议。',
        path: ['good'],
      }),
    ),
  z.strictObject({ kind: z.literal('decision'), text: requiredText('做什么', 200), ...task }),
  z.strictObject({ kind: z.literal('opinion'), text: requiredText('达成性意见', MAX_WORDS) }),
  z.strictObject({ kind: z.literal('note'), text: requiredText('记录', MAX_WORDS) }),
]);

export type ItemWords = z.infer<typeof ItemWordsSchema>;
export type ItemKind = ItemWords['kind'];
export type ItemOf<K extends ItemKind> = Extract<ItemWords, { kind: K }>;

/** The student an item is about, as they stood then. */
export interface ItemStudent {
  _id: string;
  name: string;
  classId: string;
  divisionId: string;
}

export interface ConsultationItem extends Stored {
  consultationId: string;
  words: ItemWords;
  student: ItemStudent | null;
  ownerName: string | null;
  helperNames: string[];
  /** As it was called then: who wrote it first. */
  byName: string;
  voidedAt: Date | null;
  voidReason: string;
  lastWriteId: string;
}

/** Of a 碰头会 that is noted by one tap: its one line (S4-200). */
export const huddleLineIdOf = (consultationId: string): string => `${consultationId}~line`;

/** A meeting that says more is two meetings: so much is read, and becomes resolutions, at once. */
export const MAX_ITEMS = 120;

const edit = {
  itemId: id('记录'),
  consultationId: id('会商'),
  rev: revision(),
  writeId: writeId(),
};

export const RecordItem = z.strictObject({ ...edit, words: ItemWordsSchema });
export const VoidItem = z.strictObject({ ...edit, reason: requiredText('撤回的原因', 60) });

/** What somebody is to do by a meeting's word; null for what asks nothing of anybody. */
export interface Task {
  what: string;
  ownerId: string | null;
  helperIds: string[];
  dueOn: Day | null;
}

export function taskOf(words: ItemWords): Task | null {
  if (words.kind !== 'student' && words.kind !== 'decision') return null;
  const what = words.kind === 'student' ? words.measure : words.text;
  if (what === '') return null;
  const { ownerId, helperIds, dueOn } = words;
  return { what, ownerId, helperIds, dueOn };
}
