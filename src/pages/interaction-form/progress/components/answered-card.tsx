import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { usePaged } from '../../../../components/paged';
import { Row } from '../../../../components/row';
import { openPage } from '../../../../platform/navigate';
import { sayWhen } from '../../../../platform/when';
import type { Listed } from '../../interaction-form.queries';

interface AnsweredCardProps {
  campaignId: string;
  students: Listed['students'];
}

const AT_FIRST = 20;

export function AnsweredCard({ campaignId, students }: AnsweredCardProps) {
  const { shown, left, showAll } = usePaged(students, AT_FIRST);
  return (
    <Card title="已经填的" aside={`${students.length} 人`}>
      {students.length === 0 && <Empty text="填好的会出现在这里。" />}
      {shown.map(({ studentId, name, byName, answeredAt, waits }) => (
        <Row
          key={studentId}
          title={name}
          note={`${byName} · ${sayWhen(String(answeredAt))}${waits ? ' · 有文字待核对' : ''}`}
          onTap={() => openPage('answerForm', { campaign: campaignId, student: studentId })}
        />
      ))}
      {left > 0 && <Button kind="link" text={`还有 ${left} 人`} onTap={showAll} />}
    </Card>
  );
}
