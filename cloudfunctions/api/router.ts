/** The contents page: everything that phones can call. */
import * as attention from './attention/attention.router';
import { auditRouter } from './audit/audit.router';
import { bookRouter } from './book/book.router';
import { classLedgerRouter, ledgerCategoryRouter } from './class-ledger/class-ledger.router';
import {
  ledgerContributionRouter,
  ledgerEntryRouter,
  ledgerRevisionRouter,
} from './class-ledger/ledger-entry.router';
import { classWorkRouters } from './class-work/class-work.router';
import * as meetings from './consultation/consultation.router';
import { afterMeetingRouters } from './consultation/resolution.router';
import { correctionRequestRouter } from './correction-request/correction-request.router';
import { careDutyRouter, familyVoiceDutyRouter } from './duty.router';
import { setUpRouter } from './first-run/first-run.router';
import {
  healthAcknowledgementRouter,
  healthConditionRouter,
} from './health-register/health-register.router';
import * as cards from './heart-to-heart-card/heart-to-heart-card.router';
import * as visits from './home-visit/home-visit.router';
import {
  interactionCodeRouter,
  interactionSlipRouter,
} from './interaction-form/interaction-code.router';
import * as forms from './interaction-form/interaction-form.router';
import { joiningRouters } from './joining/joining.router';
import { leaderRouter } from './leader/leader.router';
import { leavingRouters } from './leaving/leaving.router';
import { meRouter } from './me/me.router';
import {
  menteeRouter,
  mentoringSettingRouter,
  mentorshipRouter,
} from './mentoring/mentoring.router';
import { photoUploadRouter } from './photo-upload/photo-upload.router';
import { router } from './procedure';
import { regulationRouter } from './regulation/regulation.router';
import * as reminders from './reminder/reminder.router';
import { retentionRouter } from './retention/retention.router';
import { rosterRouters } from './roster/roster.router';
import { schoolCalendarRouter } from './school-calendar/school-calendar.router';
import * as structure from './school-structure/school-structure.router';
import * as screening from './screening/screening.router';
import { sealedNoteRouter } from './sealed-note/sealed-note.router';
import { settingRouter } from './setting/setting.router';
import { staffRouter } from './staff/staff.router';
import { studentRouter } from './student/student.router';
import {
  summaryCardRouter,
  summaryCorrectionRouter,
  summaryRouter,
} from './summary/summary.router';
import { talkRouter, unseenRouter } from './talk/talk.router';
import { termPlanRouter } from './term-plan/term-plan.router';
import { timelineRouter } from './timeline/timeline.router';
import { todayRouter } from './today/today.router';

export const appRouter = router({
  me: meRouter,
  today: todayRouter,
  careDuty: careDutyRouter,
  familyVoiceDuty: familyVoiceDutyRouter,
  student: studentRouter,
  timeline: timelineRouter,
  heartToHeartCode: cards.heartToHeartCodeRouter,
  heartToHeartCard: cards.heartToHeartCardRouter,
  heartToHeartReceipt: cards.heartToHeartReceiptRouter,
  correctionRequest: correctionRequestRouter,
  classLedger: classLedgerRouter,
  ledgerEntry: ledgerEntryRouter,
  ledgerContribution: ledgerContributionRouter,
  ledgerRevision: ledgerRevisionRouter,
  ledgerCategory: ledgerCategoryRouter,
  sealedNote: sealedNoteRouter,
  homeVisit: visits.homeVisitRouter,
  homeVisitForm: visits.homeVisitFormRouter,
  homeVisitDuty: visits.homeVisitDutyRouter,
  homeVisitPhoto: visits.homeVisitPhotoRouter,
  interactionForm: forms.interactionFormRouter,
  interactionCampaign: forms.interactionCampaignRouter,
  interactionProgress: forms.interactionProgressRouter,
  interactionRecord: forms.interactionRecordRouter,
  interactionPhoto: forms.interactionPhotoRouter,
  interactionTally: forms.interactionTallyRouter,
  interactionText: forms.interactionTextRouter,
  interactionTheme: forms.interactionThemeRouter,
  interactionDuty: forms.interactionDutyRouter,
  interactionCode: interactionCodeRouter,
  interactionSlip: interactionSlipRouter,
  schoolPart: forms.schoolPartRouter,
  mentee: menteeRouter,
  mentorship: mentorshipRouter,
  mentoringSetting: mentoringSettingRouter,
  talk: talkRouter,
  unseen: unseenRouter,
  attentionCase: attention.attentionCaseRouter,
  attentionForm: attention.attentionFormRouter,
  attentionFollowUp: attention.attentionFollowUpRouter,
  attentionSponsor: attention.attentionSponsorRouter,
  attentionCategory: attention.attentionCategoryRouter,
  peerPairing: attention.peerPairingRouter,
  healthCondition: healthConditionRouter,
  healthAcknowledgement: healthAcknowledgementRouter,
  screeningRound: screening.screeningRoundRouter,
  screeningSheet: screening.screeningSheetRouter,
  screeningFinding: screening.screeningFindingRouter,
  schoolCalendar: schoolCalendarRouter,
  regulation: regulationRouter,
  setting: settingRouter,
  audit: auditRouter,
  retention: retentionRouter,
  consultation: meetings.consultationRouter,
  consultationForm: meetings.consultationFormRouter,
  consultationAgenda: meetings.consultationAgendaRouter,
  consultationTopic: meetings.consultationTopicRouter,
  consultationApproval: meetings.consultationApprovalRouter,
  consultationPreparation: meetings.consultationPreparationRouter,
  consultationAttendance: meetings.consultationAttendanceRouter,
  consultationItem: meetings.consultationItemRouter,
  consultationReport: meetings.consultationReportRouter,
  consultationDissent: meetings.consultationDissentRouter,
  ...afterMeetingRouters,
  photoUpload: photoUploadRouter,
  termPlan: termPlanRouter,
  ...classWorkRouters,
  summary: summaryRouter,
  summaryCorrection: summaryCorrectionRouter,
  summaryCard: summaryCardRouter,
  leader: leaderRouter,
  reminder: reminders.reminderRouter,
  subscribeCredit: reminders.subscribeCreditRouter,
  unreached: reminders.unreachedRouter,
  reminderSetting: reminders.reminderSettingRouter,
  setUp: setUpRouter,
  book: bookRouter,
  ...rosterRouters,
  school: structure.schoolRouter,
  schoolClass: structure.schoolClassRouter,
  phoneJoining: structure.phoneJoiningRouter,
  staff: staffRouter,
  ...leavingRouters,
  ...joiningRouters,
});

export type AppRouter = typeof appRouter;
