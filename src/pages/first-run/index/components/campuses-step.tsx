import { MAX_CAMPUSES, MAX_LABEL } from '../../../../../domain/school/structure.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import type { StepProps } from './plan';

/** One campus as a rule. Each grade of a campus is a division of its own. */
export function CampusesStep({ plan, onChange }: StepProps) {
  const { campuses } = plan;
  const rename = (index: number, label: string) =>
    onChange({ campuses: campuses.map((one, place) => (place === index ? label : one)) });
  return (
    <Card title="校区">
      <Notice text="只有一个校区就不用改。每个校区的每个年级是一个级部，级部的名称以后可以改。" />
      {campuses.map((label, index) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: campuses come and go at the end only
          key={index}
          label={`校区 ${index + 1}`}
          max={MAX_LABEL}
          initial={label}
          onInput={(typed) => rename(index, typed)}
        />
      ))}
      {campuses.length < MAX_CAMPUSES && (
        <Button
          kind="link"
          text="再加一个校区"
          onTap={() => onChange({ campuses: [...campuses, ''] })}
        />
      )}
      {campuses.length > 1 && (
        <Button
          kind="link"
          text="去掉最后一个校区"
          onTap={() => onChange({ campuses: campuses.slice(0, -1) })}
        />
      )}
    </Card>
  );
}
