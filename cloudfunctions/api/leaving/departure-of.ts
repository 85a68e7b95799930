import type { Grant } from '../../../domain/access/can';
import { staffPostings } from '../../../domain/access/staff';
import { AppError } from '../../../domain/errors';
import type { Departure } from '../../../domain/leaving/departure.schema';
import { readMember } from '../members.store';
import type { Caller } from '../procedure';
import { readDeparture } from './departure.store';

/** The departure to go on with, and the grant. @throws stale for one of the staff who has not left */
export async function departureOf(
  ctx: Caller,
  memberId: string,
): Promise<{ departure: Departure; why: Grant }> {
  const { _id: schoolId } = ctx.school;
  const [member, departure] = await Promise.all([
    readMember(memberId),
    readDeparture(schoolId, memberId),
  ]);
  const isStaff = member !== null && staffPostings(member, schoolId).length > 0;
  const why = ctx.access.authorize(isStaff || departure ? { schoolId } : null);
  if (departure) return { departure, why };
  throw new AppError('stale', { sentence: '这位老师没有办理离校，请刷新后再看。' });
}
