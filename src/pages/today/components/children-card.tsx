import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import type { Today } from '../today.queries';

/** For guardians: their children, and what will appear here. */
export function ChildrenCard({ students }: { students: Today['children'] }) {
  return (
    <Card title="我的孩子">
      {students.map(({ studentId, name, classLabel, mentor }) => (
        <Row
          key={studentId}
          title={name}
          note={mentor === null ? classLabel : `${classLabel} · 导师 ${mentor}`}
          onTap={() => openPage('studentFile', { studentId })}
        />
      ))}
      <Notice text="学校请您填写的内容会出现在这里，不用另外留意群消息。" />
    </Card>
  );
}
