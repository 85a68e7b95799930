import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useClassLedger, useLedgerEntry } from '../class-ledger.queries';
import { EntryForm } from './components/entry-form';

/** 写台账: one student's line, and from there to the next student of the class. */
export default function LedgerEntryPage() {
  const { classId = '', studentId: first = '' } = useRouter().params;
  const [studentId, setStudentId] = useState(first);
  // Both go in one call: the class gives the order of names, and whether words are carried over.
  const ledger = useClassLedger(classId);
  const entry = useLedgerEntry(studentId);

  if (ledger.data && entry.data) {
    return (
      <EntryForm
        key={studentId}
        entry={entry.data}
        lines={ledger.data.lines}
        onGoTo={setStudentId}
      />
    );
  }
  return (
    <Screen>
      <Answered query={entry} skeleton={<Skeleton rows={6} />}>
        {() => (
          <Answered query={ledger} skeleton={<Skeleton rows={6} />}>
            {() => null}
          </Answered>
        )}
      </Answered>
    </Screen>
  );
}
