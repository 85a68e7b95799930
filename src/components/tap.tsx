import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './tap.scss';

export interface TapProps {
  /** What a screen reader says, where the words inside do not say it all. */
  label?: string;
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch';
  className?: string;
  isDisabled?: boolean;
  /** For what is chosen among others, or switched on. */
  isChosen?: boolean;
  onTap(): void;
}

/** Anything that can be tapped: at least 44 px high, with a pressed state and a spoken role. */
export function Tap({
  label,
  role = 'button',
  className = '',
  isDisabled = false,
  isChosen,
  onTap,
  children,
}: PropsWithChildren<TapProps>) {
  // WeChat reads `aria-role`, a browser `role`; a type of Taro knows neither.
  const spoken = { role, 'aria-role': role, 'aria-label': label };
  return (
    <View
      {...spoken}
      aria-disabled={isDisabled}
      aria-checked={isChosen}
      className={`tap ${isDisabled ? 'tap-off' : ''} ${className}`}
      hoverClass={isDisabled ? 'none' : 'tap-pressed'}
      hoverStayTime={80}
      onClick={isDisabled ? undefined : onTap}
    >
      {children}
    </View>
  );
}
