import { useState } from 'react';
import { Empty } from '../../../../components/empty';
import { TextField } from '../../../../components/field';
import { Icon } from '../../../../components/icon';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import type { DeparturePlan, WorkKind } from '../../leaving.queries';

interface SuccessorSheetProps {
  work: WorkKind;
  plan: DeparturePlan;
  chosenId: string | null;
  onChoose(id: string): void;
  onClose(): void;
}

type Colleague = DeparturePlan['staff'][number];

/** Anybody of the staff, whoever fits best first; found by name or subject. */
export function SuccessorSheet({ work, plan, chosenId, onChoose, onClose }: SuccessorSheetProps) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const all = work.candidateIds.flatMap((id) => plan.staff.find((one) => one.id === id) ?? []);
  const shown = all.filter(({ name, as }) => `${name} ${as}`.includes(wanted));
  const isFull = ({ mentees }: Colleague) =>
    work.kind === 'mentees' && mentees + work.items.length > plan.capacity;
  const choose = (one: Colleague) => {
    onChoose(one.id);
    onClose();
  };
  return (
    <Sheet title={`${work.label}交给谁`} onClose={onClose}>
      <TextField label="找一位老师" max={20} initial="" onInput={setTyped} />
      {shown.map((one) => (
        <Row
          key={one.id}
          title={one.name}
          note={isFull(one) ? `已有 ${one.mentees} 名受导学生，接不下了` : one.as}
          aside={one.id === chosenId ? <Icon name="check" /> : undefined}
          label={one.id === chosenId ? `${one.name}，现在选的` : one.name}
          hasArrow={false}
          {...(!isFull(one) && { onTap: () => choose(one) })}
        />
      ))}
      {shown.length === 0 && <Empty text="没有找到这样的老师。换一个字再找找。" />}
    </Sheet>
  );
}
