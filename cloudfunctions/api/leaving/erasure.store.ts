import type { CorrectionRequest } from '../../../domain/correction-request/correction-request.schema';
import type { InteractionRecord } from '../../../domain/interaction-form/interaction-record.schema';
import {
  type GuardianRequest,
  MAX_OWN_REQUESTS,
} from '../../../domain/joining/guardian-request.schema';
import { ERASURE_PAGE, type ErasureRequest } from '../../../domain/leaving/erasure-request.schema';
import type { Revision, Stored } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { MOST, readJoined, readMany, readNamed, readOne } from '../../kernel/database';

export const readErasure = (requestId: string): Promise<ErasureRequest | null> =>
  readOne<ErasureRequest>('erasureRequests', requestId);

/** Those that wait for the office, the oldest first, each with the child that it is about. */
export const readOpenErasures = (
  schoolId: string,
): Promise<(ErasureRequest & { students: Pick<Student, 'name'>[] })[]> =>
  readJoined('erasureRequests', {
    where: { schoolId, state: 'open' },
    sort: { createdAt: 1 },
    limit: ERASURE_PAGE,
    lookup: { from: 'students', localField: 'studentId', foreignField: '_id', as: 'students' },
  });

/** What one guardian has asked for. */
export const readOwnErasures = (schoolId: string, memberId: string): Promise<ErasureRequest[]> =>
  readMany<ErasureRequest>('erasureRequests', {
    where: { schoolId, memberId },
    orderBy: [['createdAt', 'desc']],
    limit: ERASURE_PAGE,
  });

/** A child's years of forms. */
const MAX_RECORDS = 200;

/** What a guardian asked to have corrected. */
export const readCorrectionsBy = (
  schoolId: string,
  studentId: string,
  createdBy: string,
): Promise<CorrectionRequest[]> =>
  readMany<CorrectionRequest>('correctionRequests', {
    where: { schoolId, studentId, createdBy },
    limit: MAX_RECORDS,
  });

/** Every form about a child, whoever wrote it last. */
export const readRecordsOf = (schoolId: string, studentId: string): Promise<InteractionRecord[]> =>
  readMany<InteractionRecord>('interactionRecords', {
    where: { schoolId, studentId },
    limit: MAX_RECORDS,
  });

/** Earlier wordings by one person; what was never changed has none and asks nothing. */
export const readWordingsBy = (
  schoolId: string,
  writtenBy: string,
  documents: readonly Pick<Stored, '_id' | 'rev'>[],
): Promise<Revision[]> =>
  readNamed<Revision>(
    'revisions',
    'docId',
    documents.filter(({ rev }) => rev > 1).map(({ _id }) => _id),
    { where: { schoolId, writtenBy }, limit: MOST },
  );

export const readNotedBy = (
  schoolId: string,
  studentId: string,
  by: string,
): Promise<TimelineItem[]> =>
  readMany<TimelineItem>('timeline', { where: { schoolId, studentId, by }, limit: MAX_RECORDS });

export const readJoiningOf = (memberId: string): Promise<GuardianRequest[]> =>
  readMany<GuardianRequest>('guardianRequests', { where: { memberId }, limit: MAX_OWN_REQUESTS });
