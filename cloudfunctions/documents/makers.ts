import { bookKind } from './book-kind';
import { makeCheckList } from './check-list/check-list-pages';
import { makeClassLedger } from './class-ledger/class-ledger-pages';
import { makeConsultationBook } from './consultation/consultation-pages';
import { makeMinutes } from './consultation/minutes-pages';
import type { DocumentKind } from './document-kind';
import { makeHomeVisitForms } from './home-visit/home-visit-pages';
import { makeFamilyActivities } from './interaction-form/family-activity-pages';
import { makeMonthlyReport } from './monthly-report/monthly-report-pages';
import { makeRoster } from './roster/make-roster';
import { makeRosterTemplate } from './roster/make-template';
import { makeStudentFile } from './student-file/student-file-pages';
import { makeSummaryPages } from './summary/summary-pages';
import { makeMentorNotes } from './talk/mentor-notes-pages';
import { makeTermPlan } from './term-plan/term-plan-pages';

/** Every file that can be asked for. */
export const MAKERS: Readonly<Record<string, DocumentKind>> = {
  checkList: bookKind('checkList.export', makeCheckList),
  classLedger: bookKind('classLedger.export', makeClassLedger),
  consultationBook: bookKind('consultation.export', makeConsultationBook),
  familyActivities: bookKind('interactionRecord.export', makeFamilyActivities),
  homeVisitForms: bookKind('homeVisit.export', makeHomeVisitForms),
  mentorNotes: bookKind('talk.export', makeMentorNotes),
  minutes: bookKind('consultation.export', makeMinutes),
  monthlyReport: bookKind('monthlyReport.export', makeMonthlyReport),
  roster: { action: 'roster.export', make: makeRoster },
  rosterTemplate: { action: 'rosterImport.record', make: makeRosterTemplate },
  studentFile: bookKind('studentFile.export', makeStudentFile),
  summary: bookKind('summary.export', makeSummaryPages),
  termPlan: bookKind('termPlan.export', makeTermPlan),
};
