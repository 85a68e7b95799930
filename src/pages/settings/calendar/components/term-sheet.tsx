import { useState } from 'react';
import { addDays, monthAndDay } from '../../../../../domain/calendar/day';
import { termLabel } from '../../../../../domain/calendar/term';
import { Button } from '../../../../components/button';
import { DayField } from '../../../../components/day-field';
import { Sheet } from '../../../../components/sheet';
import type { Edited } from '../calendar-draft';

type EditedTerm = Extract<Edited, { kind: 'term' }>;

interface TermSheetProps {
  edited: EditedTerm;
  today: string;
  onDone(edited: EditedTerm, isRemoved?: boolean): void;
  onClose(): void;
}

/** How far a term may be from its usual days. */
const REACH = 120;

/** A term: its first day, the first teaching week, its last day. */
export function TermSheet({ edited, today, onDone, onClose }: TermSheetProps) {
  const [term, setTerm] = useState(edited.value);
  const { startsOn, weekOneOn, endsOn } = edited.value;
  const day = (label: string, key: 'startsOn' | 'weekOneOn' | 'endsOn', initial: string) => (
    <DayField
      label={label}
      usual={[[initial, monthAndDay(initial)]]}
      from={addDays(initial, -REACH)}
      to={addDays(initial, REACH)}
      initial={initial}
      say={monthAndDay}
      onChoose={(chosen) => setTerm((now) => ({ ...now, [key]: chosen }))}
    />
  );
  return (
    <Sheet
      title={termLabel(term)}
      footer={
        <>
          <Button kind="main" text="就这样" onTap={() => onDone({ ...edited, value: term })} />
          {startsOn > today && edited.place >= 0 && (
            <Button kind="link" text="删去这个学期" onTap={() => onDone(edited, true)} />
          )}
        </>
      }
      onClose={onClose}
    >
      {day('开学日期', 'startsOn', startsOn)}
      {day('第一教学周里的任一天', 'weekOneOn', weekOneOn)}
      {day('学期最后一天', 'endsOn', endsOn)}
    </Sheet>
  );
}
