import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { INVITATION_LENGTH } from '../../../../domain/joining/staff-invitation.schema';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { sayFailure } from '../../../components/failure';
import { TextField } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { openTab } from '../../../platform/navigate';
import { useWriteId } from '../../../platform/use-api';
import { CodeForm } from '../components/code-form';
import { forgetAnswers, type StaffDoor, useJoinAsStaff, useStaffDoor } from '../joining.queries';
import { PhoneCard } from './phone-card';

/** How somebody of the staff comes in: by the school's own invitation. */
export default function JoinAsStaffPage() {
  const { scene = '', code = '' } = useRouter().params;
  const [opened, setOpened] = useState<{ code: string; door: StaffDoor } | null>(null);
  const door = useStaffDoor();
  return (
    <Screen>
      {opened ? (
        <Join code={opened.code} door={opened.door} />
      ) : (
        <>
          <CodeForm
            title="用邀请加入"
            advice="打开学校发到微信里的邀请会自动填好；没有收到，请向政教处或教务处要一个邀请码。"
            label="邀请码"
            placeholder="10 位字母和数字"
            length={INVITATION_LENGTH}
            door={door}
            initial={decodeURIComponent(scene || code)}
            onOpened={(typed, found) => setOpened({ code: typed, door: found })}
          />
          <PhoneCard onOpened={(found, opener) => setOpened({ code: found, door: opener })} />
        </>
      )}
    </Screen>
  );
}

function Join({ code, door }: { code: string; door: StaffDoor }) {
  const [name, setName] = useState('');
  const { mutate, isPending, error } = useJoinAsStaff();
  const writeIdOf = useWriteId();
  const join = () => {
    const content = { code, name };
    const onSuccess = () => {
      forgetAnswers();
      openTab('today');
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Card title={door.schoolName}>
      <Notice text={`邀请 ${door.name} 加入，身份是：`} />
      {door.says.map((says) => (
        <Row key={says} title={says} />
      ))}
      <TextField label="您的姓名" max={20} initial="" onInput={setName} />
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Button
        kind="main"
        text="加入学校"
        isDisabled={name.trim() === ''}
        isBusy={isPending}
        onTap={join}
      />
    </Card>
  );
}
