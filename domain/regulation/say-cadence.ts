/** Cadences and duties as one Chinese sentence each, for the screen and for the documents. */
import { ROLES } from '../access/roles';
import { WEEKDAY_LABELS } from '../calendar/day';
import {
  type Cadence,
  type CadenceEvent,
  SCHOOL_MOMENTS,
  type SchoolMoment,
  TERM_POINTS,
  type TermPoint,
} from './cadence.schema';
import type { Duty } from './duty.schema';
import { RECORD_KINDS, type RecordKind } from './record-kind';

const NUMERALS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

const times = (count: number): string => `${NUMERALS[count] ?? count}次`;

const sayPoints = (points: readonly TermPoint[]): string =>
  points.map((point) => TERM_POINTS[point]).join('、');

function saySlot({
  weekday,
  lesson,
}: {
  weekday?: number | undefined;
  lesson?: string | undefined;
}) {
  const place = `${weekday ? WEEKDAY_LABELS[weekday - 1] : ''}${lesson ?? ''}`;
  return place ? `（${place}）` : '';
}

const sayEvent = (event: CadenceEvent): string =>
  event in SCHOOL_MOMENTS
    ? SCHOOL_MOMENTS[event as SchoolMoment]
    : `每次${RECORD_KINDS[event as RecordKind].label}`;

/** `每周一次`, `单周一次（周五班会活动课）`, `学期初、学期中、学期末各一次`. */
export function sayCadence(cadence: Cadence, count = 1): string {
  switch (cadence.kind) {
    case 'weekly':
      return `每周${times(count)}${saySlot(cadence)}`;
    case 'oddWeeks':
      return `单周${times(count)}${saySlot(cadence)}`;
    case 'evenWeeks':
      return `双周${times(count)}${saySlot(cadence)}`;
    case 'everyTwoWeeks':
      return `每两周${times(count)}`;
    case 'monthly':
      return `每月${times(count)}`;
    case 'termly':
      return `每学期${times(count)}`;
    case 'yearly':
      return `每学年${times(count)}（${cadence.month}月${cadence.day ? `${cadence.day}日前` : ''}）`;
    case 'termPoints':
      return `${sayPoints(cadence.points)}${cadence.points.length > 1 ? '各' : ''}${times(count)}`;
    case 'afterEvent':
      return `${sayEvent(cadence.event)}后 ${cadence.days} 天内`;
    case 'beforeEvent':
      return `${sayEvent(cadence.event)}前 ${cadence.days} 天`;
    case 'inHolidays':
      return `每个 ${cadence.minDays} 天以上的假期${times(count)}`;
  }
}

/** `班主任 · 班级学情会商例会 · 每周一次（S4-201）`. */
export const sayDuty = ({ who, title, cadence, count, clause }: Duty): string =>
  `${ROLES[who]} · ${title} · ${sayCadence(cadence, count)}（${clause}）`;

/** How many there are of what duties are owed for, in the school or a part of it. */
export interface SubjectCounts {
  /** 全校, 七年级. */
  label: string;
  school: number;
  division: number;
  class: number;
  student: number;
  mentee: number;
  child: number;
  self: number;
}

const UNITS: Record<Duty['forWhom'], string> = {
  school: '所学校',
  division: '个级部',
  class: '个班',
  student: '名学生',
  mentee: '名受导学生',
  child: '名孩子',
  self: '人',
};

function sayStretch(cadence: Cadence): string {
  switch (cadence.kind) {
    case 'weekly':
      return '每周';
    case 'oddWeeks':
      return '单周';
    case 'evenWeeks':
      return '双周';
    case 'everyTwoWeeks':
      return '每两周';
    case 'monthly':
      return '每月';
    case 'termly':
    case 'termPoints':
      return '每学期';
    case 'yearly':
      return '每学年';
    case 'afterEvent':
    case 'beforeEvent':
      return sayEvent(cadence.event).replace('开学', '');
    case 'inHolidays':
      return '每个假期';
  }
}

/** Counted from a record, a duty is owed once for each, not once for everybody. */
const isPerFact = (cadence: Cadence): boolean =>
  cadence.kind === 'beforeEvent' ||
  (cadence.kind === 'afterEvent' && !(cadence.event in SCHOOL_MOMENTS));

/** What a duty amounts to: `七年级 12 个班，每周 12 次`. */
export function sayEffect({ forWhom, cadence, count }: Duty, counts: SubjectCounts): string {
  const points = cadence.kind === 'termPoints' ? cadence.points.length : 1;
  const amount = (isPerFact(cadence) ? 1 : counts[forWhom]) * count * points;
  const whom = forWhom === 'school' ? '' : ` ${counts[forWhom]} ${UNITS[forWhom]}`;
  return `${counts.label}${whom}，${sayStretch(cadence)} ${amount} 次`;
}
