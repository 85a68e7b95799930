import { makeClassLedger } from './class-ledger/make-class-ledger';
import type { DocumentKind } from './document-kind';
import { makeStudentFile } from './student-file/make-student-file';

/** Every file that can be asked for. */
export const MAKERS: Readonly<Record<string, DocumentKind>> = {
  classLedger: { action: 'classLedger.export', make: makeClassLedger },
  studentFile: { action: 'studentFile.export', make: makeStudentFile },
};
