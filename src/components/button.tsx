import { Text } from '@tarojs/components';
import { Tap } from './tap';
import './button.scss';

export interface ButtonProps {
  /** A verb: 保存, 继续写. */
  text: string;
  /** One main button a screen; the others are quiet. */
  kind?: 'main' | 'quiet' | 'link';
  label?: string;
  isDisabled?: boolean;
  isBusy?: boolean;
  onTap(): void;
}

export function Button({
  text,
  kind = 'quiet',
  label,
  isDisabled = false,
  isBusy = false,
  onTap,
}: ButtonProps) {
  return (
    <Tap
      className={`button button-${kind}`}
      label={label}
      isDisabled={isDisabled || isBusy}
      onTap={onTap}
    >
      <Text className="button-text">{isBusy ? '请稍等…' : text}</Text>
    </Tap>
  );
}
