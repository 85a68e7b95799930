import { monthAndDay } from '../../../../../domain/calendar/day';
import { CONSULTATION_STATES } from '../../../../../domain/consultation/consultation.schema';
import type { MeetingKindId } from '../../../../../domain/regulation/meeting-words';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Failure } from '../../../../components/failure';
import { Row } from '../../../../components/row';
import { Skeleton } from '../../../../components/skeleton';
import { openPage } from '../../../../platform/navigate';
import { useArchive } from '../../consultation.queries';

interface ArchivedListProps {
  of: { termId: string; kindId?: MeetingKindId };
}

/** The meetings of one term, newest first. */
export function ArchivedList({ of }: ArchivedListProps) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useArchive(of);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={6} />;
  const meetings = data.pages.flatMap(({ past }) => past);
  return (
    <>
      <Card title="开过的" aside={hasNextPage ? `${meetings.length}+` : String(meetings.length)}>
        {meetings.length === 0 && <Empty text="这个学期还没有开过这样的会。" />}
        {meetings.map(({ id: meetingId, placeId, placeLabel, label, on, place, state }) => (
          <Row
            key={meetingId}
            title={`${placeLabel} · ${label}`}
            note={[monthAndDay(on), place, CONSULTATION_STATES[state]].filter(Boolean).join(' · ')}
            onTap={() => openPage('meeting', { meetingId, placeId })}
          />
        ))}
      </Card>
      {hasNextPage && (
        <Button
          kind="link"
          text="再看 20 次"
          isBusy={isFetchingNextPage}
          onTap={() => void fetchNextPage()}
        />
      )}
    </>
  );
}
