import type { Student } from '../../../domain/school/roster.schema';
import { bySeen } from '../../../domain/talk/talk.rules';
import { presentSeen } from '../present-seen';
import type { Caller } from '../procedure';

/** So many names are shown; the others are one tap away. */
const FIRST_NAMES = 5;

/**
 * 还没见到: of one's own mentees those whose talk is due, the longest ago first; how many of them
 * all have been seen. Null without mentees. Taken from the students that today reads anyway.
 */
export function unseenToday(ctx: Caller, students: readonly Student[], menteeIds: string[]) {
  const mentees = students
    .filter(({ _id, status }) => status === 'enrolled' && menteeIds.includes(_id))
    .sort(bySeen)
    .map((student) => presentSeen(ctx, student));
  if (mentees.length === 0) return null;
  const waiting = mentees.filter(({ isWaiting }) => isWaiting);
  return {
    seen: mentees.length - waiting.length,
    of: mentees.length,
    waiting: waiting.slice(0, FIRST_NAMES),
  };
}
