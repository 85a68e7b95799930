import * as z from 'zod/mini';
import { addDays, type Day } from '../calendar/day';
import { revision, writeId } from '../schema';

/** What a school keeps for a while only, as far as it may choose how long. */
export interface RetentionTerms {
  /** After a student has left. */
  studentYears: number;
  /** After a 连心卡 was handed in. */
  cardMonths: number;
  /** After a trace was left. */
  auditYears: number;
}
export type RetentionKind = 'student' | 'heartToHeartCard' | 'audit';

/** What a school has set. Off until somebody has looked at what would go. */
export interface RetentionSettings extends RetentionTerms {
  isOn: boolean;
}

/**
 * The proposal to begin with. No rule fixes years for ledgers, talks and visits; 个人信息保护法
 * (19) asks for the shortest time that the purpose needs. Three years cover the next stage of
 * schooling and its questions; a child's card serves the term in which it was written; the
 * law asks for six months of logs at least (网络安全法 21) and three years of assessments (个保法 56).
 */
export const RETENTION_PRESET: RetentionSettings = {
  isOn: false,
  studentYears: 3,
  cardMonths: 12,
  auditYears: 3,
};

export const RETENTION_KINDS: Record<
  RetentionKind,
  { label: string; does: string; why: string; sayTerm(terms: RetentionTerms): string }
> = {
  student: {
    label: '离校学生的记录',
    does: '抹去姓名和文字，删去保密内容和照片，只留下没有名字的统计',
    why: '法律要求只保存必要的最短时间；三年足够下一学段来问情况。',
    sayTerm: ({ studentYears }) => `离校满 ${studentYears} 年`,
  },
  heartToHeartCard: {
    label: '连心卡',
    does: '删去卡片和回复',
    why: '孩子当时的心里话，帮上忙以后不必久留。',
    sayTerm: ({ cardMonths }) => `交来满 ${cardMonths} 个月`,
  },
  audit: {
    label: '留痕',
    does: '删去',
    why: '网络安全法要求日志至少留六个月，个人信息保护法要求评估记录留三年。',
    sayTerm: ({ auditYears }) => `满 ${auditYears} 年`,
  },
};
export const RETENTION_KIND_NAMES = Object.keys(RETENTION_KINDS) as RetentionKind[];

/** What is cleared whatever a school sets: it serves nobody any more. In days. */
export const ALWAYS_CLEARED = {
  /** Counters of tries, after their hour. */
  rateCounters: 1,
  /** Notes of the timer about its own work. */
  timerRuns: 90,
} as const;

const MONTH_DAYS = 30.44;
const YEAR_DAYS = 365.25;

/** What is older than this day is due. */
export function dueBefore(kind: RetentionKind, terms: RetentionTerms, today: Day): Day {
  const days: Record<RetentionKind, number> = {
    student: terms.studentYears * YEAR_DAYS,
    heartToHeartCard: terms.cardMonths * MONTH_DAYS,
    audit: terms.auditYears * YEAR_DAYS,
  };
  return addDays(today, -Math.ceil(days[kind]));
}

/** The same day, for what is stored with an instant. */
export const instantOf = (day: Day): Date => new Date(`${day}T00:00:00+08:00`);

const whole = (label: string, least: number, most: number, unit: string) =>
  z
    .int({ error: `“${label}”应当是整数。` })
    .check(
      z.gte(least, { error: `“${label}”至少 ${least} ${unit}。` }),
      z.lte(most, { error: `“${label}”最多 ${most} ${unit}。` }),
    );

const terms = {
  studentYears: whole('离校学生的记录', 1, 10, '年'),
  cardMonths: whole('连心卡', 3, 36, '个月'),
  auditYears: whole('留痕', 1, 10, '年'),
};

/** With terms: what would go if they were set. */
export const RetentionById = z.strictObject({ tried: z.optional(z.strictObject(terms)) });

export const ReviseRetention = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  isOn: z.boolean({ error: '请选是否按期限自动清理。' }),
  ...terms,
});
