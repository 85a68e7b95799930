import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { CODE_LENGTH } from '../../../../domain/class-code';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { openTab } from '../../../platform/navigate';
import { sayWhen } from '../../../platform/when';
import { CodeForm } from '../components/code-form';
import {
  forgetAnswers,
  type GuardianDoor,
  useGuardianDoor,
  useOwnRequests,
} from '../joining.queries';
import { RequestForm } from './components/request-form';

const STATES = { open: '等班主任确认', approved: '已加入', refused: '没有通过' } as const;

/** How a guardian comes in: by the code of the child's class and the homeroom teacher's word. */
export default function JoinAsGuardianPage() {
  const { scene = '', code = '' } = useRouter().params;
  const [opened, setOpened] = useState<{ code: string; door: GuardianDoor } | null>(null);
  const door = useGuardianDoor();
  const requests = useOwnRequests();
  const sent = () => {
    setOpened(null);
    void requests.refetch();
  };
  return (
    <Screen>
      {opened ? (
        <RequestForm code={opened.code} door={opened.door} onSent={sent} />
      ) : (
        <CodeForm
          title="用班级的码加入"
          advice="扫班主任发来的二维码会自动打开；也可以在这里输入 8 位加入码。"
          label="加入码"
          placeholder="8 位字母和数字，班主任发的"
          length={CODE_LENGTH}
          door={door}
          initial={decodeURIComponent(scene || code)}
          onOpened={(typed, found) => setOpened({ code: typed, door: found })}
        />
      )}
      {!opened && (
        <Answered query={requests}>
          {({ items }) =>
            items.length > 0 && (
              <Card title="您递交过的">
                {items.map(({ id, childName, state, reason, updatedAt }) => (
                  <Row
                    key={id}
                    title={`${childName} · ${STATES[state]}`}
                    note={[sayWhen(updatedAt), reason].filter(Boolean).join(' · ')}
                  />
                ))}
                {items.some(({ state }) => state === 'approved') ? (
                  <Button kind="main" text="去看孩子的记录" onTap={enter} />
                ) : (
                  <Notice text="班主任确认以后就能看到孩子的记录。急的话，请直接和班主任说一声。" />
                )}
              </Card>
            )
          }
        </Answered>
      )}
    </Screen>
  );
}

function enter(): void {
  forgetAnswers();
  openTab('today');
}
