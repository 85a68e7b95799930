import { useState } from 'react';
import { PRESETS } from '../../../../../domain/regulation/presets/presets';
import { Button } from '../../../../components/button';
import { Icon } from '../../../../components/icon';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';

interface PresetSheetProps {
  chosenIds: readonly string[];
  /** The school's own changes that would go with these sources, by name. */
  lostWith(ids: readonly string[]): string[];
  onChoose(ids: string[]): void;
  onClose(): void;
}

const WHOLE = PRESETS.filter(({ part }) => part === 'whole').map(({ id }) => id);

/** One whole set of rules, and supplements to it; what would be lost is said and asked first. */
export function PresetSheet({ chosenIds, lostWith, onChoose, onClose }: PresetSheetProps) {
  const [ids, setIds] = useState<readonly string[]>(chosenIds);
  const [lost, setLost] = useState<readonly string[]>([]);
  const toggle = (id: string) => {
    if (WHOLE.includes(id)) setIds([id, ...ids.filter((one) => !WHOLE.includes(one))]);
    else setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  };
  const choose = () => {
    onChoose([...ids]);
    onClose();
  };
  const ask = () => {
    const going = lostWith(ids);
    if (going.length > 0) setLost(going);
    else choose();
  };
  if (lost.length > 0) {
    return (
      <Sheet
        title="自己改过的会去掉"
        footer={<Button kind="main" text={`去掉这 ${lost.length} 处，换制度`} onTap={choose} />}
        onClose={onClose}
      >
        <Notice kind="care" text="下面是本校自己改过的，换了以后要重新改。" />
        {lost.map((title) => (
          <Row key={title} title={title} />
        ))}
        <Button text="先不换" onTap={() => setLost([])} />
      </Sheet>
    );
  }
  return (
    <Sheet
      title="选一套制度"
      footer={<Button kind="main" text="就用这些" onTap={ask} />}
      onClose={onClose}
    >
      <Notice text="主要的选一套，补充的可以选几套。自己改过的，来源还在就留着。" />
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
