import { useState } from 'react';
import { Button } from '../../../components/button';
import { useDraft } from '../../../components/edit/use-draft';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { Segments } from '../../../components/segments';
import { useWriteId } from '../../../platform/use-api';
import { useSetUpCode, useSetUpSchool } from '../first-run.queries';
import { Opened } from './components/opened';
import {
  missing,
  NEW_PLAN,
  type Plan,
  readPlan,
  withGrades,
  withProposal,
} from './components/plan';
import { STEPS } from './components/steps';

/** 为学校开通: six screens, kept on the phone as they are filled, and one write at the end. */
export default function FirstRunPage() {
  const draft = useDraft('first-run', readPlan);
  const [plan, setPlan] = useState<Plan>(draft.restored ?? NEW_PLAN);
  const [isOpened, setIsOpened] = useState(false);
  const [gap, setGap] = useState<string | null>(null);
  const check = useSetUpCode();
  const store = useSetUpSchool();
  const writeIdOf = useWriteId();

  const put = (next: Plan) => {
    setPlan(next);
    draft.keep(next);
    setGap(null);
  };
  const goOn = (from: Plan) => put(withGrades({ ...from, step: from.step + 1 }));
  const finish = () => {
    const { step: _step, proposal, ...school } = plan;
    const content = { ...school, schoolYear: proposal?.schoolYear ?? 0 };
    store.mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess: () => {
          draft.drop();
          setIsOpened(true);
        },
      },
    );
  };
  const next = () => {
    const missed = missing(plan);
    setGap(missed);
    if (missed !== null) return;
    if (plan.step === 0) {
      const { code } = plan;
      check.mutate({ code }, { onSuccess: (proposal) => goOn(withProposal(plan, proposal)) });
    } else if (plan.step < STEPS.length - 1) goOn(plan);
    else finish();
  };

  if (isOpened) return <Opened plan={plan} />;
  const Step = STEPS[plan.step] ?? STEPS[0];
  if (!Step) return null;
  const error =
    gap ?? ((check.error ?? store.error) ? sayFailure(check.error ?? store.error) : null);
  const isLast = plan.step === STEPS.length - 1;
  return (
    <Screen
      footer={
        <>
          {error !== null && <Notice kind="error" text={error} />}
          <Button
            kind="main"
            text={isLast ? '开通学校' : '下一步'}
            isBusy={check.isPending || store.isPending}
            onTap={next}
          />
          {plan.step > 0 && (
            <Button
              kind="link"
              text="上一步"
              isDisabled={store.isPending}
              onTap={() => put({ ...plan, step: plan.step - 1 })}
            />
          )}
        </>
      }
    >
      <Segments filled={plan.step + 1} of={STEPS.length} />
      <Notice text={`第 ${plan.step + 1} 步，共 ${STEPS.length} 步`} />
      <Step key={plan.step} plan={plan} onChange={(change) => put({ ...plan, ...change })} />
    </Screen>
  );
}
