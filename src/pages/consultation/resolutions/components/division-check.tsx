import { dayOf, mondayOf } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Failure, sayFailure } from '../../../../components/failure';
import { Screen } from '../../../../components/screen';
import { Skeleton } from '../../../../components/skeleton';
import { showToast } from '../../../../components/toast';
import { goBack } from '../../../../platform/navigate';
import { useWriteId } from '../../../../platform/use-api';
import { type Resolution, useCheckDivision, useResolutions } from '../../consultation.queries';
import { ResolutionRows, resolutionsIn } from './resolution-rows';
import { useResolutionSheet } from './use-resolution-sheet';

/** 督办检查 of a division: what is open, and once nothing waits to be looked at, that it is done. */
export function DivisionCheck({ divisionId }: { divisionId: string }) {
  const list = useResolutions({ of: 'all', divisionId });
  const { sheet, open } = useResolutionSheet(() => void list.refetch());
  const check = useCheckDivision();
  const writeIdOf = useWriteId();
  const { data, error, refetch, hasNextPage } = list;
  const monday = mondayOf(dayOf(new Date()));
  const isSeen = ({ lastCheckOn }: Resolution) => lastCheckOn !== null && lastCheckOn >= monday;
  const resolutions = resolutionsIn(list);
  const waiting = resolutions.filter((one) => !isSeen(one)).length;
  const division = data?.pages[0]?.division;

  const record = () =>
    check.mutate(
      { divisionId, writeId: writeIdOf({ divisionId, monday }) },
      {
        onSuccess() {
          goBack();
          showToast({ text: '督办检查：已记下' });
        },
        onError: (failure) => {
          showToast({ text: sayFailure(failure) });
          void refetch();
        },
      },
    );
  const isDone = data !== undefined && division != null && waiting === 0 && !hasNextPage;
  return (
    <Screen
      sheet={sheet}
      footer={
        isDone ? (
          <Button
            kind="main"
            text={resolutions.length === 0 ? '记下：没有未完成的决议' : '记下：本周都看过了'}
            isBusy={check.isPending}
            onTap={record}
          />
        ) : undefined
      }
    >
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <Card
          title={`${division?.label ?? ''}督办检查`}
          aside={
            resolutions.length > 0 && (waiting > 0 ? `还有 ${waiting} 条没有看` : '本周都看过了')
          }
        >
          {resolutions.length === 0 && <Empty text="这里没有未完成的决议。" />}
          <ResolutionRows list={list} sayMore={(one) => isSeen(one) && '本周已看'} onOpen={open} />
        </Card>
      )}
    </Screen>
  );
}
