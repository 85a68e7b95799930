import {
  MonthlyReportOf,
  SubmitMonthlyReport,
} from '../../../domain/consultation/monthly-report.schema';
import {
  CheckResolution,
  ListResolutions,
  RecordCheck,
  RecordProgress,
  ReviewResolution,
} from '../../../domain/consultation/resolution.schema';
import { z } from '../../../domain/schema';
import { procedure, router } from '../procedure';
import { listSignOffs } from './list-consultations';
import { listMeetingDuties } from './list-meeting-duties';
import { monthlyReportById, submitMonthlyReport } from './monthly-report';
import {
  checkResolution,
  listResolutions,
  recordProgress,
  reviewResolution,
} from './resolution-verbs';
import { recordCheck } from './weekly-check';

const consultationSignOff = router({
  list: procedure('consultation.signOff')
    .input(z.optional(z.strictObject({})))
    .query(({ ctx }) => listSignOffs(ctx)),
});

const resolution = router({
  list: procedure('resolution.read')
    .input(ListResolutions)
    .query(({ ctx, input }) => listResolutions(ctx, input)),

  record: procedure('resolution.record')
    .input(RecordProgress)
    .mutation(({ ctx, input }) => recordProgress(ctx, input)),

  /** What a later meeting says of it. */
  revise: procedure('consultation.record')
    .input(ReviewResolution)
    .mutation(({ ctx, input }) => reviewResolution(ctx, input)),

  signOff: procedure('resolution.signOff')
    .input(CheckResolution)
    .mutation(({ ctx, input }) => checkResolution(ctx, input)),
});

/** 没有未完成的决议: said once a week of a division. */
const resolutionCheck = router({
  record: procedure('resolution.signOff')
    .input(RecordCheck)
    .mutation(({ ctx, input }) => recordCheck(ctx, input)),
});

/** What 今天 asks: the school's rules, one's meetings and one's resolutions. */
const meetingDuty = router({
  list: procedure('today.read')
    .input(z.optional(z.strictObject({})))
    .query(({ ctx }) => listMeetingDuties(ctx)),
});

/** The chain of reports: a class's, a division's, the school's. */
const monthlyReport = router({
  byId: procedure('monthlyReport.read')
    .input(MonthlyReportOf)
    .query(({ ctx, input }) => monthlyReportById(ctx, input)),

  submit: procedure('monthlyReport.submit')
    .input(SubmitMonthlyReport)
    .mutation(({ ctx, input }) => submitMonthlyReport(ctx, input)),
});

/** What follows meetings, by the names under which phones call it. */
export const afterMeetingRouters = {
  ...{ consultationSignOff, resolution, resolutionCheck, meetingDuty, monthlyReport },
};
