/** Where a duty stands: derived from the days and from what was recorded, never typed. */
import type { Role } from '../access/roles';
import { addDays, type Day, monthAndDay } from '../calendar/day';
import { type DutyWindow, isOpen } from './cadence';
import type { Duty, SubjectKind } from './duty.schema';
import type { RecordKind } from './record-kind';
import type { DutyInWindow } from './regulation';

export const STANDING_LABELS = {
  upcoming: '未开始',
  due: '待完成',
  overdue: '已逾期',
  excused: '顺延',
  done: '已完成',
} as const;

export type StandingState = keyof typeof STANDING_LABELS;

export interface Standing {
  state: StandingState;
  /** Since when it is so; null for what is done or not owed at all. */
  since: Day | null;
  /** The day on which it would change by itself; null when it would not. */
  until: Day | null;
  /** Why it is excused. */
  reason: string | null;
  /** How many records are still missing. */
  missing: number;
  /** Due, and within the duty's days of warning. */
  isNear: boolean;
}

/** The standing of one duty, for one subject, in one window. */
export function standingOf(
  { count, warnDays }: Pick<Duty, 'count' | 'warnDays'>,
  { opensOn, dueOn, moved, excused }: DutyWindow,
  settledCount: number,
  today: Day,
): Standing {
  const missing = Math.max(0, count - settledCount);
  const as = (state: StandingState, more: Partial<Standing> = {}): Standing => ({
    state,
    since: null,
    until: null,
    reason: null,
    missing,
    isNear: false,
    ...more,
  });
  if (missing === 0) return as('done');
  if (excused) return as('excused', { reason: excused, missing: 0 });
  if (today < opensOn) return as('upcoming', { until: opensOn });
  if (today > dueOn) return as('overdue', { since: addDays(dueOn, 1) });
  const isNear = today >= addDays(dueOn, -warnDays);
  if (moved && today >= moved.from) {
    return as('excused', { since: moved.from, until: dueOn, reason: moved.reason, isNear });
  }
  return as('due', { since: opensOn, until: dueOn, isNear });
}

/** 顺延到10月8日（国庆节）; null when nothing was moved or excused. */
export function sayExcuse({ moved, excused, dueOn }: DutyWindow): string | null {
  if (excused) return `不作要求（${excused}）`;
  return moved ? `顺延到${monthAndDay(dueOn)}（${moved.reason}）` : null;
}

/** Work that was recorded, as duties see it. The most specific id says what it was about. */
export interface Work {
  kind: RecordKind;
  on: Day;
  schoolId: string;
  divisionId?: string | undefined;
  classId?: string | undefined;
  studentId?: string | undefined;
  memberId: string;
  /** The roles by which whoever did it reaches the subject. */
  roles: readonly Role[];
  /** What it answers: the visit of a feedback, the conference of a plan. */
  factId?: string | undefined;
}

type Level = 'school' | 'division' | 'class' | 'student';

const LEVEL_OF: Record<Exclude<SubjectKind, 'self'>, Level> = {
  school: 'school',
  division: 'division',
  class: 'class',
  student: 'student',
  mentee: 'student',
  child: 'student',
};

const levelOf = ({ divisionId, classId, studentId }: Work): Level => {
  if (studentId) return 'student';
  if (classId) return 'class';
  return divisionId ? 'division' : 'school';
};

/** For whom the work counts towards a duty; null when it is of another kind, level or role. */
function subjectOf(duty: Duty, work: Work): string | null {
  if (duty.settledBy !== work.kind) return null;
  if (duty.isPersonal && !work.roles.includes(duty.who)) return null;
  if (duty.forWhom === 'self') return work.memberId;
  if (LEVEL_OF[duty.forWhom] !== levelOf(work)) return null;
  return work.studentId ?? work.classId ?? work.divisionId ?? work.schoolId;
}

/** The counter of a duty, a subject and a window: how many records it has. */
export const standingId = (dutyId: string, subjectId: string, windowId: string): string =>
  `${dutyId}~${subjectId}~${windowId}`;

/**
 * The counters that a piece of work bumps. Each duty is settled in one window at most: that of the
 * fact it answers, else the first that is open.
 */
export function settlements(owed: readonly DutyInWindow[], work: Work): string[] {
  const settled = new Map<Duty, string>();
  for (const { duty, window } of owed) {
    const subjectId = subjectOf(duty, work);
    const isAnswer = !window.factId || !work.factId || window.factId === work.factId;
    if (subjectId && isAnswer && isOpen(window, work.on) && !settled.has(duty)) {
      settled.set(duty, standingId(duty.id, subjectId, window.id));
    }
  }
  return [...settled.values()];
}
