import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
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
import { forgetAnswers, type StaffDoor, useJoinAsStaff, useStaffDoor } from '../joining.queries';

/** How somebody of the staff comes in: by the school's own invitation. */
export default function JoinAsStaffPage() {
  const { scene = '', code = '' } = useRouter().params;
  const [opened, setOpened] = useState<{ code: string; door: StaffDoor } | null>(null);
  return (
    <Screen>
      {opened ? (
        <Join code={opened.code} door={opened.door} />
      ) : (
        <AskCode
          initial={decodeURIComponent(scene || code)}
          onOpened={(typed, door) => setOpened({ code: typed, door })}
        />
      )}
    </Screen>
  );
}

interface AskCodeProps {
  initial: string;
  onOpened(code: string, door: StaffDoor): void;
}

function AskCode({ initial, onOpened }: AskCodeProps) {
  const typed = useRef(initial);
  const { mutate, isPending, error } = useStaffDoor();
  const open = () =>
    mutate({ code: typed.current }, { onSuccess: (door) => onOpened(typed.current, door) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what the page came with
  useEffect(() => {
    if (initial !== '') open();
  }, []);
  return (
    <Card title="用邀请加入">
      <Notice text="打开学校发到微信里的邀请会自动填好；没有收到，请向政教处或教务处要一个邀请码。" />
      <TextField
        label="邀请码"
        placeholder="10 位字母和数字"
        max={INVITATION_LENGTH + 4}
        initial={initial}
        onInput={(code) => {
          typed.current = code;
        }}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Button kind="main" text="下一步" isBusy={isPending} onTap={open} />
    </Card>
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
