/**
 * Building blocks for every schema that phone and cloud share.
 *
 * `zod/mini` everywhere: 23 KB on the phone instead of 96 (docs/decisions/003). Messages are whole
 * Chinese sentences that say what to do, because they are shown beside the field as they are.
 */
import * as z from 'zod/mini';

// The phone's logic layer forbids `new Function`, which zod otherwise probes for.
z.config({
  jitless: true,
  localeError: (issue) => {
    if (issue.code === 'unrecognized_keys') {
      return `多出了不认识的内容：${issue.keys.join('、')}。请更新小程序后再试。`;
    }
    return '填写的内容格式不对，请检查后再提交。';
  },
});

export { z };

/** Characters that no keyboard types on purpose; they break exports and messages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u2028\u2029]/;

/** Free text of at most `max` characters, trimmed; may be empty. */
export const text = (label: string, max: number) =>
  z.string({ error: `“${label}”应当是文字。` }).check(
    z.trim(),
    z.maxLength(max, {
      error: ({ input }) =>
        `“${label}”最多 ${max} 字，现在 ${(input as string).length} 字，请精简后再保存。`,
    }),
    z.refine((value) => !CONTROL.test(value), {
      error: `“${label}”里有无法显示的字符，请删去后再保存。`,
    }),
  );

/** Text that must not be empty. */
export const requiredText = (label: string, max: number) =>
  text(label, max).check(z.minLength(1, { error: `请填写“${label}”。` }));

/**
 * An id as this product makes them: made by the phone, or composed of other ids. Ids become keys of
 * plain objects (category rows), so what every object inherits, like `constructor`, is none.
 */
export const id = (label = '编号') => {
  const error = `“${label}”不对，请返回上一页再进来。`;
  return z.string({ error: `“${label}”缺失，请返回上一页再进来。` }).check(
    z.regex(/^[A-Za-z0-9_~-]{1,80}$/, { error }),
    z.refine((value) => !(value in Object.prototype), { error }),
  );
};

/** The revision an edit was made from: 0 when nothing was stored yet. */
export const revision = () =>
  z
    .int({ error: '缺少版本号，请刷新后再试。' })
    .check(z.gte(0, { error: '版本号不对，请刷新后再试。' }));

/** The id the phone gives a write, so that sending it twice stores it once. */
export const writeId = () =>
  z
    .string({ error: '缺少提交编号，请更新小程序后再试。' })
    .check(z.regex(/^[A-Za-z0-9]{16,40}$/, { error: '提交编号不对，请更新小程序后再试。' }));

/** A list of at most `max` distinct ids. */
export const idList = (label: string, max: number) =>
  z.array(id(label), { error: `“${label}”应当是一组人。` }).check(
    z.maxLength(max, { error: `“${label}”最多 ${max} 人。` }),
    z.refine((ids) => new Set(ids).size === ids.length, {
      error: `“${label}”里有人重复了，请去掉重复的。`,
    }),
  );

/** What every stored document carries. Days are `YYYY-MM-DD` in Asia/Shanghai, instants are UTC. */
export interface Stored {
  _id: string;
  schemaVersion: number;
  schoolId: string;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
  updatedBy: string;
  /** As the person was called then; shown beside a change. */
  updatedByName: string;
  /** 1 when first stored; +1 with every change of the fields that people edit. */
  rev: number;
}

/** An earlier wording, kept when a text changes: nothing that was written is lost. */
export interface Revision extends Pick<Stored, '_id' | 'schoolId' | 'schemaVersion'> {
  /** The document it is a version of. */
  docId: string;
  rev: number;
  /** The write that made this wording. */
  writeId: string;
  fields: Record<string, unknown>;
  writtenBy: string;
  writtenByName: string;
  writtenAt: Date;
  replacedBy: string;
  replacedAt: Date;
}
