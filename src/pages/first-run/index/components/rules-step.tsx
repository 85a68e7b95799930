import { type NamedOffice, OFFICE_NAMES } from '../../../../../domain/school/structure.schema';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { Icon } from '../../../../components/icon';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import type { Proposal } from '../../first-run.queries';
import type { StepProps } from './plan';

const OFFICES: [NamedOffice, string][] = [
  ['studentAffairsOffice', '管德育和学生的处室叫'],
  ['academicAffairsOffice', '管教学的处室叫'],
];

/** Which rules of consultation the school starts from, and what its offices are called. */
export function RulesStep({ plan, onChange }: StepProps) {
  const { presetIds, proposal, officeNames } = plan;
  if (!proposal) return null;
  const whole = proposal.presets.filter(({ part }) => part === 'whole');
  const added = proposal.presets.filter(({ part }) => part === 'supplement');
  const choose = (id: string) =>
    onChange({
      presetIds: [id, ...presetIds.filter((one) => !whole.some((preset) => preset.id === one))],
    });
  const toggle = (id: string) =>
    onChange({
      presetIds: presetIds.includes(id)
        ? presetIds.filter((one) => one !== id)
        : [...presetIds, id],
    });
  return (
    <>
      <Notice text="拿不准就用选好的这套。谁欠什么、多久一次，以后都可以逐条改。" />
      <Card title="会商制度，选一套">
        {whole.map((preset) => (
          <PresetRow
            key={preset.id}
            {...preset}
            isChosen={presetIds.includes(preset.id)}
            onTap={choose}
          />
        ))}
      </Card>
      <Card title="补充的，可以不选">
        {added.map((preset) => (
          <PresetRow
            key={preset.id}
            {...preset}
            isChosen={presetIds.includes(preset.id)}
            onTap={toggle}
          />
        ))}
      </Card>
      <Card title="处室">
        {OFFICES.map(([office, label]) => (
          <OneOf
            key={office}
            label={label}
            choices={OFFICE_NAMES[office].map((name) => [name, name] as const)}
            initial={officeNames[office]}
            onChoose={(name) => onChange({ officeNames: { ...officeNames, [office]: name } })}
          />
        ))}
      </Card>
    </>
  );
}

type PresetRowProps = Pick<Proposal['presets'][number], 'id' | 'label' | 'about'> & {
  isChosen: boolean;
  onTap(id: string): void;
};

function PresetRow({ id, label, about, isChosen, onTap }: PresetRowProps) {
  return (
    <Row
      title={label}
      note={about}
      aside={isChosen ? <Icon name="check" /> : undefined}
      label={isChosen ? `${label}，已选` : label}
      hasArrow={false}
      onTap={() => onTap(id)}
    />
  );
}
