import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '../../../components/card';
import { Chip, Chips } from '../../../components/chip';
import { Empty } from '../../../components/empty';
import { Failure } from '../../../components/failure';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { type Resolution, useResolutions } from '../consultation.queries';
import { DivisionCheck } from './components/division-check';
import { ResolutionRows, resolutionsIn } from './components/resolution-rows';
import { useResolutionSheet } from './components/use-resolution-sheet';

const VIEWS = { mine: '我的', late: '晚了的', all: '全部' } as const;
type View = keyof typeof VIEWS;
const EMPTY: Record<View, string> = {
  mine: '会上交给您的事会出现在这里。',
  late: '没有晚了的决议。',
  all: '会上定下、还没有做完的事会出现在这里。',
};

/** 决议: one's own, what is late, and everything within reach; or a division's, to be checked. */
export default function ResolutionsPage() {
  const { divisionId } = useRouter().params;
  return divisionId === undefined ? <Resolutions /> : <DivisionCheck divisionId={divisionId} />;
}

function Resolutions() {
  const [view, setView] = useState<View>('mine');
  const list = useResolutions({ of: view });
  const { sheet, open } = useResolutionSheet(() => void list.refetch());
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
      <List key={view} view={view} list={list} onOpen={open} />
    </Screen>
  );
}

interface ListProps {
  view: View;
  list: ReturnType<typeof useResolutions>;
  onOpen(resolution: Resolution): void;
}

function List({ view, list, onOpen }: ListProps) {
  const { data, error, refetch } = list;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={6} />;
  return (
    <Card>
      {resolutionsIn(list).length === 0 && <Empty text={EMPTY[view]} />}
      <ResolutionRows list={list} onOpen={onOpen} />
    </Card>
  );
}
