import * as z from 'zod/mini';
import { ROLES, type Role } from '../access/roles';
import { id, requiredText, text } from '../schema';
import { CadenceSchema } from './cadence.schema';
import { RECORD_KIND_NAMES } from './record-kind';

/** What a duty is owed for; one standing is kept for each of them and each window. */
export const SUBJECT_LABELS = {
  school: '学校',
  division: '级部',
  class: '班级',
  student: '学生',
  mentee: '受导学生',
  child: '孩子',
  self: '本人',
} as const;

export type SubjectKind = keyof typeof SUBJECT_LABELS;

const SUBJECT_KINDS = Object.keys(SUBJECT_LABELS) as [SubjectKind, ...SubjectKind[]];
export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]];

export const MAX_DUTIES = 80;

/** Who owes what, for whom, how often, settled by which record, by which clause. */
export const DutySchema = z.strictObject({
  /** Stays the same when a school changes the cadence, so that its standings stay comparable. */
  id: id('职责'),
  title: requiredText('职责名称', 40),
  who: z.enum(ROLE_NAMES, { error: '请选择由谁负责。' }),
  forWhom: z.enum(SUBJECT_KINDS, { error: '请选择针对谁。' }),
  cadence: CadenceSchema,
  settledBy: z.enum(RECORD_KIND_NAMES, { error: '请选择由哪种记录完成。' }),
  /** How many records settle one window. */
  count: z
    .int({ error: '“次数”应当是整数。' })
    .check(z.gte(1, { error: '“次数”至少是 1。' }), z.lte(20, { error: '“次数”最多是 20。' })),
  /** True: only that role's own work counts (a talk). False: the work counts whoever wrote it. */
  isPersonal: z.boolean(),
  /** `S4-201`, or the school's own rule in words. */
  clause: requiredText('依据', 40),
  /** What the source leaves open and the preset chose; shown beside the clause. */
  note: text('说明', 80),
  isOn: z.boolean(),
  /** From so many days before it is due it counts as near. */
  warnDays: z
    .int({ error: '“提前提醒天数”应当是整数。' })
    .check(
      z.gte(0, { error: '“提前提醒天数”不能小于 0。' }),
      z.lte(30, { error: '“提前提醒天数”最多是 30。' }),
    ),
});

export type Duty = z.infer<typeof DutySchema>;
