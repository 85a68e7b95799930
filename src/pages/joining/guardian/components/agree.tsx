import { Text } from '@tarojs/components';
import { Icon } from '../../../../components/icon';
import { Tap } from '../../../../components/tap';
import './agree.scss';

interface AgreeProps {
  text: string;
  hasAgreed: boolean;
  onAgree(hasAgreed: boolean): void;
}

/** A consent is never ticked beforehand. */
export function Agree({ text, hasAgreed, onAgree }: AgreeProps) {
  return (
    <Tap
      className={hasAgreed ? 'agree agree-chosen' : 'agree'}
      role="checkbox"
      label={text}
      isChosen={hasAgreed}
      onTap={() => onAgree(!hasAgreed)}
    >
      <Text className="agree-box">{hasAgreed && <Icon name="check" />}</Text>
      <Text className="agree-text">{text}</Text>
    </Tap>
  );
}
