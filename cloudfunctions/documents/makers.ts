import type { Action } from '../../domain/access/permissions';
import type { Access } from '../kernel/access';
import type { Identified } from '../kernel/identity';
import { makeClassLedger } from './class-ledger/make-class-ledger';
import { makeStudentFile } from './student-file/make-student-file';

export type Maker = Identified & { access: Access };

/** A kind of file: its row of the permission table, and how it is made. */
export interface DocumentKind {
  action: Action;
  /** Parses its own input, asks for rights, and answers with the file. */
  make(ctx: Maker, input: unknown): Promise<{ name: string; content: Buffer }>;
}

/** Every file that can be asked for. */
export const MAKERS: Readonly<Record<string, DocumentKind>> = {
  classLedger: { action: 'classLedger.export', make: makeClassLedger },
  studentFile: { action: 'studentFile.export', make: makeStudentFile },
};
