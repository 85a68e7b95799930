import { useRef, useState } from 'react';
import { addDays, dayOf, sayDay } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type Meeting, useCancel, useRevise } from '../../consultation.queries';

type Change = 'moved' | 'sitting' | 'cancelled';
const CHANGES = [
  ['moved', '改期'],
  ['sitting', '再开一次'],
  ['cancelled', '取消'],
] as const satisfies readonly (readonly [Change, string])[];
const DAYS = [1, 2, 3, 4, 5, 6, 7];

interface ChangeSheetProps {
  meeting: Meeting;
  onSaved(): void;
  onClose(): void;
}

/** Move, hold again or cancel; why stays with the meeting. */
export function ChangeSheet({ meeting, onSaved, onClose }: ChangeSheetProps) {
  const { id: consultationId, rev, startsAt, place } = meeting;
  const today = dayOf(new Date());
  const [change, setChange] = useState<Change>(meeting.state === 'running' ? 'sitting' : 'moved');
  const [on, setOn] = useState(addDays(today, 1));
  const reason = useRef('');
  const revise = useRevise();
  const cancel = useCancel();
  const writeIdOf = useWriteId();
  const onSuccess = () => {
    showToast({ text: change === 'cancelled' ? '已取消' : '已改好' });
    onSaved();
    onClose();
  };
  const save = () => {
    const why = reason.current;
    const edit = {
      consultationId,
      rev,
      writeId: writeIdOf({ consultationId, rev, change, on, why }),
    };
    if (change === 'cancelled') return cancel.mutate({ ...edit, reason: why }, { onSuccess });
    return revise.mutate({ ...edit, change, on, startsAt, place, reason: why }, { onSuccess });
  };
  const error = revise.error ?? cancel.error;
  return (
    <Sheet
      title="改期、取消"
      footer={
        <Button
          kind="main"
          text="保存"
          isBusy={revise.isPending || cancel.isPending}
          onTap={save}
        />
      }
      onClose={onClose}
    >
      <OneOf<Change>
        label="怎么改"
        choices={CHANGES.filter(([key]) => key !== 'moved' || meeting.state === 'planned')}
        initial={change}
        onChoose={setChange}
      />
      {change !== 'cancelled' && (
        <DayField
          label="哪天开"
          usual={DAYS.map(
            (days) => [addDays(today, days), sayDay(addDays(today, days), today)] as const,
          )}
          from={today}
          to={addDays(today, 120)}
          initial={on}
          say={(day) => sayDay(day, today)}
          onChoose={setOn}
        />
      )}
      <TextField
        label="原因"
        placeholder="期中考试、会议室有活动"
        max={100}
        initial=""
        onInput={(value) => {
          reason.current = value;
        }}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
