import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip, Chips } from '../../../../components/chip';
import { Notice } from '../../../../components/notice';
import { Switcher } from '../../../../components/switcher';
import type { MentorPlan, PlannedStudent } from '../../mentoring.queries';

interface StudentsCardsProps {
  plan: MentorPlan;
  chosenIds: readonly string[];
  onChoose(ids: readonly string[]): void;
  onSwitch(): void;
}

/** The students of a class to choose from: those without a mentor first. */
export function StudentsCards({ plan, chosenIds, onChoose, onSwitch }: StudentsCardsProps) {
  const label = plan.classes.find(({ id }) => id === plan.classId)?.label ?? '';
  const without = plan.students.filter(({ mentor }) => mentor === null);
  const others = plan.students.filter(({ mentor }) => mentor !== null);
  const toggle = (id: string) =>
    onChoose(chosenIds.includes(id) ? chosenIds.filter((one) => one !== id) : [...chosenIds, id]);
  const chips = (students: readonly PlannedStudent[]) => (
    <Chips>
      {students.map(({ id, name, mentor }) => (
        <Chip
          key={id}
          role="checkbox"
          text={mentor === null ? name : `${name} · ${mentor}`}
          isChosen={chosenIds.includes(id)}
          onTap={() => toggle(id)}
        />
      ))}
    </Chips>
  );
  const all = (
    <Button
      kind="link"
      text="全选"
      label="选中全部还没有导师的学生"
      onTap={() => onChoose(without.map(({ id }) => id))}
    />
  );
  return (
    <>
      {plan.classes.length > 1 && <Switcher text={label} label="现在是" onTap={onSwitch} />}
      {without.length > 0 ? (
        <Card title={`还没有导师 · ${without.length} 人`} aside={all}>
          {chips(without)}
        </Card>
      ) : (
        <Notice text={`${label}每名学生都有导师。`} />
      )}
      {others.length > 0 && <Card title={`已有导师 · ${others.length} 人`}>{chips(others)}</Card>}
    </>
  );
}
