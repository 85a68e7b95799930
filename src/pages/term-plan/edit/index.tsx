import { useRouter } from '@tarojs/taro';
import type { PlanLevel } from '../../../../domain/term-plan/term-plan.schema';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useTermPlan } from '../term-plan.queries';
import { PlanForm } from './components/plan-form';
import { PlanText } from './components/plan-text';

/** One plan: to write and file for whoever plans there, to read for the others. */
export default function TermPlanPage() {
  const { level = 'class', placeId = '' } = useRouter().params;
  const of = { level: level as PlanLevel, placeId };
  const plan = useTermPlan(of);
  const { data } = plan;
  if (data?.may.revise) {
    return (
      <PlanForm
        key={data.plan?.filedAt ? 'filed' : 'open'}
        of={of}
        answer={data}
        onFiled={() => void plan.refetch()}
      />
    );
  }
  return (
    <Screen>
      <Answered query={plan} skeleton={<Skeleton rows={6} />}>
        {(answer) => <PlanText answer={answer} />}
      </Answered>
    </Screen>
  );
}
