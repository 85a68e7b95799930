import { Text, View } from '@tarojs/components';
import { Icon } from '../../../../components/icon';
import { Switch } from '../../../../components/switch';
import { Tap } from '../../../../components/tap';
import type { LedgerCategory } from '../../settings.queries';
import './category-line.scss';

interface CategoryLineProps {
  category: LedgerCategory;
  onOpen(): void;
  onSwitch(isOn: boolean): void;
}

/** A category in the list: a tap on the name changes it, the switch turns it on and off. */
export function CategoryLine({ category, onOpen, onSwitch }: CategoryLineProps) {
  const { label, isSealed, isOn } = category;
  const state = [isOn ? '启用' : '已停用', isSealed && '保密'].filter(Boolean).join(' · ');
  return (
    <View className="category-line">
      <Tap className="category-name" label={`修改：${label}，${state}`} onTap={onOpen}>
        <Text className="category-label-text">{label}</Text>
        <View className="category-state">
          {isSealed && <Icon name="lock" />}
          <Text>{state}</Text>
        </View>
      </Tap>
      <Switch label={`启用：${label}`} isOn={isOn} onSwitch={onSwitch} />
    </View>
  );
}
