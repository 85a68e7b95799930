import { useState } from 'react';
import { addDays, laterOf, monthAndDay } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import { TextField } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import type { Edited } from '../calendar-draft';

type EditedDays = Exclude<Edited, { kind: 'term' }>;

interface DaysSheetProps {
  edited: EditedDays;
  onDone(edited: EditedDays, isRemoved?: boolean): void;
  onClose(): void;
}

const REACH = 200;
const MAX_LABEL = 20;

/** What these days mean, in the words of each kind. */
const KINDS = {
  ownDays: { title: '本校自己的日子', label: '什么日子', yes: '照常上课', no: '不上课' },
  exams: { title: '考试', label: '什么考试', yes: '这几天不作要求', no: '照常要求' },
} as const;

/** Some days with a name: a break, a day of lessons, an exam. */
export function DaysSheet({ edited, onDone, onClose }: DaysSheetProps) {
  const { kind, place } = edited;
  const [label, setLabel] = useState(edited.value.label);
  const [from, setFrom] = useState(edited.value.from);
  const [to, setTo] = useState(edited.value.to);
  const [isYes, setYes] = useState(
    kind === 'exams' ? edited.value.isExcused : edited.value.isSchoolDay,
  );
  const says = KINDS[kind];
  const done = () => {
    const days = { label: label.trim(), from, to: laterOf(from, to) };
    if (kind === 'exams') onDone({ kind, place, value: { ...days, isExcused: isYes } });
    else onDone({ kind, place, value: { ...days, isSchoolDay: isYes } });
  };
  const day = (text: string, initial: string, choose: (chosen: string) => void) => (
    <DayField
      label={text}
      usual={[[initial, monthAndDay(initial)]]}
      from={addDays(initial, -REACH)}
      to={addDays(initial, REACH)}
      initial={initial}
      say={monthAndDay}
      onChoose={choose}
    />
  );
  return (
    <Sheet
      title={says.title}
      footer={
        <>
          <Button kind="main" text="就这样" isDisabled={label.trim() === ''} onTap={done} />
          {place >= 0 && <Button kind="link" text="删去" onTap={() => onDone(edited, true)} />}
        </>
      }
      onClose={onClose}
    >
      <TextField
        label={says.label}
        placeholder={kind === 'exams' ? '期中考试' : '秋季运动会'}
        max={MAX_LABEL}
        initial={label}
        onInput={setLabel}
      />
      {day('从哪天', edited.value.from, setFrom)}
      {day('到哪天', edited.value.to, setTo)}
      <OneOf
        label="这几天"
        choices={[
          ['yes', says.yes],
          ['no', says.no],
        ]}
        initial={isYes ? 'yes' : 'no'}
        onChoose={(chosen) => setYes(chosen === 'yes')}
      />
    </Sheet>
  );
}
