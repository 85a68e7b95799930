import { dayOf, sayDay } from '../../../../../domain/calendar/day';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Row } from '../../../../components/row';
import type { PastMentorship } from '../../mentoring.queries';

/** Who was mentor from when to when, and why it changed. */
export function HistoryCard({ history }: { history: readonly PastMentorship[] }) {
  const today = dayOf(new Date());
  return (
    <Card title="历任导师">
      {history.map(({ id, mentorName, from, until, reason }) => {
        const days = until
          ? `${sayDay(from, today)} 至 ${sayDay(until, today)}`
          : `${sayDay(from, today)}起`;
        return (
          <Row key={id} title={mentorName} note={[days, reason].filter(Boolean).join(' · ')} />
        );
      })}
      {history.length === 0 && <Empty text="安排导师以后，会出现在这里。" />}
    </Card>
  );
}
