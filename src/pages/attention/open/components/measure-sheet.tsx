import { useRef, useState } from 'react';
import type { Measure } from '../../../../../domain/attention/attention-case.schema';
import { addDays, dayOf } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import { TextArea } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { newId } from '../../../../platform/id';
import { sayDate } from '../../../../platform/when';

interface MeasureSheetProps {
  measure: Measure | null;
  onDone(measure: Measure): void;
  onRemove(id: string): void;
  onClose(): void;
}

const OWNERS = ['班主任', '导师', '任课教师', '心理教师', '家长', '本人'].map(
  (owner) => [owner, owner] as const,
);
const MAX_TEXT = 120;
const A_YEAR = 365;

/** One measure: what, who, until when; and whether it is done. */
export function MeasureSheet({ measure, onDone, onRemove, onClose }: MeasureSheetProps) {
  const today = dayOf(new Date());
  const written = useRef<Measure>(
    measure ?? {
      id: newId(),
      text: '',
      owner: '班主任',
      until: addDays(today, 14),
      isDone: false,
    },
  );
  const [hasText, setHasText] = useState(written.current.text !== '');
  const change = (part: Partial<Measure>) => {
    written.current = { ...written.current, ...part };
  };
  const done = (part: Partial<Measure> = {}) => {
    onDone({ ...written.current, ...part, text: written.current.text.trim() });
    onClose();
  };
  const remove = () => {
    onRemove(written.current.id);
    onClose();
  };
  return (
    <Sheet
      title="措施"
      footer={<Button kind="main" text="好" isDisabled={!hasText} onTap={() => done()} />}
      onClose={onClose}
    >
      <TextArea
        label="做什么"
        placeholder="一件能做到的小事。"
        max={MAX_TEXT}
        initial={written.current.text}
        onInput={(text) => {
          change({ text });
          setHasText(text.trim() !== '');
        }}
      />
      <OneOf
        label="谁来做"
        choices={OWNERS}
        initial={written.current.owner}
        onChoose={(owner) => change({ owner })}
      />
      <DayField
        label="到哪天"
        usual={[
          [addDays(today, 7), '一周后'],
          [addDays(today, 14), '两周后'],
          [addDays(today, 30), '一个月后'],
        ]}
        from={today}
        to={addDays(today, A_YEAR)}
        initial={written.current.until}
        say={sayDate}
        onChoose={(until) => change({ until })}
      />
      {measure && !measure.isDone && (
        <Button text="已经完成" onTap={() => done({ isDone: true })} />
      )}
      {measure && <Button kind="link" text="去掉这一条" onTap={remove} />}
    </Sheet>
  );
}
