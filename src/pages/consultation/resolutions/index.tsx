import { useState } from 'react';
import { monthAndDay } from '../../../../domain/calendar/day';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip, Chips } from '../../../components/chip';
import { Empty } from '../../../components/empty';
import { Failure } from '../../../components/failure';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { type Resolution, useResolutions } from '../consultation.queries';
import { ResolutionSheet } from './components/resolution-sheet';

const VIEWS = { mine: '我的', late: '晚了的', all: '全部' } as const;
type View = keyof typeof VIEWS;
const EMPTY: Record<View, string> = {
  mine: '会上交给您的事会出现在这里。',
  late: '没有晚了的决议。',
  all: '会上定下、还没有做完的事会出现在这里。',
};

/** 决议: one's own, what is late, and everything within reach; the nearest day first. */
export default function ResolutionsPage() {
  const [view, setView] = useState<View>('mine');
  const [chosen, setChosen] = useState<Resolution | null>(null);
  const list = useResolutions(view);
  const sheet = chosen && (
    <ResolutionSheet
      resolution={chosen}
      onSaved={() => void list.refetch()}
      onClose={() => setChosen(null)}
    />
  );
  return (
    <Screen sheet={sheet}>
      <Chips>
        {(Object.keys(VIEWS) as View[]).map((key) => (
          <Chip
            key={key}
            role="radio"
            text={VIEWS[key]}
            isChosen={key === view}
            onTap={() => setView(key)}
          />
        ))}
      </Chips>
      <List key={view} view={view} list={list} onOpen={setChosen} />
    </Screen>
  );
}

interface ListProps {
  view: View;
  list: ReturnType<typeof useResolutions>;
  onOpen(resolution: Resolution): void;
}

function List({ view, list, onOpen }: ListProps) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={6} />;
  const resolutions = data.pages.flatMap((page) => page.resolutions);
  return (
    <Card>
      {resolutions.length === 0 && <Empty text={EMPTY[view]} />}
      {resolutions.map((resolution) => {
        const { id, what, student, placeLabel, owner, dueOn, isLate } = resolution;
        return (
          <Row
            key={id}
            title={[student?.name, what].filter(Boolean).join('：')}
            note={`${placeLabel} · ${owner} · ${monthAndDay(dueOn)}${isLate ? '到期，晚了' : '看'}`}
            onTap={() => onOpen(resolution)}
          />
        );
      })}
      {hasNextPage && (
        <Button
          kind="link"
          text="再看 30 条"
          isBusy={isFetchingNextPage}
          onTap={() => void fetchNextPage()}
        />
      )}
    </Card>
  );
}
