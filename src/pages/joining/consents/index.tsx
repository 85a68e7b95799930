import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Sheet } from '../../../components/sheet';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { openPage } from '../../../platform/navigate';
import { sayWhen } from '../../../platform/when';
import { forgetAnswers, useConsents, useWithdrawConsent } from '../joining.queries';
import { ErasureCard } from './components/erasure-card';

interface Child {
  id: string;
  name: string;
}

/** 我的孩子和同意: what was agreed to for whom, one more child, and how to take it back. */
export default function ConsentsPage() {
  const consents = useConsents();
  const [leaving, setLeaving] = useState<Child | null>(null);
  const withdraw = useWithdrawConsent();
  const confirm = ({ id, name }: Child) =>
    withdraw.mutate(
      { studentId: id, writeId: newId() },
      {
        onSuccess: () => {
          setLeaving(null);
          forgetAnswers();
          showToast({ text: `已撤回对${name}的同意` });
          void consents.refetch();
        },
      },
    );
  const sheet = leaving && (
    <Sheet title={`撤回对${leaving.name}的同意？`} onClose={() => setLeaving(null)}>
      <Notice text="撤回以后，您在这里看不到孩子的记录，也不再收到提醒；老师会用别的办法和您联系，不影响孩子上学。撤回以前已经记下的内容，学校按规定保存；要导出或更正，请先在孩子的档案里办好。" />
      {withdraw.error && <Notice kind="error" text={sayFailure(withdraw.error)} />}
      <Button text="撤回同意" isBusy={withdraw.isPending} onTap={() => confirm(leaving)} />
    </Sheet>
  );
  return (
    <Screen sheet={sheet}>
      <Answered query={consents}>
        {({ children }) => (
          <Card title="我的孩子">
            {children.length === 0 && <Empty text="现在没有孩子在这里。" />}
            {children.map(({ id, name, agreedAt, isUnderFourteen }) => (
              <Row
                key={id}
                title={name}
                note={
                  agreedAt
                    ? `${sayWhen(agreedAt)}同意${isUnderFourteen ? '，并为未满十四周岁的孩子单独同意' : ''}`
                    : '纸质同意书由学校保存'
                }
                aside={
                  <Button
                    kind="link"
                    text="撤回"
                    label={`撤回对${name}的同意`}
                    onTap={() => setLeaving({ id, name })}
                  />
                }
              />
            ))}
          </Card>
        )}
      </Answered>
      {consents.data && consents.data.children.length > 0 && (
        <ErasureCard family={consents.data.children} />
      )}
      <Button text="添加一个孩子" onTap={() => openPage('joinAsGuardian', {})} />
    </Screen>
  );
}
