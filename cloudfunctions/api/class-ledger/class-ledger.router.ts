import { termBefore } from '../../../domain/calendar/term';
import {
  ClassLedgerById,
  RecordClassLedger,
  ReviseClassLedger,
} from '../../../domain/class-ledger/class-ledger.schema';
import { ReviseLedgerCategories } from '../../../domain/school/ledger-category.schema';
import { procedure, router } from '../procedure';
import { readClass, readClassStudents, subjectOfClass } from '../roster.store';
import { termOf } from '../terms';
import { readEntriesOfClass, readLedger } from './class-ledger.store';
import { presentClassLedger } from './ledger-view';
import { recordClassLedger } from './record-class-ledger';
import { reviseClassLedger } from './revise-class-ledger';
import { reviseLedgerCategories } from './revise-ledger-categories';

export const classLedgerRouter = router({
  byId: procedure('classLedger.read')
    .input(ClassLedgerById)
    .query(async ({ ctx, input }) => {
      const { school, access } = ctx;
      const term = termOf(ctx, input.termId);
      const previousTerm = termBefore(school.terms, term);
      const termIds = previousTerm ? [term.id, previousTerm.id] : [term.id];
      const [schoolClass, ledger, roster, entries] = await Promise.all([
        readClass(input.classId),
        readLedger(term.id, input.classId),
        readClassStudents(school._id, input.classId),
        readEntriesOfClass(school._id, input.classId, termIds),
      ]);
      access.authorize(subjectOfClass(schoolClass));
      if (!schoolClass) throw new Error('authorized without a class');
      return presentClassLedger(ctx, { schoolClass, term, previousTerm, ledger, roster, entries });
    }),

  record: procedure('classLedger.revise')
    .input(RecordClassLedger)
    .mutation(({ ctx, input }) => recordClassLedger(ctx, input)),

  revise: procedure('classLedger.revise')
    .input(ReviseClassLedger)
    .mutation(({ ctx, input }) => reviseClassLedger(ctx, input)),
});

export const ledgerCategoryRouter = router({
  list: procedure('ledgerCategory.revise').query(({ ctx }) => {
    ctx.access.authorize({ schoolId: ctx.school._id });
    return { rev: ctx.school.rev, categories: ctx.school.ledgerCategories };
  }),

  revise: procedure('ledgerCategory.revise')
    .input(ReviseLedgerCategories)
    .mutation(({ ctx, input }) => reviseLedgerCategories(ctx, input)),
});
