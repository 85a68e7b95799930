import { useState } from 'react';
import { Answered } from '../../../../components/answered';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { Skeleton } from '../../../../components/skeleton';
import { IMPORT_WORDS } from '../../import-words';
import { type RosterImport, useRosterProblems } from '../../roster.queries';
import { StaffPlanCard } from './staff-plan-card';

interface CheckedStepProps {
  view: RosterImport;
  onMap(): void;
  onBegin(): void;
}

/** What would happen, and what somebody should look at first. */
export function CheckedStep({ view, onMap, onBegin }: CheckedStepProps) {
  const { create = 0, update = 0, stop = 0 } = view.counts ?? {};
  const count = create + update;
  const words = IMPORT_WORDS[view.subject];
  return (
    <Screen
      footer={
        <Button
          kind="main"
          text={count === 0 ? '没有可以导入的行' : `导入 ${count} 人`}
          isDisabled={count === 0}
          onTap={onBegin}
        />
      }
    >
      <Card title={view.fileName}>
        <Row title={`新增 ${create} 人`} note={words.created} />
        <Row title={`更新 ${update} 人`} note={words.updated} />
        <Row title={words.stopped(stop)} note={stop > 0 ? '原因在下面' : '都看懂了'} />
        <Button text="改每一列的用途" onTap={onMap} />
      </Card>
      {view.problemPages > 0 && <Problems view={view} />}
      {view.subject === 'staff' && <StaffPlanCard view={view} />}
      {stop > 0 && <Notice text="可以先导入其余的，改好表格再导入一次：已经导入的人不会重复。" />}
    </Screen>
  );
}

function Problems({ view }: { view: RosterImport }) {
  const [page, setPage] = useState(0);
  const problems = useRosterProblems(view.id, page);
  return (
    <Card
      title="要看一下的"
      aside={view.problemPages > 1 ? `第 ${page + 1} 页，共 ${view.problemPages} 页` : undefined}
    >
      <Answered query={problems} skeleton={<Skeleton rows={4} />}>
        {({ problems: all, next }) => (
          <>
            {all.map(({ where, text, isStop }) => (
              <Row
                key={`${where}${text}`}
                title={`${isStop ? '不导入' : '提醒'} · ${where}`}
                note={text}
              />
            ))}
            {page > 0 && <Button text="上一页" onTap={() => setPage(page - 1)} />}
            {next !== null && <Button text="下一页" onTap={() => setPage(next)} />}
          </>
        )}
      </Answered>
    </Card>
  );
}
