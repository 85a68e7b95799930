import { PLAN_LEVELS, type PlanLevel } from '../../../../domain/school/plan-level';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { sayWhen } from '../../../platform/when';
import { type PlanPlaces, useTermPlans } from '../term-plan.queries';

type Place = PlanPlaces['places'][number];

const LEVELS: readonly PlanLevel[] = ['school', 'division', 'class'];

function sayState({ isWritten, filedAt, byName }: Place): string {
  if (filedAt) return `${byName ?? ''} · ${sayWhen(filedAt)}报备`;
  return isWritten ? `${byName ?? ''}正在写，还没有报备` : '还没有写';
}

/** 学期会商计划 of every place within reach: who has filed it, and the way to one's own. */
export default function TermPlansPage() {
  const plans = useTermPlans();
  return (
    <Screen>
      <Answered query={plans} skeleton={<Skeleton rows={6} />}>
        {({ places }) => (
          <>
            <Notice text="学期初写好目标和安排，报教务处备案；会印在学情会商记录本的前面。" />
            {places.length === 0 && <Empty text="班级、级部和学校的计划会出现在这里。" />}
            {LEVELS.map((level) => (
              <LevelCard
                key={level}
                level={level}
                places={places.filter((one) => one.level === level)}
              />
            ))}
          </>
        )}
      </Answered>
    </Screen>
  );
}

function LevelCard({ level, places }: { level: PlanLevel; places: Place[] }) {
  if (places.length === 0) return null;
  const filed = places.filter(({ filedAt }) => filedAt !== null).length;
  return (
    <Card title={PLAN_LEVELS[level]} aside={`已报备 ${filed}/${places.length}`}>
      {places.map((place) => (
        <Row
          key={place.placeId}
          title={place.label}
          note={sayState(place)}
          onTap={() => openPage('termPlan', { level, placeId: place.placeId })}
        />
      ))}
    </Card>
  );
}
