import type { Caller } from '../procedure';
import { readOpenRequests } from './joining.store';

/** Guardians who wait for the caller's word; goes in the call of 今天. */
export async function listGuardianDuties({ access, school, member }: Caller) {
  access.authorize({ schoolId: school._id, memberId: member._id });
  const reach = access.filterFor('guardianRequest.close');
  const classIds = reach === 'everything' ? [] : reach.flatMap(({ in: ids }) => ids);
  const waiting = await Promise.all(
    classIds.map((classId) => readOpenRequests(school._id, classId)),
  );
  return waiting.flat().map(({ _id, classId, childName, guardianName, updatedAt }) => ({
    id: _id,
    ...{ classId, childName, guardianName, at: updatedAt },
  }));
}
