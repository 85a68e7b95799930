import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { Progress } from '../../../components/segments';
import { Skeleton } from '../../../components/skeleton';
import { PlanSheet } from '../components/plan-sheet';
import { type Coverage, type CoveredStudent, useCoverage } from '../home-visit.queries';
import { StudentSheet } from './components/student-sheet';
import { StudentsCard } from './components/students-card';

/** 家访: how far a class, or one's mentees, are this term, and who is next. */
export default function CoveragePage() {
  const { classId } = useRouter().params;
  const coverage = useCoverage(classId);
  const [chosen, setChosen] = useState<CoveredStudent | null>(null);
  const [planned, setPlanned] = useState<CoveredStudent | null>(null);
  const sheet = planned ? (
    <PlanSheet student={planned} onClose={() => setPlanned(null)} />
  ) : (
    chosen && (
      <StudentSheet
        student={chosen}
        onPlan={() => {
          setPlanned(chosen);
          setChosen(null);
        }}
        onClose={() => setChosen(null)}
      />
    )
  );
  return (
    <Screen sheet={sheet}>
      <Answered query={coverage} skeleton={<CoverageSkeleton />}>
        {(answer) => <Covered coverage={answer} onOpen={setChosen} />}
      </Answered>
    </Screen>
  );
}

interface CoveredProps {
  coverage: Coverage;
  onOpen(student: CoveredStudent): void;
}

function Covered({ coverage, onOpen }: CoveredProps) {
  const { label, term, visited, students } = coverage;
  const waiting = students.filter(({ isVisited }) => !isVisited);
  const done = students.filter(({ isVisited }) => isVisited);
  return (
    <>
      <Card title={label} aside={`已家访 ${visited}/${students.length}`}>
        <Progress done={visited} of={students.length} />
        {students.length === 0 ? (
          <Empty text="学校把学生分给您以后，每人每学期一次的家访会出现在这里。" />
        ) : (
          <>
            <Empty text={`${term.label} · 每人每学期一次，上门、电话、视频都算`} />
            <Notice text="先去更需要的家：台账里学习困难等公开类别的学生，和建了关注档案的学生，排在前面。留守、特殊家庭等保密类别，请先建档案。" />
          </>
        )}
      </Card>
      {waiting.length > 0 && <StudentsCard title="接下来" students={waiting} onOpen={onOpen} />}
      {done.length > 0 && <StudentsCard title="本学期已家访" students={done} onOpen={onOpen} />}
    </>
  );
}

function CoverageSkeleton() {
  return (
    <>
      <Skeleton rows={1} />
      <Skeleton rows={6} />
    </>
  );
}
