import { useState } from 'react';
import { addDays, dayOf } from '../../../../../domain/calendar/day';
import type { ScreeningKind } from '../../../../../domain/screening/screening.schema';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { sayDate } from '../../../../platform/when';
import { usePlanRound } from '../../screening.queries';

interface PlanSheetProps {
  kinds: readonly (readonly [ScreeningKind, string])[];
  /** The day by which each kind is usually done. */
  dueOn: Record<ScreeningKind, string>;
  onSaved(): void;
  onClose(): void;
}

const LATEST = 60;

/** Begins a round: which kind, and by when. */
export function PlanSheet({ kinds, dueOn, onSaved, onClose }: PlanSheetProps) {
  const today = dayOf(new Date());
  const [kind, setKind] = useState<ScreeningKind>('monthly');
  const [due, setDue] = useState(dueOn.monthly);
  const { mutate, isPending, error } = usePlanRound();
  const writeIdOf = useWriteId();
  const choose = (chosen: ScreeningKind) => {
    setKind(chosen);
    setDue(dueOn[chosen]);
  };
  const save = () => {
    const content = { kind, dueOn: due };
    const onSuccess = ({ title }: { title: string }) => {
      showToast({ text: `已发起：${title}` });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title="发起排查"
      footer={<Button kind="main" text="发起" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      <Notice text="每个班的每名学生都要看到。班主任交表，级部确认，最后学校确认。" />
      <OneOf label="哪一种" choices={kinds} initial={kind} onChoose={choose} />
      <DayField
        key={kind}
        label="哪天交齐"
        usual={[
          [addDays(today, 3), '三天内'],
          [addDays(today, 6), '一周内'],
        ]}
        from={today}
        to={addDays(today, LATEST)}
        initial={due}
        say={sayDate}
        onChoose={setDue}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
