import { useState } from 'react';
import { SCREENING_KINDS, type ScreeningKind } from '../../../../domain/screening/screening.schema';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { sayDate } from '../../../platform/when';
import { type Rounds, useRounds } from '../screening.queries';
import { PlanSheet } from './components/plan-sheet';

const KINDS = Object.entries(SCREENING_KINDS) as [ScreeningKind, string][];

/** 排查: the school's rounds, newest first. */
export default function ScreeningPage() {
  const rounds = useRounds();
  const [isPlanning, setIsPlanning] = useState(false);
  const answer = rounds.data;
  return (
    <Screen
      sheet={
        isPlanning &&
        answer && (
          <PlanSheet
            kinds={KINDS}
            dueOn={answer.dueOn}
            onSaved={() => void rounds.refetch()}
            onClose={() => setIsPlanning(false)}
          />
        )
      }
      footer={
        answer?.may.plan && <Button kind="main" text="发起排查" onTap={() => setIsPlanning(true)} />
      }
    >
      <Answered query={rounds} skeleton={<Skeleton rows={5} />}>
        {({ rounds: all, ownClassIds }) => (
          <Card title="排查">
            {all.length === 0 && <Empty text="政教处发起排查以后，每个班在这里填一张表。" />}
            {all.map((round) => (
              <Row
                key={round.id}
                title={round.title}
                note={sayRound(round)}
                onTap={() => openRound(round.id, ownClassIds)}
              />
            ))}
          </Card>
        )}
      </Answered>
    </Screen>
  );
}

/** A homeroom teacher goes straight to their own sheet. */
function openRound(roundId: string, ownClassIds: readonly string[]): void {
  const [classId] = ownClassIds;
  if (classId !== undefined) openPage('screeningSheet', { roundId, classId });
  else openPage('screeningRound', { roundId });
}

function sayRound({ isOpen, dueOn, closing }: Rounds['rounds'][number]): string {
  if (isOpen || !closing) return `请在${sayDate(dueOn)}前完成`;
  return `学校已确认 · 看到 ${closing.students} 人，${closing.findings} 人需要关注`;
}
