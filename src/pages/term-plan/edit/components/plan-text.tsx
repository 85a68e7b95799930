import { scheduleText } from '../../../../../domain/term-plan/term-plan.rules';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Part } from '../../../../components/part';
import type { PlanAnswer } from '../../term-plan.queries';
import { FiledLine } from './filed-line';

/** A plan to read. */
export function PlanText({ answer: { label, term, plan } }: { answer: PlanAnswer }) {
  if (!plan) return <Empty text={`${label}还没有写${term.label}的计划。`} />;
  return (
    <>
      <FiledLine plan={plan} />
      <Card title={label} aside={term.label}>
        <Part label="目标" text={plan.goals} />
        <Part label="措施" text={plan.measures} />
        <Part label="安排" text={scheduleText(plan.rows)} />
      </Card>
    </>
  );
}
