import type { Participant } from '../regulation/meeting-words';
import type { Attendance } from './consultation.schema';

const MAX_GUESTS = 200;

/** Guests are counted by adding: whoever counts at another door at once loses nothing. */
export function withGuests(
  guests: Attendance['guests'],
  changes: readonly { who: Participant; change: number }[],
): Attendance['guests'] {
  return changes.reduce((found, { who, change }) => {
    const before = found.find((one) => one.who === who)?.count ?? 0;
    const count = Math.min(MAX_GUESTS, Math.max(0, before + change));
    return [...found.filter((one) => one.who !== who), { who, count }];
  }, guests);
}

/** A list of ids with those who came and without those who did not. */
export const withComings = (before: string[], came: string[], notCame: string[]): string[] => [
  ...new Set([...before.filter((id) => !notCame.includes(id)), ...came]),
];
