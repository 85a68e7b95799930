import * as z from 'zod/mini';
import type { Action } from '../access/permissions';
import { id } from '../schema';

/** What a trace is about, in the words of whoever looks for one. */
export const AUDIT_KINDS = {
  opened: '打开',
  exported: '导出',
  set: '改设定',
  recorded: '记录和修改',
} as const;
export type AuditKind = keyof typeof AUDIT_KINDS;

/** Rows of the permission table that change what the whole school works by. */
const SETS =
  /^(ledgerCategory|attentionCategory|mentoringSetting|regulation|interactionForm|retention|schoolCalendar)\.revise$/;

/** Reading is only traced where it is sensitive, so whatever was read was opened. */
export function auditKindOf(action: Action): AuditKind {
  if (/\.read/.test(action)) return 'opened';
  if (/\.export$/.test(action)) return 'exported';
  return SETS.test(action) ? 'set' : 'recorded';
}

export const AUDIT_PAGE = 30;

/** Without a filter: everything, the latest first. */
export const ListAudits = z.strictObject({
  kind: z.optional(
    z.enum(Object.keys(AUDIT_KINDS) as [AuditKind, ...AuditKind[]], {
      error: '没有这种留痕，请刷新后再试。',
    }),
  ),
  memberId: z.optional(id('人员')),
  studentId: z.optional(id('学生')),
  /** The first and the last day, in Asia/Shanghai. */
  from: z.optional(z.iso.date({ error: '开始的日期不对，请重新选择。' })),
  to: z.optional(z.iso.date({ error: '结束的日期不对，请重新选择。' })),
  /** Where the page before ended. */
  before: z.optional(
    z.strictObject({
      at: z.iso.datetime({ error: '翻页的位置不对，请刷新后再试。' }),
      id: z.string().check(z.maxLength(200, { error: '翻页的位置不对，请刷新后再试。' })),
    }),
  ),
});
export type AuditFilter = Omit<z.infer<typeof ListAudits>, 'before'>;

/** The filter in words: it is the reason that the look itself is recorded with. */
export function sayFilter({ kind, memberId, studentId, from, to }: AuditFilter): string {
  const days = from || to ? `${from ?? '最早'}至${to ?? '今天'}` : null;
  const words = [
    kind ? `只看${AUDIT_KINDS[kind]}` : null,
    memberId ? '只看一个人' : null,
    studentId ? '只看一名学生' : null,
    days,
  ].filter(Boolean);
  return words.join('，') || '全部留痕';
}
