import { ROLES } from '../../../../../domain/access/roles';
import { FOUNDING_ROLES, MAX_SET_UP_CODE } from '../../../../../domain/first-run/first-run.schema';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import type { StepProps } from './plan';

/** Who begins, and by what right. */
export function WhoStep({ plan, onChange }: StepProps) {
  return (
    <Card title="开通码和您">
      <Notice text="开通码由部署学情会商的人设定，只能用一次。大约十分钟，可以随时停下，填的内容留在这台手机上。" />
      <TextField
        label="开通码"
        max={MAX_SET_UP_CODE}
        initial={plan.code}
        onInput={(code) => onChange({ code })}
      />
      <TextField
        label="您的姓名"
        max={20}
        initial={plan.myName}
        onInput={(myName) => onChange({ myName })}
      />
      <OneOf
        label="您的身份，以后可以再加别的"
        choices={FOUNDING_ROLES.map((role) => [role, ROLES[role]] as const)}
        initial={plan.myRole}
        onChoose={(myRole) => onChange({ myRole })}
      />
    </Card>
  );
}
