import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { sayFailure } from '../../../components/failure';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { QUEUED, WAITS_FOR_NETWORK } from '../../../platform/outbox/outbox';
import {
  type Sheet,
  type SheetStudent,
  useSheet,
  useSignOffSheets,
  useSubmitSheet,
  useTick,
} from '../screening.queries';
import { FindingSheet } from './components/finding-sheet';
import { SheetCards } from './components/sheet-cards';

/** 排查表: every student of the class is looked at; what is seen of one is sealed. */
export default function SheetPage() {
  const { roundId = '', classId = '' } = useRouter().params;
  const sheet = useSheet(roundId, classId);
  const tick = useTick();
  const submit = useSubmitSheet();
  const signOff = useSignOffSheets();
  const [found, setFound] = useState<SheetStudent | null>(null);
  const at = { roundId, classId };

  const settle = async (work: () => Promise<unknown>, text: string, undo?: () => void) => {
    try {
      const answer = await work();
      if (answer === QUEUED) return showToast({ text: WAITS_FOR_NETWORK });
      showToast({ text, ...(undo && { action: { text: '撤销', onTap: undo } }) });
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
    return void sheet.refetch();
  };
  const mark = (students: string[] | 'rest', state: 'same' | null) =>
    tick.mutateAsync({ ...at, students, state, writeId: newId() });
  const takeBack = (ids: string[]) => void settle(() => mark(ids, null), '已撤销');
  const markRest = (known: Sheet) => {
    const ids = known.students.filter(({ state }) => state === null).map((one) => one.studentId);
    void settle(
      () => mark('rest', 'same'),
      `其余 ${ids.length} 人记为无变化`,
      () => takeBack(ids),
    );
  };
  const hand = (isSubmitted: boolean) =>
    settle(
      () => submit.mutateAsync({ ...at, isSubmitted, writeId: newId() }),
      isSubmitted ? '已交给级部' : '已收回',
      isSubmitted ? () => void hand(false) : undefined,
    );

  const known = sheet.data;
  const footer = known && (
    <Footer
      sheet={known}
      isBusy={tick.isPending || submit.isPending || signOff.isPending}
      onRest={() => markRest(known)}
      onHand={(isSubmitted) => void hand(isSubmitted)}
      onSignOff={() =>
        void settle(
          () => signOff.mutateAsync({ roundId, classIds: [classId], writeId: newId() }),
          '级部已确认',
        )
      }
    />
  );
  return (
    <Screen
      footer={footer}
      sheet={
        found && (
          <FindingSheet
            {...at}
            student={found}
            onSaved={() => void sheet.refetch()}
            onClose={() => setFound(null)}
          />
        )
      }
    >
      <Answered query={sheet} skeleton={<Skeleton rows={10} />}>
        {(answer) => (
          <SheetCards
            sheet={answer}
            onSame={({ studentId, name }) =>
              void settle(
                () => mark([studentId], 'same'),
                `${name}：无变化`,
                () => takeBack([studentId]),
              )
            }
            onTakeBack={({ studentId }) => takeBack([studentId])}
            onFound={setFound}
          />
        )}
      </Answered>
    </Screen>
  );
}

interface FooterProps {
  sheet: Sheet;
  isBusy: boolean;
  onRest(): void;
  onHand(isSubmitted: boolean): void;
  onSignOff(): void;
}

/** The one thing to do next: tick the rest, hand in, take back, or confirm. */
function Footer({ sheet, isBusy, onRest, onHand, onSignOff }: FooterProps) {
  const { may, status, unticked } = sheet;
  if (may.tick && unticked.length > 0) {
    const text = `其余 ${unticked.length} 人无变化`;
    return <Button kind="main" text={text} isBusy={isBusy} onTap={onRest} />;
  }
  if (may.signOff) {
    return <Button kind="main" text="级部确认" isBusy={isBusy} onTap={onSignOff} />;
  }
  if (!may.submit) return null;
  return status === 'open' ? (
    <Button kind="main" text="交给级部" isBusy={isBusy} onTap={() => onHand(true)} />
  ) : (
    <Button text="收回修改" isBusy={isBusy} onTap={() => onHand(false)} />
  );
}
