import * as z from 'zod/mini';
import { id, idList, requiredText, revision, writeId } from '../schema';
import { MAX_CLASS_SIZE } from './roster.schema';

/**
 * A category row of the ledger. The list belongs to the school; the ten rows of the source form
 * are the preset.
 */
export interface LedgerCategory {
  key: string;
  label: string;
  /** Family, health and psychology: kept in a sealed note, opened with a reason. */
  isSealed: boolean;
  isOn: boolean;
}

/**
 * The ten rows of the source form (S4-238 … S4-247). 家庭特别优越 is off: it can only be filled by
 * asking what the law forbids to collect (parents' posts and income), and serves no child.
 */
export const LEDGER_CATEGORY_PRESET: readonly LedgerCategory[] = [
  { key: 'poverty', label: '家庭贫困学生', isSealed: true, isOn: true },
  { key: 'privileged', label: '家庭特别优越学生', isSealed: true, isOn: false },
  { key: 'learningDifficulty', label: '学习困难学生', isSealed: false, isOn: true },
  { key: 'excellence', label: '学习特别优秀学生', isSealed: false, isOn: true },
  { key: 'singleParentOrOrphan', label: '单亲及孤儿学生', isSealed: true, isOn: true },
  { key: 'migrantChild', label: '外来务工人员子女', isSealed: true, isOn: true },
  { key: 'disability', label: '随班就读残疾学生', isSealed: true, isOn: true },
  { key: 'talent', label: '音体美特长学生', isSealed: false, isOn: true },
  { key: 'outgoing', label: '活泼开朗型学生', isSealed: false, isOn: true },
  { key: 'withdrawn', label: '内秀抑郁型学生', isSealed: true, isOn: true },
];

export const MAX_CATEGORIES = 20;

/** Category key → students, as a class fills them in. */
export const categoryRows = () =>
  z.record(id('类别'), idList('学生', MAX_CLASS_SIZE)).check(
    z.refine((rows) => Object.keys(rows).length <= MAX_CATEGORIES, {
      error: `最多 ${MAX_CATEGORIES} 个类别。`,
    }),
  );

export const ReviseLedgerCategories = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  categories: z
    .array(
      z.strictObject({
        key: id('类别'),
        label: requiredText('类别名称', 20),
        isSealed: z.boolean(),
        isOn: z.boolean(),
      }),
    )
    .check(
      z.maxLength(MAX_CATEGORIES, { error: `最多设 ${MAX_CATEGORIES} 个类别。` }),
      z.refine((rows) => new Set(rows.map((row) => row.key)).size === rows.length, {
        error: '有两个类别用了同一个编号，请删去一个再添加。',
      }),
      z.refine((rows) => new Set(rows.map((row) => row.label)).size === rows.length, {
        error: '有两个类别同名，请改一个名称。',
      }),
    ),
});
