import { useState } from 'react';
import { TIMELINE_KINDS, type TimelineKind } from '../../../../../domain/timeline/timeline.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { ChoiceSheet } from '../../../../components/choice-sheet';
import { Empty } from '../../../../components/empty';
import { Failure } from '../../../../components/failure';
import { Skeleton } from '../../../../components/skeleton';
import { Switcher } from '../../../../components/switcher';
import { useTimeline } from '../../student.queries';
import { RECORD_PAGES } from './record-page';
import { TimelineRow } from './timeline-row';

const ALL = 'all';
const CHOICES = [
  { id: ALL, text: '全部' },
  ...Object.entries(TIMELINE_KINDS).map(([id, text]) => ({ id, text })),
];

interface TimelineCardProps {
  studentId: string;
  /** For a teacher a line opens the record; for the family it says all that is shared. */
  isStaff: boolean;
}

const FOR_STAFF = '面谈、家访、互动表和会商的记录会出现在这里。';
const FOR_FAMILY = '老师为孩子安排的谈话、家访和请您填写的内容会出现在这里。';

/** Everything that is recorded of a student and that the reader may see, newest first. */
export function TimelineCard({ studentId, isStaff }: TimelineCardProps) {
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTimeline(
    studentId,
    kind,
  );
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={4} />;

  const items = data.pages.flatMap((page) => page.items);
  const askWhom = data.pages[0]?.askWhom ?? '';
  const nothing = isStaff ? FOR_STAFF : FOR_FAMILY;
  const isWorthFiltering = items.length > 0 || kind !== null;
  return (
    <Card
      title="成长记录"
      aside={
        isWorthFiltering && (
          <Switcher
            text={kind === null ? '全部' : TIMELINE_KINDS[kind]}
            label="现在显示"
            onTap={() => setIsChoosing(true)}
          />
        )
      }
    >
      {items.map((item) => {
        const isLost = item.kind === 'consultation' && item.placeId === null;
        const open = isStaff && !isLost ? RECORD_PAGES[item.kind] : undefined;
        return (
          <TimelineRow
            key={item.id}
            item={item}
            askWhom={askWhom}
            onOpen={open && (() => open({ ...item, studentId }))}
          />
        );
      })}
      {items.length === 0 && (
        <Empty text={kind === null ? nothing : `还没有${TIMELINE_KINDS[kind]}的记录。`} />
      )}
      {hasNextPage && (
        <Button
          kind="link"
          text="看更早的"
          isBusy={isFetchingNextPage}
          onTap={() => void fetchNextPage()}
        />
      )}
      {isChoosing && (
        <ChoiceSheet
          title="显示哪一种"
          choices={CHOICES}
          chosenId={kind ?? ALL}
          onChoose={(id) => setKind(id === ALL ? null : (id as TimelineKind))}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </Card>
  );
}
