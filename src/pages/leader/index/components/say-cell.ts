import { STANDING_LABELS, type StandingState } from '../../../../../domain/regulation/standing';
import type { ClassRow } from '../../leader.queries';

/** A sign for each state, so that a cell reads without its colour. */
export const SIGNS: Record<StandingState, string> = {
  done: '✓',
  due: '·',
  overdue: '！',
  excused: '—',
  upcoming: '',
};

export const sayState = (state: StandingState | undefined): string =>
  state === undefined ? '' : STANDING_LABELS[state];

/** 还没见到 of a class as its cell shows it; null until a night has counted. */
export const unseenState = ({ unseen }: ClassRow): StandingState | null => {
  if (unseen === null) return null;
  return unseen === 0 ? 'done' : 'due';
};

/** Null for a class without students: nothing is written, and nothing is owed. */
export const ledgerState = ({ written, students }: ClassRow): StandingState | null => {
  if (students === 0) return null;
  return written >= students ? 'done' : 'due';
};
