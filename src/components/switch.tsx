import { View } from '@tarojs/components';
import { Tap } from './tap';
import './switch.scss';

interface SwitchProps {
  /** Spoken; the words stand beside it. */
  label: string;
  isOn: boolean;
  onSwitch(isOn: boolean): void;
}

export function Switch({ label, isOn, onSwitch }: SwitchProps) {
  return (
    <Tap
      className="switch"
      role="switch"
      label={label}
      isChosen={isOn}
      onTap={() => onSwitch(!isOn)}
    >
      <View className={isOn ? 'switch-track switch-on' : 'switch-track'}>
        <View className="switch-knob" />
      </View>
    </Tap>
  );
}
