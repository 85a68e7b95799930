import {
  CloseCorrectionRequest,
  ListCorrectionRequests,
  RecordCorrectionRequest,
} from '../../../domain/correction-request/correction-request.schema';
import { z } from '../../../domain/schema';
import { procedure, router } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { readOpenRequests, readRequestsOf } from './correction-request.store';
import { closeRequest, presentRequest, recordRequest } from './write-requests';

export const correctionRequestRouter = router({
  list: procedure('correctionRequest.read')
    .input(ListCorrectionRequests)
    .query(async ({ ctx, input: { studentId } }) => {
      const [student, requests] = await Promise.all([
        readStudent(studentId),
        readRequestsOf(ctx.school._id, studentId),
      ]);
      const subject = subjectOfStudent(student);
      ctx.access.authorize(subject);
      return {
        requests: requests.map(presentRequest),
        may: {
          record: subject !== null && ctx.access.may('correctionRequest.record', subject),
          close: subject !== null && ctx.access.may('correctionRequest.close', subject),
        },
      };
    }),

  record: procedure('correctionRequest.record')
    .input(RecordCorrectionRequest)
    .mutation(({ ctx, input }) => recordRequest(ctx, input)),

  close: procedure('correctionRequest.close')
    .input(CloseCorrectionRequest)
    .mutation(({ ctx, input }) => closeRequest(ctx, input)),
});

/** What waits for the caller's answer; goes in the call of 今天. */
export const correctionDutyRouter = router({
  list: procedure('today.read')
    .input(z.optional(z.strictObject({})))
    .query(async ({ ctx }) => {
      const { access, school, member } = ctx;
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
    }),
});
