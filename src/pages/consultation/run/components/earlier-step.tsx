import { useState } from 'react';
import { monthAndDay } from '../../../../../domain/calendar/day';
import { RESOLUTION_STATES } from '../../../../../domain/consultation/resolution.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Row } from '../../../../components/row';
import { useWriteId } from '../../../../platform/use-api';
import { type Meeting, type Resolution, useReview } from '../../consultation.queries';
import { ReviewSheet } from './review-sheet';

interface EarlierStepProps {
  meeting: Meeting;
  onSaved(): void;
}

/** What earlier meetings decided: done, or why not and until when now. */
export function EarlierStep({ meeting, onSaved }: EarlierStepProps) {
  const [late, setLate] = useState<Resolution | null>(null);
  const { mutate, isPending } = useReview(meeting);
  const writeIdOf = useWriteId();
  const isDone = ({ id: resolutionId, rev }: Resolution) => {
    const content = {
      ...{ resolutionId, rev, consultationId: meeting.id },
      ...{ verdict: 'done' as const, words: '', dueOn: null },
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess: onSaved });
  };
  return (
    <Card title="上次的决议" aside={String(meeting.earlier.length)}>
      {meeting.earlier.length === 0 && <Empty text="没有等着检查的决议。" />}
      {meeting.earlier.map((resolution) => {
        const { id, what, owner, dueOn, state, isLate, reviewedIn } = resolution;
        const isReviewed = reviewedIn.includes(meeting.id);
        const standing = isReviewed
          ? state === 'open'
            ? `继续做，${monthAndDay(dueOn)}看`
            : RESOLUTION_STATES[state]
          : `${monthAndDay(dueOn)}${isLate ? '到期，晚了' : '看'}`;
        return (
          <Row
            key={id}
            title={what}
            note={`${owner} · ${standing}`}
            aside={
              !isReviewed && (
                <>
                  <Button
                    text="做到了"
                    label={`做到了：${what}`}
                    isBusy={isPending}
                    onTap={() => isDone(resolution)}
                  />
                  <Button
                    kind="link"
                    text="没做完"
                    label={`没做完：${what}`}
                    onTap={() => setLate(resolution)}
                  />
                </>
              )
            }
          />
        );
      })}
      {late && (
        <ReviewSheet
          meeting={meeting}
          resolution={late}
          onSaved={onSaved}
          onClose={() => setLate(null)}
        />
      )}
    </Card>
  );
}
