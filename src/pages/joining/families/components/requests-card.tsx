import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { ChoiceSheet } from '../../../../components/choice-sheet';
import { Empty } from '../../../../components/empty';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { ReasonSheet } from '../../../../components/reason-sheet';
import { Row } from '../../../../components/row';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { sayWhen } from '../../../../platform/when';
import {
  type Families,
  type FamilyRequest,
  useCloseRequest,
  useVoidAnswer,
} from '../../joining.queries';
import './requests-card.scss';

interface RequestsCardProps {
  requests: readonly FamilyRequest[];
  students: Families['students'];
  onAnswered(): void;
}

type Asked = { request: FamilyRequest; about: 'child' | 'reason' };

/** Each request with one tap to let in; a name that is nobody's asks which child is meant. */
export function RequestsCard({ requests, students, onAnswered }: RequestsCardProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = useCloseRequest();
  const undo = useVoidAnswer();
  const answered = (requestId: string, text: string) => {
    setAsked(null);
    onAnswered();
    const takeBack = () =>
      undo.mutate({ requestId, writeId: newId() }, { onSuccess: () => onAnswered() });
    showToast({ text, action: { text: '撤销', onTap: takeBack } });
  };
  const approve = ({ id, guardianName }: FamilyRequest, studentId: string) =>
    close.mutate(
      { requestId: id, writeId: newId(), decision: { state: 'approved', studentId } },
      { onSuccess: () => answered(id, `${guardianName} 已加入`) },
    );
  const refuse = ({ id, guardianName }: FamilyRequest, reason: string) =>
    close.mutate(
      { requestId: id, writeId: newId(), decision: { state: 'refused', reason } },
      { onSuccess: () => answered(id, `没有让 ${guardianName} 加入`) },
    );
  const error = close.error ?? undo.error;
  return (
    <Card title="等您确认" aside={`${requests.length} 人`}>
      {requests.length === 0 && <Empty text="现在没有家长在等。" />}
      {requests.map((request) => (
        <Row
          key={request.id}
          title={`${request.childName}的${request.relation} ${request.guardianName}`}
          note={[sayWhen(request.askedAt), request.studentId === null && '名单里没有这个名字']
            .filter(Boolean)
            .join(' · ')}
        >
          <View className="request-answers">
            <Button
              text="不是我班的"
              label={`不是我班的：${request.guardianName}`}
              kind="link"
              onTap={() => setAsked({ request, about: 'reason' })}
            />
            <Button
              text={request.studentId === null ? '选孩子' : '确认加入'}
              label={`确认：${request.guardianName}`}
              isBusy={close.isPending && close.variables?.requestId === request.id}
              onTap={() =>
                request.studentId === null
                  ? setAsked({ request, about: 'child' })
                  : approve(request, request.studentId)
              }
            />
          </View>
        </Row>
      ))}
      {error && <Notice kind="error" text={sayFailure(error)} />}
      {asked?.about === 'child' && (
        <ChoiceSheet
          title={`${asked.request.guardianName}是谁的${asked.request.relation}？`}
          choices={students.map(({ id, name }) => ({ id, text: name }))}
          chosenId={null}
          onChoose={(studentId) => approve(asked.request, studentId)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.about === 'reason' && (
        <ReasonSheet
          title="为什么不让加入？"
          notice="家长会看到这句话，可以改好再递交一次。"
          usual={['请核对孩子的姓名和班级。', '请用孩子监护人的微信加入。']}
          verb="答复家长"
          max={100}
          isBusy={close.isPending}
          error={close.error}
          onGive={(reason) => refuse(asked.request, reason)}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  );
}
