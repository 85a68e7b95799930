import { NO_FIELDS, pickFields } from '../../../../../domain/class-ledger/class-ledger.rules';
import type { LedgerFields } from '../../../../../domain/class-ledger/class-ledger.schema';
import type { Parts } from '../../../../components/edit/merge-versions';
import { type StandingVersion, useEdit } from '../../../../components/edit/use-edit';
import { QUEUED } from '../../../../platform/outbox/outbox';
import { rememberLine } from '../../../../sheets/ledger-contribution/remember-line';
import { type StudentLine, useReviseLedgerEntry } from '../../class-ledger.queries';

/** The edit of a student's line. Words carried over from last term stand in it to be confirmed. */
export function useEntryEdit(entry: StudentLine, isCarriedOver: boolean) {
  const { student, term, line, lastTerm } = entry;
  const draftKey = `ledgerEntry:${term.id}:${student.id}`;
  const { mutateAsync } = useReviseLedgerEntry(entry, draftKey);
  return useEdit({
    draftKey,
    stored: { rev: line.rev, parts: line.fields ?? NO_FIELDS },
    proposed: isCarriedOver ? lastTerm?.fields : undefined,
    async send(parts, rev, writeId) {
      const fields = pickFields({ ...NO_FIELDS, ...(parts as Parts & LedgerFields) });
      const ids = { studentId: student.id, termId: term.id };
      const saved = await mutateAsync({ ...ids, ...fields, rev, writeId });
      if (saved !== QUEUED) rememberLine(student.id, saved);
      return saved;
    },
    standing: standingLine,
    savedText: `${student.name}：已保存`,
  });
}

function standingLine(data: unknown): StandingVersion {
  const line = data as StudentLine['line'];
  return {
    rev: line.rev,
    parts: line.fields ?? NO_FIELDS,
    byName: line.updatedByName ?? '别的老师',
  };
}
