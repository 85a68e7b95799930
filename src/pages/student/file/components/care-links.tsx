import { Card } from '../../../../components/card';
import { Row } from '../../../../components/row';
import { openPage } from '../../../../platform/navigate';
import type { StudentHead } from '../../student.queries';

/** What is kept about the student elsewhere: the plan, and what keeps them safe. */
export function CareLinks({ student }: { student: StudentHead }) {
  const { id: studentId, may } = student;
  if (!may.openCase && !may.readSafety) return null;
  return (
    <Card>
      {may.openCase && (
        <Row
          title="个案与成长档案"
          note="育人计划、亲情陪伴、特长、潜能"
          onTap={() => openPage('openCase', { studentId })}
        />
      )}
      {may.readSafety && (
        <Row
          title="安全须知"
          note="打开会留下记录"
          onTap={() => openPage('safety', { studentId })}
        />
      )}
    </Card>
  );
}
