import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { Sheet } from '../../../../components/sheet';
import { openTab } from '../../../../platform/navigate';
import { sayWhen } from '../../../../platform/when';
import type { RosterImport } from '../../roster.queries';

interface DoneStepProps {
  view: RosterImport;
  onUndo(): void;
}

/** What was done, or taken back, and what was left as it is. */
export function DoneStep({ view, onUndo }: DoneStepProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { result, state, mayUndo, undoUntil } = view;
  return (
    <Screen
      sheet={
        isAsking && (
          <Sheet
            title="撤销这次导入？"
            footer={
              <Button
                kind="main"
                text="撤销"
                onTap={() => {
                  setIsAsking(false);
                  onUndo();
                }}
              />
            }
            onClose={() => setIsAsking(false)}
          >
            <Notice text="这次新增的学生会移出名单，改过的内容会改回去。已经有人写过记录的学生、后来又改过的内容都会留着，并列出来。" />
          </Sheet>
        )
      }
    >
      <Card title={state === 'undone' ? '已撤销' : '已导入'}>
        {state === 'undone' ? (
          <Row title={`恢复了 ${result.takenBack} 人`} note="名单和班级人数已经改回去" />
        ) : (
          <>
            <Row title={`新增 ${result.created} 人`} note="班级人数已经更新" />
            <Row title={`更新 ${result.updated} 人`} />
            <Row title={`没有变化 ${result.same} 人`} />
          </>
        )}
        {state === 'applied' && <Button text="看学生" onTap={() => openTab('students')} />}
      </Card>
      {result.leftCount > 0 && (
        <Card title="没有动的" aside={`${result.leftCount} 人`}>
          {result.left.map(({ name, why }) => (
            <Row key={`${name}${why}`} title={name} note={why} />
          ))}
        </Card>
      )}
      {mayUndo && undoUntil && (
        <Card title="导错了？">
          <Notice text={`${sayWhen(undoUntil)}以前可以撤销。`} />
          <Button text="撤销这次导入" onTap={() => setIsAsking(true)} />
        </Card>
      )}
    </Screen>
  );
}
