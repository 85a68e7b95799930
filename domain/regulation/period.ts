import { type Day, daysBetween } from '../calendar/day';
import type { RecordKind } from './record-kind';

/** A piece of work that a cadence counts from: a conference that is planned, a visit that was. */
export interface CadenceFact {
  id: string;
  kind: RecordKind;
  on: Day;
}

/** A stretch of a term that a cadence names, before the calendar has its say. */
export interface Period {
  /** Stable within the term; part of the window's id. */
  key: string;
  label: string;
  from: Day;
  to: Day;
  /** The day it is due; without one, the last school day. */
  due?: { on: Day; as: 'slot' | 'deadline' | 'firm' };
  /** Counted from a fact: stands by itself, beside the other windows. */
  fact?: { id: string; closesOn: Day };
}

export const daysIn = ({ from, to }: Period): number => daysBetween(from, to) + 1;
