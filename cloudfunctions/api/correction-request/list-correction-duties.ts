import type { Caller } from '../procedure';
import { readOpenRequests } from './correction-request.store';

/** What waits for the caller's answer; goes in the call of 今天. */
export async function listCorrectionDuties({ access, school, member }: Caller) {
  access.authorize({ schoolId: school._id, memberId: member._id });
  const reach = access.filterFor('correctionRequest.close');
  const classIds = reach === 'everything' ? [] : reach.flatMap(({ in: ids }) => ids);
  const requests = classIds.length > 0 ? await readOpenRequests(school._id, classIds) : [];
  return requests.map(({ _id, studentId, what, createdAt }) => ({
    id: _id,
    studentId,
    what,
    at: createdAt,
  }));
}
