import { useState } from 'react';
import { WEEKDAY_LABELS } from '../../../../../domain/calendar/day';
import type { Cadence, CadenceOf } from '../../../../../domain/regulation/cadence.schema';
import type { Duty } from '../../../../../domain/regulation/duty.schema';
import {
  type SubjectCounts,
  sayCadence,
  sayEffect,
} from '../../../../../domain/regulation/say-cadence';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { Part } from '../../../../components/part';
import { Sheet } from '../../../../components/sheet';

/** What a school usually chooses among; a rule counted from an event stays as its source has it. */
const CADENCES = {
  weekly: { kind: 'weekly' },
  oddWeeks: { kind: 'oddWeeks' },
  evenWeeks: { kind: 'evenWeeks' },
  everyTwoWeeks: { kind: 'everyTwoWeeks' },
  monthly: { kind: 'monthly' },
  termly: { kind: 'termly' },
} as const satisfies Record<string, Cadence>;
type Usual = keyof typeof CADENCES;

const isUsual = (kind: string): kind is Usual => kind in CADENCES;
const COUNTS = ['1', '2', '3', '4'].map((count) => [count, `${count} 次`] as const);

type Slotted = CadenceOf<'weekly' | 'oddWeeks' | 'evenWeeks'>;

const hasSlot = (cadence: Cadence): cadence is Slotted =>
  ['weekly', 'oddWeeks', 'evenWeeks'].includes(cadence.kind);

/** On another weekday the lesson of the source says nothing any more; 0 is any day. */
function onWeekday(cadence: Cadence, weekday: number): Cadence {
  if (!hasSlot(cadence) || cadence.weekday === weekday) return cadence;
  return { kind: cadence.kind, ...(weekday > 0 && { weekday }) };
}

interface DutySheetProps {
  duty: Duty;
  counts: SubjectCounts;
  onDone(duty: Duty): void;
  onClose(): void;
}

/** How often, and what that amounts to, before anything is stored. */
export function DutySheet({ duty, counts, onDone, onClose }: DutySheetProps) {
  const [draft, setDraft] = useState(duty);
  const done = () => {
    onDone(draft);
    onClose();
  };
  const change = (kind: Usual) =>
    setDraft({ ...draft, cadence: kind === duty.cadence.kind ? duty.cadence : CADENCES[kind] });
  return (
    <Sheet
      title={duty.title}
      footer={<Button kind="main" text="好了" onTap={done} />}
      onClose={onClose}
    >
      <Part label="依据" text={[duty.clause, duty.note].filter(Boolean).join('：')} />
      <OneOf<'on' | 'off'>
        label="用不用"
        choices={[
          ['on', '启用'],
          ['off', '停用'],
        ]}
        initial={draft.isOn ? 'on' : 'off'}
        onChoose={(key) => setDraft({ ...draft, isOn: key === 'on' })}
      />
      {isUsual(duty.cadence.kind) && (
        <OneOf<Usual>
          label="多久一次"
          choices={(Object.keys(CADENCES) as Usual[]).map(
            (kind) =>
              [
                kind,
                sayCadence(kind === duty.cadence.kind ? duty.cadence : CADENCES[kind]),
              ] as const,
          )}
          initial={duty.cadence.kind}
          onChoose={change}
        />
      )}
      {hasSlot(draft.cadence) && (
        <OneOf
          key={draft.cadence.kind}
          label="星期几"
          choices={[
            ['0', '不定'] as const,
            ...WEEKDAY_LABELS.map((label, place) => [String(place + 1), label] as const),
          ]}
          initial={String(draft.cadence.weekday ?? 0)}
          onChoose={(day) => setDraft({ ...draft, cadence: onWeekday(draft.cadence, Number(day)) })}
        />
      )}
      <OneOf
        label="几次"
        choices={COUNTS}
        initial={String(draft.count)}
        onChoose={(count) => setDraft({ ...draft, count: Number(count) })}
      />
      <Part label="合起来" text={draft.isOn ? sayEffect(draft, counts) : '不再要求'} />
    </Sheet>
  );
}
