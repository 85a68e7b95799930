import { useState } from 'react';
import { PRESETS } from '../../../../../domain/regulation/presets/presets';
import { Button } from '../../../../components/button';
import { Icon } from '../../../../components/icon';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';

interface PresetSheetProps {
  chosenIds: readonly string[];
  onChoose(ids: string[]): void;
  onClose(): void;
}

const WHOLE = PRESETS.filter(({ part }) => part === 'whole').map(({ id }) => id);

/** One whole set of rules, and supplements to it. */
export function PresetSheet({ chosenIds, onChoose, onClose }: PresetSheetProps) {
  const [ids, setIds] = useState<readonly string[]>(chosenIds);
  const toggle = (id: string) => {
    if (WHOLE.includes(id)) setIds([id, ...ids.filter((one) => !WHOLE.includes(one))]);
    else setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  };
  const done = () => {
    onChoose([...ids]);
    onClose();
  };
  return (
    <Sheet
      title="选一套制度"
      footer={<Button kind="main" text="就用这些" onTap={done} />}
      onClose={onClose}
    >
      <Notice text="主要的选一套，补充的可以选几套。换了以后，自己改过的职责要重新改。" />
      {PRESETS.map(({ id, label, about, part }) => (
        <Row
          key={id}
          title={label}
          note={`${part === 'whole' ? '主要' : '补充'} · ${about}`}
          aside={ids.includes(id) ? <Icon name="check" /> : undefined}
          label={ids.includes(id) ? `${label}，已选` : label}
          hasArrow={false}
          onTap={() => toggle(id)}
        />
      ))}
    </Sheet>
  );
}
