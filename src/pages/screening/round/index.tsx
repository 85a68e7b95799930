import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Progress } from '../../../components/segments';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { openPage } from '../../../platform/navigate';
import { sayDate, sayWhen } from '../../../platform/when';
import { type Round, useCloseRound, useRound, useSignOffSheets } from '../screening.queries';

const STATUSES = { open: '在填', submitted: '已交，待级部确认', confirmed: '级部已确认' } as const;

/** 排查进度: the proof that nobody was missed, class by class. */
export default function RoundPage() {
  const { roundId = '' } = useRouter().params;
  const round = useRound(roundId);
  const signOff = useSignOffSheets();
  const close = useCloseRound();

  const settle = async (work: () => Promise<unknown>, text: string) => {
    try {
      await work();
      showToast({ text });
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
    await round.refetch();
  };
  const waiting = round.data?.classes.filter(({ maySignOff }) => maySignOff) ?? [];
  const confirm = (classIds: string[]) =>
    void settle(
      () => signOff.mutateAsync({ roundId, classIds, writeId: newId() }),
      `已确认 ${classIds.length} 个班`,
    );
  const end = () =>
    void settle(() => close.mutateAsync({ roundId, note: '', writeId: newId() }), '学校已确认');

  return (
    <Screen
      footer={
        (waiting.length > 0 && (
          <Button
            kind="main"
            text={`确认交来的 ${waiting.length} 个班`}
            isBusy={signOff.isPending}
            onTap={() => confirm(waiting.map(({ classId }) => classId))}
          />
        )) ||
        (round.data?.may.close && (
          <Button kind="main" text="学校确认" isBusy={close.isPending} onTap={end} />
        ))
      }
    >
      <Answered query={round} skeleton={<Skeleton rows={6} />}>
        {(known) => (
          <>
            <Whole round={known} />
            <Card title="各班" aside="少的在前">
              {known.classes.length === 0 && <Empty text="您负责的班级会出现在这里。" />}
              {known.classes.map((one) => (
                <Row
                  key={one.classId}
                  title={one.label}
                  note={[
                    `看到 ${one.ticked}/${one.of}`,
                    one.findings > 0 && `${one.findings} 人有情况`,
                    one.ticked === 0 ? '还没有开始' : STATUSES[one.status],
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  onTap={() => openPage('screeningSheet', { roundId, classId: one.classId })}
                />
              ))}
            </Card>
          </>
        )}
      </Answered>
    </Screen>
  );
}

function Whole({ round }: { round: Round }) {
  const { title, students, ticked, findings, unconfirmed, closing, isOpen, dueOn } = round;
  return (
    <Card title={title} aside={`${ticked}/${students}`}>
      <Progress done={ticked} of={students} />
      <Notice
        text={
          closing
            ? `${closing.byName}${sayWhen(closing.at)}代表学校确认：看到 ${closing.students} 人，一个不漏。`
            : [
                isOpen && `请在${sayDate(dueOn)}前完成`,
                findings > 0 && `${findings} 人有情况`,
                unconfirmed > 0 ? `还有 ${unconfirmed} 个班没有确认` : '各班都已确认',
              ]
                .filter(Boolean)
                .join(' · ')
        }
      />
    </Card>
  );
}
