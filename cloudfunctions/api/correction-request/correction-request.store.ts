import {
  type CorrectionRequest,
  MAX_CORRECTIONS,
} from '../../../domain/correction-request/correction-request.schema';
import { oneOf, readMany, readOne } from '../../kernel/database';

export const readRequest = (requestId: string): Promise<CorrectionRequest | null> =>
  readOne<CorrectionRequest>('correctionRequests', requestId);

/** What was asked about a student, newest first. */
export const readRequestsOf = (schoolId: string, studentId: string): Promise<CorrectionRequest[]> =>
  readMany<CorrectionRequest>('correctionRequests', {
    where: { schoolId, studentId },
    orderBy: [['createdAt', 'desc']],
    limit: MAX_CORRECTIONS,
  });

/** What waits for an answer in these classes, oldest first. */
export const readOpenRequests = (
  schoolId: string,
  classIds: string[],
): Promise<CorrectionRequest[]> =>
  readMany<CorrectionRequest>('correctionRequests', {
    where: { schoolId, classId: oneOf(classIds), state: 'open' },
    orderBy: [['createdAt', 'asc']],
    limit: MAX_CORRECTIONS,
  });
