import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { usePaged } from '../../../../components/paged';
import { Row } from '../../../../components/row';
import type { MentorPlan } from '../../mentoring.queries';

const AT_FIRST = 30;

interface ClassesCardProps {
  classes: MentorPlan['classes'];
  onChoose(classId: string): void;
}

/** For those who assign in many classes: which one to begin with. */
export function ClassesCard({ classes, onChoose }: ClassesCardProps) {
  const { shown, left, showMore } = usePaged(classes, AT_FIRST);
  return (
    <Card title="选一个班">
      {shown.map(({ id, label }) => (
        <Row key={id} title={label} onTap={() => onChoose(id)} />
      ))}
      {classes.length === 0 && <Empty text="学校设定班级以后，会出现在这里。" />}
      {left > 0 && <Button kind="link" text={`还有 ${left} 个班`} onTap={showMore} />}
    </Card>
  );
}
