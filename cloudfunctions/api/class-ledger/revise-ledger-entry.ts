import { isWritten, pickFields } from '../../../domain/class-ledger/class-ledger.rules';
import {
  type ClassLedger,
  entryIdOf,
  type LedgerEntry,
  ledgerIdOf,
  type ReviseLedgerEntry,
} from '../../../domain/class-ledger/class-ledger.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { settle, unsettle } from '../../kernel/settle';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import { newEntry, newLedger } from '../ledger-documents';
import type { Caller } from '../procedure';
import { readClass } from '../roster.store';
import { studentToWrite } from '../student-to-write';
import { openTermOf } from '../terms';
import { isStored, refuseStale, revisionOf } from '../write';
import { presentEntry } from './ledger-view';

/**
 * Keep the ledger's count of written lines; a first line begins the ledger. Each line settles the
 * duty towards its student, the last one that of the class (S4-206).
 */
async function countLine(
  tx: Transaction,
  ctx: Caller,
  entry: LedgerEntry,
  change: 1 | -1,
  whole: number,
) {
  const { _id, studentId, classId, divisionId, termId } = entry;
  const before = await tx.get<ClassLedger>('classLedgers', ledgerIdOf(termId, classId));
  const ledger = before ?? newLedger(ctx, { _id: classId, divisionId }, termId);
  const writtenLines = ledger.writtenLines + change;
  await tx.put('classLedgers', { ...ledger, writtenLines });
  const of = { on: ctx.today, classId, divisionId };
  const count = change === 1 ? settle : unsettle;
  await count(tx, ctx, { ...of, kind: 'ledgerEntry', studentId, refId: _id });
  if (Math.max(writtenLines, ledger.writtenLines) >= whole) {
    const isWhole = writtenLines >= whole;
    await (isWhole ? settle : unsettle)(tx, ctx, { ...of, kind: 'classLedger', refId: ledger._id });
  }
}

/** Write a student's line (S4-206, S4-255, S4-278). The sealed part is another procedure. */
export async function reviseLedgerEntry(ctx: Caller, input: z.infer<typeof ReviseLedgerEntry>) {
  const { termId, studentId, writeId } = input;
  openTermOf(ctx, termId);
  const { student, why } = await studentToWrite(ctx, studentId);
  const schoolClass = await readClass(student.classId);
  const fields = pickFields(input);

  return inTransaction(async (tx) => {
    const before = await tx.get<LedgerEntry>('ledgerEntries', entryIdOf(termId, studentId));
    if (before && (await isStored(tx, 'revisions', before, input))) {
      return presentEntry(ctx, before);
    }
    refuseStale(before, input, (current) => presentEntry(ctx, current));

    const base = before ?? newEntry(ctx, student, termId);
    const after: LedgerEntry = {
      ...base,
      ...changedStamps(base, ctx),
      ...fields,
      lastWriteId: writeId,
    };
    if (base.rev > 0) await tx.put('revisions', revisionOf(base, pickFields(base), ctx));
    await tx.put('ledgerEntries', after);
    const change = Number(isWritten(after)) - Number(isWritten(base));
    if (change === 1 || change === -1) {
      await countLine(tx, ctx, after, change, schoolClass?.studentCount ?? 0);
    }
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'ledgerEntry.revise',
        collection: 'ledgerEntries',
        documentId: after._id,
        studentId,
        why,
      }),
    );
    return presentEntry(ctx, after);
  });
}
