import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { PlanLevel } from '../../../../domain/school/plan-level';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { PrintSheet } from '../../../sheets/book/print-sheet';
import { useTermPlan } from '../term-plan.queries';
import { PlanForm } from './components/plan-form';
import { PlanText } from './components/plan-text';

/** One plan: to write and file for whoever plans there, to read for the others. */
export default function TermPlanPage() {
  const { level = 'class', placeId = '' } = useRouter().params;
  const of = { level: level as PlanLevel, placeId };
  const plan = useTermPlan(of);
  const { data } = plan;
  const [isPrinting, setPrinting] = useState(false);
  const sheet = data && isPrinting && (
    <PrintSheet
      name="termPlan"
      input={{ ...of, termId: data.term.id }}
      onClose={() => setPrinting(false)}
    />
  );
  const print = data?.may.print && (
    <Button kind="link" text="打印这份计划" onTap={() => setPrinting(true)} />
  );
  if (data?.may.revise) {
    return (
      <PlanForm
        key={data.plan?.filedAt ? 'filed' : 'open'}
        of={of}
        answer={data}
        onFiled={() => void plan.refetch()}
        print={print}
        sheet={sheet}
      />
    );
  }
  return (
    <Screen sheet={sheet}>
      <Answered query={plan} skeleton={<Skeleton rows={6} />}>
        {(answer) => (
          <>
            <PlanText answer={answer} />
            {print}
          </>
        )}
      </Answered>
    </Screen>
  );
}
