import type { Member } from '../../domain/access/roles';
import { type Day, dayOf } from '../../domain/calendar/day';
import type { School } from '../../domain/school/school.schema';
import { caller, db } from './cloud';

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

type MemberWithSchools = Member & { schools: School[] };

/**
 * The first of two trips: who is calling, and what their school has set, in one request. Reading
 * it afresh each time makes revoking and settings take effect at once, without a cache to doubt.
 */
async function readMember(openid: string): Promise<MemberWithSchools | null> {
  const { list } = await db
    .collection('members')
    .aggregate()
    .match({ _id: openid })
    .limit(1)
    .lookup({
      from: 'schools',
      localField: 'postings.schoolId',
      foreignField: '_id',
      as: 'schools',
    })
    .end();
  return (list as MemberWithSchools[])[0] ?? null;
}

/** Who is calling, in which school. One database request. */
export async function identify(
  requestId: string,
  now: Date,
  schoolId: string | undefined,
): Promise<Context> {
  const { openid } = caller();
  const found = openid ? await readMember(openid) : null;
  const wanted = schoolId ?? found?.postings[0]?.schoolId;
  const school = found?.schools.find((candidate) => candidate._id === wanted) ?? null;
  const member = found && { _id: found._id, name: found.name, postings: found.postings };
  return { requestId, now, today: dayOf(now), openid, member, school };
}
