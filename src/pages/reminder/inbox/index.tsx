import { Text } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Failure } from '../../../components/failure';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { newId } from '../../../platform/id';
import { openAddress } from '../../../platform/navigate';
import { sayWhen } from '../../../platform/when';
import { type Reminder, useInbox, useSeen } from '../reminder.queries';

/** 提醒: everything that came, newest first, whether WeChat carried it or not. Opening is reading. */
export default function InboxPage() {
  const inbox = useInbox();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = inbox;
  const reminders = data?.pages.flatMap((page) => page.reminders) ?? [];
  useReadOnce(reminders[0]);
  return (
    <Screen>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={5} />}
      {data && reminders.length === 0 && (
        <Empty text="会议、要填的表、快到期的事会提前告诉您，都留在这里。" />
      )}
      {reminders.map((reminder) => (
        <ReminderCard key={reminder.id} reminder={reminder} />
      ))}
      {hasNextPage && (
        <Button text="更早的" isBusy={isFetchingNextPage} onTap={() => void fetchNextPage()} />
      )}
    </Screen>
  );
}

/** Notes that everything up to the newest was seen, once a visit. */
function useReadOnce(newest: Reminder | undefined): void {
  const { mutate } = useSeen();
  const isTold = useRef(false);
  const until = newest?.isNew ? newest.shownAt : null;
  useEffect(() => {
    if (until === null || isTold.current) return;
    isTold.current = true;
    mutate({ writeId: newId(), until });
  }, [until, mutate]);
}

function ReminderCard({ reminder }: { reminder: Reminder }) {
  const { lines, shownAt, isNew, isDigest } = reminder;
  const [first] = lines;
  const title = isDigest ? `今天的 ${lines.length} 件事` : (first?.label ?? '提醒');
  return (
    <Card title={isNew ? `${title} · 新` : title} aside={<Text>{sayWhen(shownAt)}</Text>}>
      {lines.map(({ label, text, page }) => (
        <Row
          key={text}
          title={text}
          note={isDigest ? label : ''}
          onTap={() => openAddress(`/${page}`)}
        />
      ))}
    </Card>
  );
}
