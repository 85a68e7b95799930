import { bookKind } from './book-kind';
import { makeClassLedger } from './class-ledger/class-ledger-pages';
import { makeConsultationBook } from './consultation/consultation-pages';
import { makeMinutes } from './consultation/minutes-pages';
import type { DocumentKind } from './document-kind';
import { makeHomeVisitForms } from './home-visit/home-visit-pages';
import { makeStudentFile } from './student-file/student-file-pages';

/** Every file that can be asked for. */
export const MAKERS: Readonly<Record<string, DocumentKind>> = {
  classLedger: bookKind('classLedger.export', makeClassLedger),
  consultationBook: bookKind('consultation.export', makeConsultationBook),
  minutes: bookKind('consultation.export', makeMinutes),
  homeVisitForms: bookKind('homeVisit.export', makeHomeVisitForms),
  studentFile: bookKind('studentFile.export', makeStudentFile),
};
