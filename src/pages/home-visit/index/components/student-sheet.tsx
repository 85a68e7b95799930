import { Button } from '../../../../components/button';
import { Empty } from '../../../../components/empty';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import { openPage } from '../../../../platform/navigate';
import type { CoveredStudent } from '../../home-visit.queries';
import { sayLast, sayVisit } from './say-visit';

interface StudentSheetProps {
  student: CoveredStudent;
  onPlan(): void;
  onClose(): void;
}

/** What there is of a student this term, and the next step. */
export function StudentSheet({ student, onPlan, onClose }: StudentSheetProps) {
  const { id: studentId, classId, visits, may } = student;
  const record = () => {
    onClose();
    openPage('recordVisit', { studentId, classId });
  };
  const open = (visitId: string) => {
    onClose();
    openPage('homeVisit', { visitId });
  };
  return (
    <Sheet
      title={`${student.name} · ${student.classLabel}`}
      footer={
        may.record && (
          <>
            <Button kind="main" text="记家访" onTap={record} />
            <Button kind="link" text="写计划" onTap={onPlan} />
          </>
        )
      }
      onClose={onClose}
    >
      {visits.length === 0 && <Empty text={`这学期还没有计划和记录。${sayLast(student)}。`} />}
      {visits.map((visit) => (
        <Row
          key={visit.id}
          title={sayVisit(visit)}
          note={visit.visitor}
          onTap={() => open(visit.id)}
        />
      ))}
    </Sheet>
  );
}
