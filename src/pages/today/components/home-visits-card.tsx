import { useState } from 'react';
import { dayOf, daysBetween, sayDay } from '../../../../domain/calendar/day';
import { VISIT_WAYS } from '../../../../domain/home-visit/home-visit.schema';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { sayFailure } from '../../../components/failure';
import { Row } from '../../../components/row';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { openPage } from '../../../platform/navigate';
import { QUEUED, WAITS_FOR_NETWORK } from '../../../platform/outbox/outbox';
import { FeedbackSheet } from '../../../sheets/home-visit/feedback-sheet';
import {
  type OwedVisit,
  useSignOffVisit,
  type VisitDuties,
} from '../../../sheets/home-visit/home-visit.queries';
import { useVisitDuties } from '../today.queries';

/** 家访: visits whose day comes, feedback that is missing, and a word as a companion. */
export function HomeVisitsCard() {
  const { data, refetch } = useVisitDuties();
  const [answered, setAnswered] = useState<OwedVisit | null>(null);
  if (!data || data.owed.length + data.toConfirm.length === 0) return null;
  const refresh = () => void refetch();
  return (
    <Card title="家访">
      {data.owed.map((visit) => (
        <Owed key={visit.visitId} visit={visit} onFeedback={() => setAnswered(visit)} />
      ))}
      {data.toConfirm.map((visit) => (
        <ToConfirm key={visit.visitId} visit={visit} onChanged={refresh} />
      ))}
      {answered && (
        <FeedbackSheet
          visit={{ ...answered, studentName: answered.student.name }}
          onSaved={refresh}
          onClose={() => setAnswered(null)}
        />
      )}
    </Card>
  );
}

function Owed({ visit, onFeedback }: { visit: OwedVisit; onFeedback(): void }) {
  const { visitId, student, owes } = visit;
  const record = () =>
    openPage('recordVisit', { studentId: student.id, classId: student.classId, visitId });
  const verb = owes === 'visit' ? '记家访' : '补反馈';
  return (
    <Row
      title={student.name}
      note={sayDue(visit)}
      aside={
        <Button
          text={verb}
          label={`${verb}：${student.name}`}
          onTap={owes === 'visit' ? record : onFeedback}
        />
      }
    />
  );
}

function sayDue({ owes, dueOn }: OwedVisit): string {
  const today = dayOf(new Date());
  const day = sayDay(dueOn, today);
  if (owes === 'visit') return dueOn < today ? `计划${day}，还没有记` : `计划${day}`;
  const late = daysBetween(dueOn, today);
  return late > 0 ? `反馈晚了 ${late} 天` : `反馈${day}到期`;
}

interface ToConfirmProps {
  visit: VisitDuties['toConfirm'][number];
  onChanged(): void;
}

/** One tap says that one came along; a slip is taken back from the message. */
function ToConfirm({ visit, onChanged }: ToConfirmProps) {
  const { visitId, studentName, visitor, visitedOn, way } = visit;
  const { mutateAsync, isPending } = useSignOffVisit(studentName);
  const say = async (isConfirmed: boolean) => {
    try {
      const answer = await mutateAsync({ visitId, writeId: newId(), isConfirmed });
      if (answer === QUEUED) return showToast({ text: WAITS_FOR_NETWORK });
      const undo = { text: '撤销', onTap: () => void say(false) };
      showToast(isConfirmed ? { text: '已确认同行', action: undo } : { text: '已撤销' });
      return onChanged();
    } catch (failure) {
      return showToast({ text: sayFailure(failure) });
    }
  };
  const day = sayDay(visitedOn, dayOf(new Date()));
  return (
    <Row
      title={studentName}
      note={`${visitor}${day}${way ? VISIT_WAYS[way] : ''}家访，写您同行`}
      aside={
        <Button
          text="确认同行"
          label={`确认同行：${studentName}`}
          isBusy={isPending}
          onTap={() => void say(true)}
        />
      }
    />
  );
}
