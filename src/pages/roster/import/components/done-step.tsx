import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { Sheet } from '../../../../components/sheet';
import { openPage, openTab } from '../../../../platform/navigate';
import { sayWhen } from '../../../../platform/when';
import { IMPORT_WORDS } from '../../import-words';
import type { RosterImport } from '../../roster.queries';
import { StaffPlanCard } from './staff-plan-card';

interface DoneStepProps {
  view: RosterImport;
  onUndo(): void;
}

/** What was done, or taken back, and what was left as it is. */
export function DoneStep({ view, onUndo }: DoneStepProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { result, state, mayUndo, undoUntil, subject } = view;
  const words = IMPORT_WORDS[subject];
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
            <Notice text={words.undo} />
          </Sheet>
        )
      }
    >
      <Card title={state === 'undone' ? '已撤销' : '已导入'}>
        {state === 'undone' ? (
          <Row title={`恢复了 ${result.takenBack} 人`} note={words.undone} />
        ) : (
          <>
            <Row title={`新增 ${result.created} 人`} note={words.applied} />
            <Row title={`更新 ${result.updated} 人`} />
            <Row title={`没有变化 ${result.same} 人`} />
          </>
        )}
        {state === 'applied' && subject === 'students' && (
          <Button text="看学生" onTap={() => openTab('students')} />
        )}
        {state === 'applied' && subject === 'staff' && (
          <Button text="看老师" onTap={() => openPage('staff', {})} />
        )}
      </Card>
      {result.leftCount > 0 && (
        <Card title="没有动的" aside={`${result.leftCount} 人`}>
          {result.left.map(({ name, why }) => (
            <Row key={`${name}${why}`} title={name} note={why} />
          ))}
        </Card>
      )}
      {subject === 'staff' && state === 'applied' && <StaffPlanCard view={view} />}
      {mayUndo && undoUntil && (
        <Card title="导错了？">
          <Notice text={`${sayWhen(undoUntil)}以前可以撤销。`} />
          <Button text="撤销这次导入" onTap={() => setIsAsking(true)} />
        </Card>
      )}
    </Screen>
  );
}
