import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { ReasonSheet } from '../../../components/reason-sheet';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { useWriteId } from '../../../platform/use-api';
import { sayDate } from '../../../platform/when';
import { type Pairing, useClassmates, useClosePairing, usePairings } from '../attention.queries';
import { PairSheet } from './components/pair-sheet';

const REASONS = ['目标完成', '换了座位', '想和别的同学一起'];
const MAX_REASON = 60;

/** 手牵手: two students who help one another, for an aim and until a day. */
export default function PairsPage() {
  const { classId = '' } = useRouter().params;
  const pairings = usePairings(classId);
  const classmates = useClassmates(classId);
  const [open, setOpen] = useState<Pairing | 'new' | null>(null);
  const { mutate, isPending, error } = useClosePairing();
  const writeIdOf = useWriteId();
  const refresh = () => void pairings.refetch();
  const shut = () => setOpen(null);
  const end = (pairing: Pairing, reason: string) => {
    const content = { pairingId: pairing.id, reason };
    const onSuccess = () => {
      showToast({ text: '已结束' });
      refresh();
      shut();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  const sheet =
    (open === 'new' && (
      <PairSheet
        classId={classId}
        students={classmates.data?.students ?? []}
        onSaved={refresh}
        onClose={shut}
      />
    )) ||
    (open !== null && open !== 'new' && (
      <ReasonSheet
        title={sayPair(open)}
        notice="结束以后，这段结对仍留在两名学生的成长记录里。"
        usual={REASONS}
        verb="结束结对"
        max={MAX_REASON}
        isBusy={isPending}
        error={error}
        onGive={(reason) => end(open, reason)}
        onClose={shut}
      />
    ));
  return (
    <Screen
      sheet={sheet}
      footer={
        pairings.data?.may.record && (
          <Button kind="main" text="结一对" onTap={() => setOpen('new')} />
        )
      }
    >
      <Answered query={pairings} skeleton={<Skeleton rows={4} />}>
        {({ pairings: all, may }) => (
          <Card title="手牵手">
            {all.length === 0 && <Empty text="两名同学结成对，一起做一件事，会出现在这里。" />}
            {all.map((pairing) => (
              <Row
                key={pairing.id}
                title={sayPair(pairing)}
                note={`${pairing.aim} · ${pairing.ended ? `已结束（${pairing.ended.reason}）` : `到${sayDate(pairing.until)}`}`}
                aside={
                  may.record &&
                  !pairing.ended && (
                    <Button
                      text="结束"
                      label={`结束：${sayPair(pairing)}`}
                      onTap={() => setOpen(pairing)}
                    />
                  )
                }
              />
            ))}
          </Card>
        )}
      </Answered>
    </Screen>
  );
}

const sayPair = ({ students }: Pairing): string => students.map(({ name }) => name).join(' 和 ');
