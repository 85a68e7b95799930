import { useState } from 'react';
import {
  type ChosenSuccessors,
  ENDS_WITHOUT,
  type HandedOver,
  MAX_REASON,
} from '../../../../../domain/leaving/departure.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { ReasonSheet } from '../../../../components/reason-sheet';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { sayDate } from '../../../../platform/when';
import type { DeparturePlan } from '../../leaving.queries';
import { SuccessorSheet } from './successor-sheet';
import { useHandover } from './use-handover';
import { WorkCard } from './work-card';

interface HandoverFormProps {
  plan: DeparturePlan;
  onChanged(): void;
}

const NOBODY_YET: ChosenSuccessors = {
  ...{ homeroom: null, subjects: null, mentees: null },
  ...{ resolutions: null, cases: null, meetings: null, visits: null },
};

const REASONS = ['调到别的学校', '退休', '辞职', '借调结束'];

/** Everything in hand with its successor; before the departure and after it. */
export function HandoverForm({ plan, onChanged }: HandoverFormProps) {
  const { name, departure, kinds } = plan;
  const [chosen, setChosen] = useState<ChosenSuccessors>(() => chosenBefore(plan));
  const [choosing, setChoosing] = useState<HandedOver | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const { isBusy, error, leave, giveLater } = useHandover(plan, onChanged);

  const open = kinds.find(({ kind }) => kind === choosing);
  const choose = (kind: HandedOver, id: string | null) => setChosen({ ...chosen, [kind]: id });
  const hasChosen = kinds.some(({ kind }) => (chosen[kind] ?? null) !== null);
  const sheet = open ? (
    <SuccessorSheet
      work={open}
      plan={plan}
      chosenId={chosen[open.kind] ?? null}
      onChoose={(id) => choose(open.kind, id)}
      onClose={() => setChoosing(null)}
    />
  ) : (
    isLeaving && (
      <ReasonSheet
        title={`${name}离校？`}
        notice={`${name}从下一次点开起看不到学校的任何内容。${sayLater(plan, chosen)}写过的记录都留下。`}
        usual={REASONS}
        verb="离校"
        max={MAX_REASON}
        isBusy={isBusy}
        error={error}
        onGive={(reason) => void leave(reason, chosen)}
        onClose={() => setIsLeaving(false)}
      />
    )
  );
  const footer = departure ? (
    kinds.length > 0 && (
      <Button
        kind="main"
        text="交给选好的老师"
        isDisabled={!hasChosen}
        isBusy={isBusy}
        onTap={() => void giveLater(chosen)}
      />
    )
  ) : (
    <Button kind="main" text="离校" isBusy={isBusy} onTap={() => setIsLeaving(true)} />
  );
  return (
    <Screen footer={footer} sheet={sheet}>
      <Card title={name} aside={departure ? `${sayDate(departure.on)}离校` : undefined}>
        {plan.postings.map(({ label, reach }) => (
          <Row key={`${label} ${reach}`} title={label} note={reach} />
        ))}
      </Card>
      {departure && (
        <Notice
          text={
            kinds.length === 0
              ? `已经离校（${departure.reason}），工作都交接完了。`
              : `已经离校（${departure.reason}），看不到学校的内容了。下面这些还没有人接。`
          }
        />
      )}
      {!departure && kinds.length === 0 && (
        <Notice text="手里没有要交接的工作，可以直接办理离校。" />
      )}
      {kinds.map((work) => (
        <WorkCard
          key={work.kind}
          work={work}
          plan={plan}
          chosenId={chosen[work.kind] ?? null}
          onChoose={(id) => choose(work.kind, id)}
          onMore={() => setChoosing(work.kind)}
        />
      ))}
      {error !== null && !isLeaving && <Notice kind="error" text={sayFailure(error)} />}
    </Screen>
  );
}

/** Whom an interrupted handover was meant for. */
const chosenBefore = ({ departure, kinds }: DeparturePlan): ChosenSuccessors => ({
  ...NOBODY_YET,
  ...Object.fromEntries(
    kinds.map(({ kind }) => [kind, departure?.successors[kind]?.id ?? null] as const),
  ),
});

/** What becomes of what nobody takes on. */
function sayLater({ kinds }: DeparturePlan, chosen: ChosenSuccessors): string {
  const without = kinds.filter(({ kind }) => (chosen[kind] ?? null) === null);
  const ends = without.filter(({ kind }) => ENDS_WITHOUT.includes(kind));
  const waits = without.filter(({ kind }) => !ENDS_WITHOUT.includes(kind));
  const labels = (all: typeof without) => all.map(({ label }) => label).join('、');
  return [
    waits.length > 0 && `${labels(waits)}以后再定。`,
    ends.length > 0 && `${labels(ends)}先没有人，可以另外安排。`,
  ]
    .filter(Boolean)
    .join('');
}
