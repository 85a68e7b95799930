import { dayOf } from '../../../../domain/calendar/day';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import { sayDate } from '../../../platform/when';
import { useFormDuties } from '../today.queries';

/** 互动表: those to fill in for one's children, and students whose family waits for a word. */
export function FormsCard() {
  const { data } = useFormDuties();
  if (!data || data.toAnswer.length + data.toPrepare.length === 0) return null;
  return (
    <Card title="互动表">
      {data.toAnswer.map(({ campaignId, title, closesOn, studentId, name }) => (
        <Row
          key={`${campaignId}~${studentId}`}
          title={`${name} · ${title}`}
          note={`${sayDate(closesOn)}截止，一分钟就好`}
          aside={
            <Button
              text="填写"
              label={`填写：${name}，${title}`}
              onTap={() => openPage('answerForm', { campaign: campaignId, student: studentId })}
            />
          }
        />
      ))}
      {data.toPrepare.map(({ campaignId, title, opensOn, closesOn, left, waiting }) => (
        <Row
          key={campaignId}
          title={`${title}：在校的情况`}
          note={`还有 ${left} 人没有写：${waiting.map(({ name }) => name).join('、')} · ${sayUntil(opensOn, closesOn)}`}
          onTap={() => openPage('formProgress', { campaign: campaignId })}
        />
      ))}
    </Card>
  );
}

/** Until when it is best written: before the families see it. */
const sayUntil = (opensOn: string, closesOn: string): string =>
  opensOn > dayOf(new Date())
    ? `${sayDate(opensOn)}发给家长，请先写好`
    : `${sayDate(closesOn)}截止`;
