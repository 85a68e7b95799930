import { useRef, useState } from 'react';
import { addDays, sayDay } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { DayField } from '../../../../components/day-field';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { useWriteId } from '../../../../platform/use-api';
import { type Meeting, type Resolution, useReview } from '../../consultation.queries';

interface ReviewSheetProps {
  meeting: Meeting;
  resolution: Resolution;
  onSaved(): void;
  onClose(): void;
}

const IN_DAYS = [3, 7, 14] as const;

/** Not done: why, and until when now; or the meeting lets it be. */
export function ReviewSheet({ meeting, resolution, onSaved, onClose }: ReviewSheetProps) {
  const { id: resolutionId, rev, what, isLate } = resolution;
  const { on } = meeting;
  const [dueOn, setDueOn] = useState(addDays(on, 7));
  const words = useRef('');
  const { mutate, isPending, error } = useReview(meeting);
  const writeIdOf = useWriteId();
  const save = (verdict: 'late' | 'carriedOver' | 'ended') => {
    const content = {
      ...{ resolutionId, rev, consultationId: meeting.id, verdict, words: words.current },
      dueOn: verdict === 'ended' ? null : dueOn,
    };
    const onSuccess = () => {
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title={what}
      footer={
        <>
          <Button
            kind="main"
            text="继续做"
            isBusy={isPending}
            onTap={() => save(isLate ? 'late' : 'carriedOver')}
          />
          <Button kind="link" text="不再做" onTap={() => save('ended')} />
        </>
      }
      onClose={onClose}
    >
      <TextArea
        label="为什么没有做完"
        max={300}
        initial=""
        onInput={(value) => {
          words.current = value;
        }}
      />
      <DayField
        label="新的完成日期"
        usual={IN_DAYS.map((days) => [addDays(on, days), sayDay(addDays(on, days), on)] as const)}
        from={on}
        to={addDays(on, 120)}
        initial={dueOn}
        say={(day) => sayDay(day, on)}
        onChoose={setDueOn}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
