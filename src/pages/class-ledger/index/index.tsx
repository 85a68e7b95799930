import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { ChoiceSheet } from '../../../components/choice-sheet';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { PrintSheet } from '../../../sheets/book/print-sheet';
import { type LedgerLine, useClassLedger } from '../class-ledger.queries';
import { CategoriesCard } from './components/categories-card';
import { CopyCard } from './components/copy-card';
import { HeadCards } from './components/head-cards';
import { LineSheet } from './components/line-sheet';
import { LinesCard } from './components/lines-card';
import './index.scss';

/** 班级学情台账: the class as a whole, then student by student. */
export default function ClassLedgerPage() {
  const classId = useRouter().params.classId ?? '';
  const [termId, setTermId] = useState<string | undefined>(undefined);
  const [isChoosingTerm, setIsChoosingTerm] = useState(false);
  const [isPrinting, setIsPrinting] = useState(false);
  const [read, setRead] = useState<LedgerLine | null>(null);
  const ledger = useClassLedger(classId, termId);
  const answer = ledger.data;

  const openLine = (line: LedgerLine) => {
    if (!answer) return;
    if (answer.may.revise) openPage('ledgerEntry', { classId, studentId: line.studentId });
    else if (termId === undefined) openPage('studentFile', { studentId: line.studentId });
    else setRead(line);
  };
  const sheet = (
    <>
      {isChoosingTerm && answer && (
        <ChoiceSheet
          title="选一个学期"
          choices={answer.terms.map(({ id, label, isOver }) => ({
            id,
            text: label,
            note: isOver ? '已结束，只能查看' : '',
          }))}
          chosenId={answer.term.id}
          onChoose={setTermId}
          onClose={() => setIsChoosingTerm(false)}
        />
      )}
      {isPrinting && answer && (
        <PrintSheet
          name="classLedger"
          input={{ classId, termId: answer.term.id }}
          onClose={() => setIsPrinting(false)}
        />
      )}
      {read && answer && (
        <LineSheet line={read} termId={answer.term.id} onClose={() => setRead(null)} />
      )}
    </>
  );

  return (
    <Screen sheet={sheet}>
      <Answered query={ledger} skeleton={<LedgerSkeleton />}>
        {(known) => (
          <>
            <HeadCards
              ledger={known}
              onSwitchTerm={() => setIsChoosingTerm(true)}
              onPrint={() => setIsPrinting(true)}
            />
            {known.copiesFrom && known.may.revise && (
              <CopyCard ledger={known} onCopied={() => void ledger.refetch()} />
            )}
            <CategoriesCard ledger={known} />
            <LinesCard lines={known.lines} onOpen={openLine} />
          </>
        )}
      </Answered>
    </Screen>
  );
}

function LedgerSkeleton() {
  return (
    <>
      <Skeleton rows={1} />
      <Skeleton rows={3} />
      <Skeleton rows={6} />
    </>
  );
}
