import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Failure } from '../../../components/failure';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { sayWhen } from '../../../platform/when';
import { type Card as HandedCard, useCards } from '../heart-to-heart-card.queries';
import { CardSheet } from './components/card-sheet';

/** 收到的连心卡: who wrote and when; the words are behind a tap, and every opening is recorded. */
export default function CardsPage() {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useCards();
  const [opened, setOpened] = useState<string | null>(null);
  const cards = data?.pages.flatMap((page) => page.items) ?? [];
  const close = () => {
    setOpened(null);
    void refetch();
  };
  return (
    <Screen sheet={opened !== null && <CardSheet cardId={opened} onClose={close} />}>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={5} />}
      {data && (
        <Card title="连心卡">
          {cards.map((card) => (
            <Row
              key={card.id}
              title={card.studentName ?? '没有署名'}
              note={sayState(card)}
              onTap={() => setOpened(card.id)}
            />
          ))}
          {cards.length === 0 && <Empty text="学生交来的连心卡会出现在这里，只有您看得到。" />}
          {hasNextPage && (
            <Button
              kind="link"
              text="看更早的"
              isBusy={isFetchingNextPage}
              onTap={() => void fetchNextPage()}
            />
          )}
        </Card>
      )}
    </Screen>
  );
}

const sayState = ({ at, isUrgent, isOpened, isAnswered }: HandedCard): string =>
  [
    isUrgent && '请马上看',
    sayWhen(at),
    isAnswered ? '已回复' : isOpened ? '看过，还没有回复' : '还没有打开',
  ]
    .filter(Boolean)
    .join(' · ');
