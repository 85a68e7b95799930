import * as z from 'zod/mini';
import { addDays, type Day } from '../calendar/day';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';

/** A group of students whom the school keeps an eye on; who is in it is sealed. */
export interface AttentionCategory {
  key: string;
  label: string;
  /** What the school means by it: definitions differ, and the words of a rule are kept here. */
  meaning: string;
}

/** One list of categories, in effect from a day on until the next one is. */
export interface AttentionCategoryList {
  effectiveOn: Day;
  categories: AttentionCategory[];
}

export type AttentionLevel = 1 | 2 | 3;
export const LEVEL_LABELS: Record<AttentionLevel, string> = {
  1: '一级 · 每周',
  2: '二级 · 每两周',
  3: '三级 · 每月',
};

/** What a school sets about 特别关注: its id is the school's. Old lists are kept. */
export interface AttentionSettings extends Stored {
  lists: AttentionCategoryList[];
  /** After how many days a case is looked at again. */
  reviewDays: Record<AttentionLevel, number>;
  lastWriteId: string;
}

/**
 * What to begin with. 八类学生 is named in the regulations six times and listed nowhere (S4-263,
 * S4-284, S4-301): this list is a proposal, and the screen says so. 特异体质 is a register of its own.
 */
export const ATTENTION_CATEGORY_PRESET: readonly AttentionCategory[] = [
  { key: 'orphan', label: '孤儿或事实无人抚养', meaning: '以民政部门的认定为准。' },
  { key: 'singleParent', label: '单亲或离异家庭', meaning: '只记家庭主动告知的，不做统一调查。' },
  { key: 'leftBehind', label: '留守', meaning: '父母外出务工，或一方外出、另一方无监护能力。' },
  { key: 'migrant', label: '随迁子女', meaning: '随外来务工的父母来本地就读。' },
  { key: 'hardship', label: '家庭经济困难', meaning: '以资助认定为准，不公开比较。' },
  { key: 'disability', label: '残疾或随班就读', meaning: '以证件为准，不凭教师判断。' },
  { key: 'learning', label: '学习上需要帮助', meaning: '' },
  { key: 'mind', label: '心理或行为需要关注', meaning: '写看到的表现，诊断由医生作出。' },
];

export const REVIEW_DAYS_PRESET: Record<AttentionLevel, number> = { 1: 7, 2: 14, 3: 30 };

export const NO_OFFICIAL_LIST =
  '“八类学生”在文件里多次出现，但没有查到官方名单。下面是建议的清单，请按学校的文件修改。';

/** The first list of a school that has set none. */
const PRESET_LIST: AttentionCategoryList = {
  effectiveOn: '2000-01-01',
  categories: [...ATTENTION_CATEGORY_PRESET],
};

type Lists = Pick<AttentionSettings, 'lists' | 'reviewDays'>;

export const standingSettings = (stored: Lists | null): Lists =>
  stored ?? { lists: [PRESET_LIST], reviewDays: REVIEW_DAYS_PRESET };

/** The list in effect on a day: the latest that has begun. */
export function listAt(lists: readonly AttentionCategoryList[], day: Day): AttentionCategoryList {
  const begun = lists.filter(({ effectiveOn }) => effectiveOn <= day);
  return begun.reduce((a, b) => (a.effectiveOn > b.effectiveOn ? a : b), begun[0] ?? PRESET_LIST);
}

/** How many lists a school keeps; one a term for six years. */
export const MAX_LISTS = 12;
export const MAX_ATTENTION_CATEGORIES = 20;
const MAX_DAYS_AHEAD = 366;

/**
 * The lists with one more, or with one that has not begun replaced: what was in effect on an
 * earlier day stays as it was. Null if the day is past, too far ahead, or the shelf is full.
 */
export function withList(
  lists: readonly AttentionCategoryList[],
  list: AttentionCategoryList,
  today: Day,
): AttentionCategoryList[] | null {
  if (list.effectiveOn < today || list.effectiveOn > addDays(today, MAX_DAYS_AHEAD)) return null;
  const others = lists.filter(({ effectiveOn }) => effectiveOn !== list.effectiveOn);
  const next = [...others, list].sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn));
  return next.length > MAX_LISTS ? null : next;
}

const days = (label: string) =>
  z
    .int({ error: `“${label}”应当是整天数。` })
    .check(
      z.gte(1, { error: `“${label}”至少 1 天。` }),
      z.lte(90, { error: `“${label}”最多 90 天。` }),
    );

export const ReviseAttentionCategories = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  effectiveOn: z.iso.date({ error: '请选从哪天起生效。' }),
  categories: z
    .array(
      z.strictObject({
        key: id('类别'),
        label: requiredText('类别名称', 20),
        meaning: text('学校的说明', 120),
      }),
    )
    .check(
      z.minLength(1, { error: '请至少留一个类别。' }),
      z.maxLength(MAX_ATTENTION_CATEGORIES, {
        error: `最多设 ${MAX_ATTENTION_CATEGORIES} 个类别。`,
      }),
      z.refine((rows) => new Set(rows.map(({ key }) => key)).size === rows.length, {
        error: '有两个类别用了同一个编号，请删去一个再添加。',
      }),
      z.refine((rows) => new Set(rows.map(({ label }) => label)).size === rows.length, {
        error: '有两个类别同名，请改一个名称。',
      }),
    ),
  reviewDays: z.strictObject({ 1: days('一级'), 2: days('二级'), 3: days('三级') }),
});
