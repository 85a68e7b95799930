import { useState } from 'react';
import { PERMISSIONS } from '../../../../domain/access/permissions';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useMe } from '../../../platform/me';
import { openPage } from '../../../platform/navigate';
import {
  type ClassRow,
  type Column,
  useLate,
  useProgress,
  useSignOffs,
  useUnseen,
} from '../leader.queries';
import { CellSheet } from './components/cell-sheet';
import { DutyMap } from './components/duty-map';
import { DutyTable } from './components/duty-table';
import { TrendCard } from './components/trend-card';
import { LateCard, SignOffsCard, UnseenCard } from './components/waiting-cards';

/** 各班进展: how the classes stand, how the weeks went, and what waits for me. */
export default function LeaderPage() {
  const me = useMe();
  const maySign = me.data?.roles.some(
    ({ role }) => role in PERMISSIONS['consultation.signOff'].allow,
  );
  const progress = useProgress();
  useUnseen(); // These go in the same call; the cards below then have them.
  useLate();
  useSignOffs(maySign === true);
  const [isTable, setTable] = useState(false);
  const [cell, setCell] = useState<{ row: ClassRow; column: Column | null } | null>(null);
  const sheet = cell && progress.data && (
    <CellSheet {...cell} progress={progress.data} onClose={() => setCell(null)} />
  );
  return (
    <Screen sheet={sheet}>
      <Answered query={progress} skeleton={<Skeleton rows={10} />}>
        {(known) => (
          <>
            <Card
              title={known.week ?? '各班'}
              aside={
                <Button
                  kind="link"
                  text={isTable ? '看图' : '表格'}
                  label={isTable ? '看图' : '用表格看'}
                  onTap={() => setTable(!isTable)}
                />
              }
            >
              {known.classes.length === 0 && <Empty text="您包靠或管理的班级会出现在这里。" />}
              {isTable ? (
                <DutyTable progress={known} />
              ) : (
                <DutyMap progress={known} onOpen={setCell} />
              )}
            </Card>
            {known.trends.map((trend) => (
              <TrendCard key={trend.placeId} trend={trend} isTable={isTable} />
            ))}
            <UnseenCard />
            <LateCard />
            {maySign && <SignOffsCard />}
            <Card>
              <Row
                title="小结和通报"
                note="每周、每月、每学期；可以发到群里"
                onTap={() => openPage('summaries', {})}
              />
            </Card>
          </>
        )}
      </Answered>
    </Screen>
  );
}
