import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { showToast } from '../../../components/toast';
import { copyText } from '../../../platform/clipboard';
import { newId } from '../../../platform/id';
import { sayWhen } from '../../../platform/when';
import { type Invitation, useCloseInvitation, useInvitations } from '../joining.queries';
import { InviteSheet } from './components/invite-sheet';
import { PhoneSwitch } from './components/phone-switch';

/** 邀请教职工: what was given out, who came with it, and a new one. */
export default function InvitationsPage() {
  const invitations = useInvitations();
  const [isInviting, setInviting] = useState(false);
  const end = useCloseInvitation();
  const refresh = () => void invitations.refetch();
  const made = (invitation: Invitation) => {
    setInviting(false);
    refresh();
    void send(invitation);
  };
  const { data } = invitations;
  return (
    <Screen
      footer={<Button kind="main" text="邀请一位" onTap={() => setInviting(true)} />}
      sheet={
        isInviting && data ? (
          <InviteSheet from={data} onMade={made} onClose={() => setInviting(false)} />
        ) : undefined
      }
    >
      <Answered query={invitations}>
        {({ items, joinsByPhone }) => (
          <>
            <Card title="还能用的邀请">
              {items.every(({ isValid }) => !isValid) && (
                <Empty text="现在没有。点“邀请一位”，把邀请码发给老师，一周内有效。" />
              )}
              {items
                .filter(({ isValid }) => isValid)
                .map((invitation) => (
                  <Row
                    key={invitation.code}
                    title={`${invitation.name} · ${invitation.code}`}
                    note={`${invitation.says.join('；')} · 用到 ${sayWhen(invitation.expiresAt)}`}
                    label={`复制给 ${invitation.name} 的邀请`}
                    aside={
                      <Button
                        kind="link"
                        text="停用"
                        label={`停用给 ${invitation.name} 的邀请`}
                        onTap={() =>
                          end.mutate(
                            { code: invitation.code, writeId: newId() },
                            { onSuccess: refresh },
                          )
                        }
                      />
                    }
                    onTap={() => void send(invitation)}
                  />
                ))}
              {end.error && <Notice kind="error" text={sayFailure(end.error)} />}
            </Card>
            <EndedCard ended={items.filter(({ isValid }) => !isValid)} />
            <PhoneSwitch setting={joinsByPhone} onSaved={refresh} />
          </>
        )}
      </Answered>
    </Screen>
  );
}

function EndedCard({ ended }: { ended: readonly Invitation[] }) {
  if (ended.length === 0) return null;
  return (
    <Card title="用过和停用的">
      {ended.map(({ code, name, says, usedBy }) => (
        <Row
          key={code}
          title={name}
          note={`${says.join('；')} · ${usedBy.length > 0 ? `${usedBy.join('、')} 已加入` : '没有人用'}`}
        />
      ))}
    </Card>
  );
}

async function send({ name, code }: Invitation): Promise<void> {
  await copyText(
    `${name}您好：请在微信里打开小程序“学情会商”，选“我是学校的老师”，输入邀请码 ${code}。一周内有效，请不要转发。`,
  );
  showToast({ text: '邀请已复制，可以粘贴到微信里发给老师' });
}
