import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { usePaged } from '../../../../components/paged';
import { Row } from '../../../../components/row';
import type { MentorPlan } from '../../mentoring.queries';

const AT_FIRST = 30;

interface ClassesCardProps {
  plan: Pick<MentorPlan, 'classes' | 'isCut'>;
  onChoose(classId: string): void;
}

/** For those who assign in many classes: where students have no mentor, and all the others. */
export function ClassesCard({ plan: { classes, isCut }, onChoose }: ClassesCardProps) {
  const first = [...classes].sort((a, b) => b.withoutMentor - a.withoutMentor);
  const { shown, left, showMore } = usePaged(first, AT_FIRST);
  const without = classes.reduce((sum, one) => sum + one.withoutMentor, 0);
  const aside = without === 0 ? '都有导师' : `还没有导师 ${without}${isCut ? '+' : ''} 人`;
  return (
    <Card title="选一个班" {...(classes.length > 0 && { aside })}>
      {shown.map(({ id, label, withoutMentor }) => (
        <Row
          key={id}
          title={label}
          {...(withoutMentor > 0 && { note: `${withoutMentor} 人还没有导师` })}
          onTap={() => onChoose(id)}
        />
      ))}
      {classes.length === 0 && <Empty text="学校设定班级以后，会出现在这里。" />}
      {left > 0 && <Button kind="link" text={`还有 ${left} 个班`} onTap={showMore} />}
    </Card>
  );
}
