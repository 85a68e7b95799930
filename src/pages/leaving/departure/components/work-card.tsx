import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Chip, Chips } from '../../../../components/chip';
import type { DeparturePlan, WorkKind } from '../../leaving.queries';
import './work-card.scss';

interface WorkCardProps {
  work: WorkKind;
  plan: DeparturePlan;
  chosenId: string | null;
  onChoose(id: string | null): void;
  onMore(): void;
}

/** As many as a glance takes in; the others are a tap away. */
const OFFERED = 3;
const SHOWN = 8;

/** One kind of work: what it is, and a successor by one tap. */
export function WorkCard({ work, plan, chosenId, onChoose, onMore }: WorkCardProps) {
  const { label, items, candidateIds } = work;
  const first = candidateIds.slice(0, OFFERED);
  const offered = chosenId === null || first.includes(chosenId) ? first : [...first, chosenId];
  const nameOf = (id: string) => plan.staff.find((one) => one.id === id)?.name ?? '';
  const more = items.length > SHOWN ? `，还有 ${items.length - SHOWN} 项` : '';
  return (
    <Card title={label} aside={`${items.length} 项`}>
      <Text className="work-items">{`${items.slice(0, SHOWN).join('；')}${more}`}</Text>
      <Text className="work-question">交给谁</Text>
      <Chips>
        {offered.map((id) => (
          <Chip
            key={id}
            role="radio"
            text={nameOf(id)}
            isChosen={id === chosenId}
            onTap={() => onChoose(id)}
          />
        ))}
        {candidateIds.length > OFFERED && <Chip text={`别的老师（${label}）`} onTap={onMore} />}
        <Chip
          role="radio"
          text="以后再定"
          isChosen={chosenId === null}
          onTap={() => onChoose(null)}
        />
      </Chips>
    </Card>
  );
}
