import {
  type ListUnreached,
  MAX_UNREACHED,
  type Reminder,
  UNREACHED,
} from '../../../domain/reminder/reminder.schema';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { readUnreached } from './reminder.store';

const present = ({ _id, memberName, studentName, unreached }: Reminder) => ({
  id: _id,
  /** Families by their child, as teachers know them. */
  name: studentName === null ? memberName : `${studentName}的家长`,
  why: unreached === null ? '' : UNREACHED[unreached],
});

/** Whom a meeting's or a form's messages did not reach, within one's reach; each person once. */
export async function listUnreached(ctx: Caller, { aboutId }: z.infer<typeof ListUnreached>) {
  const { school, access } = ctx;
  const found = await readUnreached(school._id, aboutId, access.filter());
  const once = new Map(found.map((one) => [`${one.memberId} ${one.studentId}`, one]));
  return {
    people: [...once.values()].slice(0, MAX_UNREACHED).map(present),
    hasMore: found.length > MAX_UNREACHED,
  };
}
