import { useState } from 'react';
import { dayOf, sayDay } from '../../../../domain/calendar/day';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ChoiceSheet } from '../../../components/choice-sheet';
import { Empty } from '../../../components/empty';
import { Failure, sayFailure } from '../../../components/failure';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { Switcher } from '../../../components/switcher';
import { showToast } from '../../../components/toast';
import { openPage } from '../../../platform/navigate';
import { useWriteId } from '../../../platform/use-api';
import { type Summaries, useMakeSummary, useSummaries } from '../summary.queries';

/** 小结和通报 of one place, newest first; the widest within reach to begin with. */
export default function SummariesPage() {
  const [placeId, setPlaceId] = useState<string | null>(null);
  const [open, setOpen] = useState<'places' | 'periods' | null>(null);
  const list = useSummaries(placeId);
  const first = list.data?.pages[0];
  const make = useMake(first);
  const sheet = first && open && (
    <ChoiceSheet
      {...(open === 'places' ? placeChoices(first) : periodChoices(first))}
      onChoose={open === 'places' ? setPlaceId : make.run}
      onClose={() => setOpen(null)}
    />
  );
  const footer = first && first.toMake.length > 0 && (
    <Button kind="main" text="现在汇总" isBusy={make.isPending} onTap={() => setOpen('periods')} />
  );
  return (
    <Screen sheet={sheet} footer={footer}>
      {first?.place && first.places.length > 1 && (
        <Switcher text={first.place.label} label="看哪里" onTap={() => setOpen('places')} />
      )}
      <List list={list} />
    </Screen>
  );
}

const placeChoices = ({ places, place }: Summaries) => ({
  title: '看哪里',
  choices: places.map(({ id, label }) => ({ id, text: label })),
  chosenId: place?.id ?? null,
});

const periodChoices = ({ toMake }: Summaries) => ({
  title: '汇总哪一段',
  choices: toMake.map(({ periodId, label }) => ({ id: periodId, text: label })),
  chosenId: null,
});

/** Counts a period now and opens what came of it. */
function useMake(first: Summaries | undefined) {
  const { mutate, isPending } = useMakeSummary();
  const writeIdOf = useWriteId();
  return {
    isPending,
    run: (periodId: string) => {
      if (!first?.place) return;
      const content = { level: first.place.level, placeId: first.place.id, periodId };
      mutate(
        { ...content, writeId: writeIdOf({ ...content, at: Date.now() }) },
        {
          onSuccess: ({ id }) => openPage('summary', { summaryId: id }),
          onError: (error) => showToast({ text: sayFailure(error) }),
        },
      );
    },
  };
}

function List({ list }: { list: ReturnType<typeof useSummaries> }) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={8} />;
  const today = dayOf(new Date());
  const summaries = data.pages.flatMap((page) => page.summaries);
  return (
    <Card>
      {summaries.length === 0 && (
        <Empty text="每天夜里自动汇总：每周的小结、每月的通报、学期的汇总会出现在这里。" />
      )}
      {summaries.map(({ id, title, to, version, isSigned, signedBy }) => (
        <Row
          key={id}
          title={title}
          note={[
            to < today ? `到${sayDay(to, today)}` : '还在进行',
            isSigned ? `${signedBy}已签发` : '还没有签发',
            version > 1 && `第 ${version} 版`,
          ]
            .filter(Boolean)
            .join(' · ')}
          onTap={() => openPage('summary', { summaryId: id })}
        />
      ))}
      {hasNextPage && (
        <Button
          kind="link"
          text="再看 20 份"
          isBusy={isFetchingNextPage}
          onTap={() => void fetchNextPage()}
        />
      )}
    </Card>
  );
}
