import type { Member } from '../../domain/access/roles';
import { type Day, dayOf } from '../../domain/calendar/day';
import type { School } from '../../domain/school/school.schema';
import { caller } from './cloud';
import { readOneWith } from './read-one-with';

/** Everything a call may know about itself. Time is in it: no rule asks a clock. */
export interface Context {
  requestId: string;
  now: Date;
  today: Day;
  openid: string | null;
  /** null for a stranger. */
  member: Member | null;
  /** The school of this call: the one asked for, else the member's first. */
  school: School | null;
}

/** A call whose person and school are known. */
export type Identified = Context & { member: Member; school: School };

/**
 * The first of two trips: who is calling, and what their school has set, in one request. Reading
 * it afresh each time makes revoking and settings take effect at once, without a cache to doubt.
 */
const readMember = (openid: string) =>
  readOneWith<Member, School>('members', openid, {
    from: 'schools',
    localField: 'postings.schoolId',
  });

/** Who is calling, in which school. One database request. */
export async function identify(
  requestId: string,
  now: Date,
  schoolId: string | undefined,
): Promise<Context> {
  const { openid } = caller();
  const read = openid ? await readMember(openid) : null;
  const member = read?.found ?? null;
  const wanted = schoolId ?? member?.postings[0]?.schoolId;
  const school = read?.joined.find((candidate) => candidate._id === wanted) ?? null;
  return { requestId, now, today: dayOf(now), openid, member, school };
}
