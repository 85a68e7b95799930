import { Answered } from '../../../../components/answered';
import { Empty } from '../../../../components/empty';
import { Sheet } from '../../../../components/sheet';
import { type LedgerLine, useLedgerEntry } from '../../class-ledger.queries';
import { FieldsText } from '../../components/fields-text';

interface LineSheetProps {
  line: LedgerLine;
  termId: string;
  onClose(): void;
}

/** A student's line of an earlier term, to read. */
export function LineSheet({ line, termId, onClose }: LineSheetProps) {
  const entry = useLedgerEntry(line.studentId, termId);
  return (
    <Sheet title={line.name} onClose={onClose}>
      <Answered query={entry}>
        {({ line: { fields } }) =>
          fields ? <FieldsText fields={fields} /> : <Empty text="那个学期没有写。" />
        }
      </Answered>
    </Sheet>
  );
}
