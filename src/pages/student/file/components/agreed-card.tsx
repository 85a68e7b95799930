import { TIMELINE_KINDS } from '../../../../../domain/timeline/timeline.schema';
import { Card } from '../../../../components/card';
import { Row } from '../../../../components/row';
import { sayDate } from '../../../../platform/when';
import { useTimeline } from '../../student.queries';

/** What was agreed and still waits: the first thing to ask about at the next meeting. */
export function AgreedCard({ studentId }: { studentId: string }) {
  const agreed = useTimeline(studentId, null).data?.pages[0]?.agreed ?? [];
  if (agreed.length === 0) return null;
  return (
    <Card title="说好的事" aside={`${agreed.length} 件`}>
      {agreed.map(({ id, kind, text, until, byName }) => (
        <Row
          key={id}
          title={text}
          note={[`${sayDate(until)}前`, TIMELINE_KINDS[kind], byName].join(' · ')}
        />
      ))}
    </Card>
  );
}
