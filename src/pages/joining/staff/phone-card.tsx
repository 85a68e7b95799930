import { useState } from 'react';
import { Card } from '../../../components/card';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { PhoneButton } from '../../../platform/phone-button';
import { type StaffDoor, useOpenPhoneDoor, usePhoneDoor } from '../joining.queries';

interface PhoneCardProps {
  onOpened(code: string, door: StaffDoor): void;
}

/** Another way to one's own invitation, where a school has opened it; the code works all the same. */
export function PhoneCard({ onOpened }: PhoneCardProps) {
  const isOn = usePhoneDoor().data?.isOn ?? false;
  const { mutate, data, error } = useOpenPhoneDoor();
  const [refused, setRefused] = useState<string | null>(null);
  if (!isOn) return null;
  const open = (phoneCode: string) => {
    setRefused(null);
    mutate(
      { phoneCode },
      {
        onSuccess({ doors }) {
          const [first, another] = doors;
          if (first && !another) onOpened(first.code, first);
        },
      },
    );
  };
  return (
    <Card title="没有邀请码">
      <Notice text="学校登记过您的手机号，就可以凭它找到给您的邀请。号码只用来核对，不会另外保存。不想用也没关系，向学校要邀请码就行。" />
      <PhoneButton text="用手机号找到邀请" onCode={open} onRefused={setRefused} />
      {data?.doors.map((door) => (
        <Row
          key={door.code}
          title={door.schoolName}
          note={door.says.join('；')}
          onTap={() => onOpened(door.code, door)}
        />
      ))}
      {refused !== null && <Notice text={refused} />}
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Card>
  );
}
