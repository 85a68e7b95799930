import { addDays, type Day, monthAndDay } from '../calendar/day';
import { type Term, termLabel } from '../calendar/term';
import type { RecordKind } from '../regulation/record-kind';
import type { SchoolClass, Student } from '../school/roster.schema';
import {
  SCREENING_KINDS,
  type ScreeningKind,
  type ScreeningSheet,
  type Tick,
} from './screening.schema';

/** What a round stands for: a month, a term, or the day an irregular one began. */
export function periodOf(kind: ScreeningKind, term: Term, today: Day): string {
  if (kind === 'monthly') return today.slice(0, 7);
  return kind === 'health' ? term.id : today;
}

export function roundTitle(kind: ScreeningKind, term: Term, today: Day): string {
  if (kind === 'monthly')
    return `${Number(today.slice(5, 7))}月${SCREENING_KINDS.monthly.slice(2)}`;
  if (kind === 'health') return `${termLabel(term)}${SCREENING_KINDS.health}`;
  return `${monthAndDay(today)}${SCREENING_KINDS.irregular}`;
}

/** 特异体质 within a week after the term starts (S4-280); a monthly one by the end of the month. */
export function dueOnOf(kind: ScreeningKind, term: Term, today: Day): Day {
  const week = addDays(today, 6);
  if (kind !== 'health') return week;
  const firstWeek = addDays(term.startsOn, 6);
  return firstWeek < today ? week : firstWeek;
}

const MAX_DAYS = 60;

export function refusedDueDay(dueOn: Day, today: Day): string | null {
  if (dueOn < today) return '交齐的日期已经过去，请选今天或以后。';
  return dueOn > addDays(today, MAX_DAYS) ? '交齐的日期太远，请选两个月以内。' : null;
}

type Ticked = Pick<ScreeningSheet, 'ticks'> | null;
type Whom = Pick<Student, '_id' | 'name' | 'status'>;

/** 班不漏人 (S4-182): every enrolled student of the class who has no tick, by name. */
export const untickedOf = <S extends Whom>(sheet: Ticked, roster: readonly S[]): S[] =>
  roster.filter(({ _id, status }) => status === 'enrolled' && !sheet?.ticks[_id]);

/** Whose tick can change: the enrolled of the class; a finding stays until it is rewritten. */
export function withTicks(
  ticks: Readonly<Record<string, Tick>>,
  studentIds: readonly string[],
  state: 'same' | null,
  at: Date,
): Record<string, Tick> {
  const next = { ...ticks };
  for (const studentId of studentIds) {
    if (next[studentId]?.state === 'concern') continue;
    if (state === null) delete next[studentId];
    else next[studentId] = { state, at };
  }
  return next;
}

/** What a sheet or a round counts as, where duties look at it. */
export const screeningWorkOf = (kind: ScreeningKind): RecordKind =>
  kind === 'health' ? 'specialHealthScreening' : 'screeningRound';

/** A sheet that is in its teacher's hands. */
export const NOT_HANDED_IN = {
  status: 'open',
  submittedAt: null,
  submittedByName: null,
  confirmedByName: null,
} satisfies Partial<ScreeningSheet>;

/** The ticks that count: of whoever has left the class none does. */
export const ticksOfEnrolled = (
  ticks: Readonly<Record<string, Tick>>,
  roster: readonly Whom[],
): Record<string, Tick> =>
  Object.fromEntries(
    roster.flatMap(({ _id, status }) => {
      const tick = status === 'enrolled' ? ticks[_id] : undefined;
      return tick ? [[_id, tick]] : [];
    }),
  );

/** The counters that an overview reads. */
export function countsOf(ticks: Readonly<Record<string, Tick>>) {
  const states = Object.values(ticks).map(({ state }) => state);
  return { ticked: states.length, findings: states.filter((one) => one === 'concern').length };
}

type Progress = Pick<ScreeningSheet, 'classId' | 'status' | 'ticked' | 'findings'>;
type Counted = Pick<SchoolClass, '_id' | 'studentCount'>;

/**
 * The proof of a round (校不漏年级、年级不漏班、班不漏人, S4-182): each class with its sheet, least
 * first, and what the whole still lacks.
 */
export function coverageOf<C extends Counted>(classes: readonly C[], sheets: readonly Progress[]) {
  const byClass = new Map(sheets.map((sheet) => [sheet.classId, sheet]));
  const rows = classes.map((schoolClass) => {
    const sheet = byClass.get(schoolClass._id);
    const ticked = Math.min(sheet?.ticked ?? 0, schoolClass.studentCount);
    return {
      schoolClass,
      status: sheet?.status ?? ('open' as const),
      ticked,
      of: schoolClass.studentCount,
      findings: sheet?.findings ?? 0,
    };
  });
  const sum = (value: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + value(row), 0);
  return {
    rows: rows.sort((a, b) => a.ticked / (a.of || 1) - b.ticked / (b.of || 1)),
    students: sum(({ of }) => of),
    ticked: sum(({ ticked }) => ticked),
    findings: sum(({ findings }) => findings),
    unconfirmed: rows.filter(({ status }) => status !== 'confirmed').length,
  };
}
