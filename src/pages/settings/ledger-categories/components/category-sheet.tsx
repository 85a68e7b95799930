import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '../../../../components/button';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { Switch } from '../../../../components/switch';
import type { LedgerCategory } from '../../settings.queries';

interface CategorySheetProps {
  title: string;
  category: LedgerCategory;
  onDone(category: LedgerCategory): void;
  onClose(): void;
}

const MAX_LABEL = 20;

/** One category: its name, and whether it is sealed. */
export function CategorySheet({ title, category, onDone, onClose }: CategorySheetProps) {
  const label = useRef(category.label);
  const [isNamed, setIsNamed] = useState(category.label !== '');
  const [isSealed, setIsSealed] = useState(category.isSealed);
  const done = () => {
    onDone({ ...category, label: label.current.trim(), isSealed });
    onClose();
  };
  const type = (text: string) => {
    label.current = text;
    setIsNamed(text.trim() !== '');
  };
  return (
    <Sheet
      title={title}
      footer={<Button kind="main" text="好" isDisabled={!isNamed} onTap={done} />}
      onClose={onClose}
    >
      <TextField label="类别名称" max={MAX_LABEL} initial={category.label} onInput={type} />
      <View className="category-switch">
        <Text>保密（打开时要写理由）</Text>
        <Switch label="保密" isOn={isSealed} onSwitch={setIsSealed} />
      </View>
      <Notice text="涉及家庭、健康和心理的类别请设为保密。改变保密以后，原来填的名单留在原处，需要班主任重新选。" />
    </Sheet>
  );
}
