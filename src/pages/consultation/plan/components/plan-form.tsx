import { useRef, useState } from 'react';
import { addDays, dayOf, sayDay, weekdayOf } from '../../../../../domain/calendar/day';
import type { MeetingKindId } from '../../../../../domain/regulation/meeting-words';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import { sayFailure } from '../../../../components/failure';
import { TextArea, TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Part } from '../../../../components/part';
import { showToast } from '../../../../components/toast';
import type { Answer } from '../../../../platform/api';
import { newId } from '../../../../platform/id';
import { goBack } from '../../../../platform/navigate';
import { useWriteId } from '../../../../platform/use-api';
import { useReminded } from '../../../../platform/use-reminded';
import { usePlan } from '../../consultation.queries';

type Form = Answer<'consultationForm', 'byId'>;

const TIMES = ['08:00', '09:00', '12:40', '16:10', '17:00', '19:00'] as const;
const USUAL_DAYS = 8;
const MAX_AHEAD = 120;

/** The kind's own place in the week, if its rules name one. */
const slotOf = ({ kind }: Form) =>
  kind.before.find((rule) => rule.kind === 'slot') as { weekday: number; from: string } | undefined;

/** The next day on which the kind is usually held, today among them. */
function usualDay(form: Form, today: string): string {
  const slot = slotOf(form);
  if (!slot) return today;
  return addDays(today, (slot.weekday - weekdayOf(today) + 7) % 7);
}

interface PlanFormProps {
  kindId: MeetingKindId;
  placeId: string;
  form: Form;
}

export function PlanForm({ kindId, placeId, form }: PlanFormProps) {
  const today = dayOf(new Date());
  const [consultationId] = useState(newId);
  const [initial] = useState(() => ({
    on: usualDay(form, today),
    startsAt: (slotOf(form)?.from ?? null) as string | null,
    place: '',
    agenda: '',
    recorderId: null as string | null,
  }));
  const plan = useRef(initial);
  const change = (changes: Partial<typeof initial>) => {
    plan.current = { ...plan.current, ...changes };
  };
  const { mutate, isPending, error } = usePlan();
  const reminded = useReminded(['meeting', 'todo']);
  const writeIdOf = useWriteId();
  const people = [...new Map(form.invited.map((one) => [one.memberId, one.name])).entries()];
  const times = [...new Set([...(initial.startsAt ? [initial.startsAt] : []), ...TIMES])].sort();
  const save = () => {
    const content = { ...plan.current, consultationId, kindId, placeId, chairId: null, rev: 0 };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess() {
          showToast({ text: `已计划：${form.placeLabel} · ${form.label}` });
          goBack();
        },
      },
    );
  };
  return (
    <>
      <Card title={`${form.placeLabel} · ${form.label}`} aside={form.kind.clause}>
        <DayField
          label="哪天开"
          usual={Array.from({ length: USUAL_DAYS }, (_, n) => {
            const day = addDays(today, n);
            return [day, sayDay(day, today)] as const;
          })}
          from={today}
          to={addDays(today, MAX_AHEAD)}
          initial={initial.on}
          say={(day) => sayDay(day, today)}
          onChoose={(on) => change({ on })}
        />
        <OneOf
          label="几点"
          choices={times.map((time) => [time, time] as const)}
          initial={initial.startsAt}
          onChoose={(startsAt) => change({ startsAt })}
        />
        <OneOf
          label="谁记录"
          choices={people}
          initial={null}
          onChoose={(recorderId) => change({ recorderId })}
        />
        <TextField
          label="地点"
          placeholder="会议室"
          max={40}
          initial=""
          onInput={(place) => change({ place })}
        />
        <TextArea
          label="议题"
          placeholder="没有做完的决议、久未见到的学生会自己排上，这里写别的。"
          max={400}
          initial=""
          onInput={(agenda) => change({ agenda })}
        />
        {error && <Notice kind="error" text={sayFailure(error)} />}
        <Button kind="main" text="保存计划" isBusy={isPending} onTap={() => reminded(save)} />
      </Card>
      {form.kind.steps.length > 0 && (
        <Card title="怎么开">
          {form.kind.steps.map(({ key, label, hint, clause }) => (
            <Part key={key} label={`${label} · ${clause}`} text={hint || '—'} />
          ))}
        </Card>
      )}
    </>
  );
}
