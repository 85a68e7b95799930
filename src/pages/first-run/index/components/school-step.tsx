import { STAGE_LABELS, type Stage } from '../../../../../domain/school/structure.schema';
import { Card } from '../../../../components/card';
import { OneOf, SomeOf } from '../../../../components/choices';
import { TextField } from '../../../../components/field';
import type { StepProps } from './plan';

const STAGES = Object.entries(STAGE_LABELS) as [Stage, string][];

/** What the school is called, and how its years are counted. */
export function SchoolStep({ plan, onChange }: StepProps) {
  return (
    <Card title="学校">
      <TextField
        label="学校名称"
        placeholder="写全称"
        max={30}
        initial={plan.name}
        onInput={(name) => onChange({ name })}
      />
      <SomeOf
        label="有哪些学段"
        choices={STAGES}
        initial={plan.stages}
        onChoose={(stages) => onChange({ stages })}
      />
      <OneOf
        label="学制"
        choices={[
          ['63', '六三制，七年级升初中'],
          ['54', '五四制，六年级升初中'],
        ]}
        initial={plan.stageSystem}
        onChoose={(stageSystem) => onChange({ stageSystem })}
      />
    </Card>
  );
}
