import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Switch } from '../../../../components/switch';
import { useWriteId } from '../../../../platform/use-api';
import { type Invitations, useRevisePhoneJoining } from '../../joining.queries';

interface PhoneSwitchProps {
  setting: Invitations['joinsByPhone'];
  onSaved(): void;
}

/** Whether staff may also come in by the phone that the office wrote down. */
export function PhoneSwitch({ setting, onSaved }: PhoneSwitchProps) {
  const { mutate, error } = useRevisePhoneJoining();
  const writeIdOf = useWriteId();
  const set = (isOn: boolean) => {
    const content = { rev: setting.rev, isOn };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess: onSaved });
  };
  return (
    <Card title="另一种加入的办法">
      <Row
        title="也可以用手机号加入"
        note="老师点一下，用学校登记的手机号找到自己的邀请。微信按次收费，学校类小程序免费；邀请码一直能用。"
        hasArrow={false}
        aside={<Switch label="也可以用手机号加入" isOn={setting.isOn} onSwitch={set} />}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Card>
  );
}
