import { useState } from 'react';
import type { Parts } from '../../../../components/edit/merge-versions';
import { PickManySheet } from '../../../../components/pick-many-sheet';
import { Row } from '../../../../components/row';
import type { ClassLedger, LedgerLine } from '../../class-ledger.queries';
import { asIds, asPart, sayStudents } from './rows-as-parts';

interface CategoryRowsProps {
  categories: readonly Pick<ClassLedger['categories'][number], 'key' | 'label'>[];
  lines: readonly LedgerLine[];
  /** Category key → students as one text. */
  initial: Parts;
  onPick(key: string, part: string): void;
}

/** The rows of a form; a tap opens the class to choose from. */
export function CategoryRows({ categories, lines, initial, onPick }: CategoryRowsProps) {
  const [parts, setParts] = useState(initial);
  const [open, setOpen] = useState<{ key: string; label: string } | null>(null);
  const pick = (key: string, ids: string[]) => {
    setParts({ ...parts, [key]: asPart(ids) });
    onPick(key, asPart(ids));
  };
  return (
    <>
      {categories.map(({ key, label }) => (
        <Row
          key={key}
          title={label}
          note={sayStudents(lines, parts[key] ?? '') || '还没有选'}
          onTap={() => setOpen({ key, label })}
        />
      ))}
      {open && (
        <PickManySheet
          title={open.label}
          choices={lines.map(({ studentId, name }) => ({ id: studentId, text: name }))}
          chosenIds={asIds(parts[open.key] ?? '')}
          onPick={(ids) => pick(open.key, ids)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
