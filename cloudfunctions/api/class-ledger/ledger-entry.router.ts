import { termBefore } from '../../../domain/calendar/term';
import { pickFields } from '../../../domain/class-ledger/class-ledger.rules';
import {
  entryIdOf,
  LedgerEntryById,
  type LedgerFields,
  ListLedgerRevisions,
  RecordLedgerContribution,
  ReviseLedgerEntry,
} from '../../../domain/class-ledger/class-ledger.schema';
import { procedure, router } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { termOf } from '../terms';
import { readEntriesOfStudent, readRevisions } from './class-ledger.store';
import { presentStudentLine } from './ledger-view';
import { recordContribution } from './record-contribution';
import { reviseLedgerEntry } from './revise-ledger-entry';

export const ledgerEntryRouter = router({
  byId: procedure('ledgerEntry.read')
    .input(LedgerEntryById)
    .query(async ({ ctx, input: { studentId, termId } }) => {
      const term = termOf(ctx, termId);
      const previousTerm = termBefore(ctx.school.terms, term);
      const termIds = previousTerm ? [term.id, previousTerm.id] : [term.id];
      const [student, entries] = await Promise.all([
        readStudent(studentId),
        readEntriesOfStudent(ctx.school._id, studentId, termIds),
      ]);
      ctx.access.authorize(subjectOfStudent(student));
      if (!student) throw new Error('authorized without a student');
      return presentStudentLine(ctx, { student, term, previousTerm, entries });
    }),

  revise: procedure('ledgerEntry.revise')
    .input(ReviseLedgerEntry)
    .mutation(({ ctx, input }) => reviseLedgerEntry(ctx, input)),
});

export const ledgerContributionRouter = router({
  record: procedure('ledgerContribution.record')
    .input(RecordLedgerContribution)
    .mutation(({ ctx, input }) => recordContribution(ctx, input)),
});

export const ledgerRevisionRouter = router({
  list: procedure('ledgerEntry.read')
    .input(ListLedgerRevisions)
    .query(async ({ ctx, input: { studentId, termId } }) => {
      const [student, revisions] = await Promise.all([
        readStudent(studentId),
        readRevisions(ctx.school._id, entryIdOf(termId, studentId)),
      ]);
      ctx.access.authorize(subjectOfStudent(student));
      return revisions.map(({ rev, fields, writtenByName, writtenAt }) => ({
        rev,
        fields: pickFields(fields as LedgerFields),
        writtenByName,
        writtenAt,
      }));
    }),
});
