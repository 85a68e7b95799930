import {
  CloseCorrectionRequest,
  ListCorrectionRequests,
  RecordCorrectionRequest,
} from '../../../domain/correction-request/correction-request.schema';
import { procedure, router } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { readRequestsOf } from './correction-request.store';
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
