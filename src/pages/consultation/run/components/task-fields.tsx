import { addDays, sayDay } from '../../../../../domain/calendar/day';
import { OneOf, SomeOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import type { Meeting } from '../../consultation.queries';

interface Task {
  ownerId: string | null;
  helperIds: string[];
  dueOn: string | null;
}

interface TaskFieldsProps {
  meeting: Meeting;
  initial: Task;
  onChange(changes: Partial<Task>): void;
}

const IN_DAYS = [1, 3, 7, 14] as const;
const MAX_AHEAD = 180;

/** 谁 · 协助 · 哪天看, by tap: those who sit in the meeting. */
export function TaskFields({ meeting, initial, onChange }: TaskFieldsProps) {
  const { people, on } = meeting;
  const choices = people.map(({ memberId, name }) => [memberId, name] as const);
  return (
    <>
      <OneOf
        label="谁负责"
        choices={choices}
        initial={initial.ownerId}
        onChoose={(ownerId) => onChange({ ownerId })}
      />
      <SomeOf
        label="谁协助"
        choices={choices}
        initial={initial.helperIds}
        onChoose={(helperIds) => onChange({ helperIds })}
      />
      <DayField
        label="哪天看"
        usual={IN_DAYS.map((days) => [addDays(on, days), sayDay(addDays(on, days), on)] as const)}
        from={on}
        to={addDays(on, MAX_AHEAD)}
        initial={initial.dueOn ?? ''}
        say={(day) => (day === '' ? '别的日子' : sayDay(day, on))}
        onChoose={(dueOn) => onChange({ dueOn })}
      />
    </>
  );
}
