import { useState } from 'react';
import { addDays, dayOf, sayDay } from '../../../../../domain/calendar/day';
import {
  MAX_TITLE,
  MAX_WINDOW_DAYS,
} from '../../../../../domain/interaction-form/interaction-campaign.schema';
import { RESPONDENTS } from '../../../../../domain/interaction-form/interaction-form.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { goBack } from '../../../../platform/navigate';
import { useWriteId } from '../../../../platform/use-api';
import { sayDate } from '../../../../platform/when';
import { type Campaigns, type Form, usePlanCampaign } from '../../interaction-form.queries';

type Target = Parameters<ReturnType<typeof usePlanCampaign>['mutate']>[0]['target'];
type Offer = readonly [key: string, label: string, target: Target];

function offersOf({ classes, divisions, mentees, school }: Campaigns['targets']): Offer[] {
  return [
    ...(mentees > 0
      ? [['mentees', `我的受导学生（${mentees} 人）`, { kind: 'mentees' }] as const]
      : []),
    ...(school ? [['school', '全校', { kind: 'school' }] as const] : []),
    ...divisions.map(
      ({ id, label }) => [id, label, { kind: 'division' as const, divisionId: id }] as const,
    ),
    ...classes.map(
      ({ id, label }) => [id, label, { kind: 'class' as const, classId: id }] as const,
    ),
  ];
}

const USUAL_DAYS = [3, 7, 14];
/** So long before the families see it, what the school writes is asked for. */
const DAYS_TO_PREPARE = 2;
const OPENING_DAYS = [0, 1, 2, 3];

interface SendFormProps {
  forms: readonly Form[];
  targets: Campaigns['targets'];
}

export function SendForm({ forms, targets }: SendFormProps) {
  const today = dayOf(new Date());
  const offers = offersOf(targets);
  const [formId, setFormId] = useState(forms[0]?.id ?? '');
  const [targetKey, setTargetKey] = useState(offers[0]?.[0] ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [chosenOpening, setOpening] = useState<string | null>(null);
  const [chosenClosing, setClosing] = useState<string | null>(null);
  const [campaignId] = useState(newId);
  const { mutate, isPending, error } = usePlanCampaign();
  const writeIdOf = useWriteId();
  const form = forms.find(({ id }) => id === formId);
  const target = offers.find(([key]) => key === targetKey)?.[2];
  const title = (typed ?? form?.name ?? '').trim();

  const usualOpening = form?.hasSchoolPart ? addDays(today, DAYS_TO_PREPARE) : today;
  const opensOn = chosenOpening ?? usualOpening;
  const closesOn = chosenClosing ?? addDays(opensOn, 7);

  const send = () => {
    if (!target) return;
    const content = { campaignId, formId, title, target, opensOn, closesOn };
    const onSuccess = () => {
      goBack();
      const when = opensOn > today ? `${sayDate(opensOn)}起` : '';
      showToast({ text: `已发放，${when}会出现在对方的“今天”里` });
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };

  return (
    <Screen
      footer={
        <Button
          kind="main"
          text="发放"
          isDisabled={!target || !form || title === ''}
          isBusy={isPending}
          onTap={send}
        />
      }
    >
      <Card title="发一份表">
        <OneOf
          label="哪一份"
          choices={forms.map(({ id, name }) => [id, name] as const)}
          initial={formId}
          onChoose={(id) => {
            setFormId(id);
            setOpening(null);
            setClosing(null);
          }}
        />
        {form && (
          <Notice
            text={`${RESPONDENTS[form.respondent]}，${form.questions.length} 道题。${form.hasSchoolPart ? '导师或班主任先写在校的情况，家长打开时就能看到。' : ''}`}
          />
        )}
        <OneOf
          label="发给谁"
          choices={offers.map(([key, label]) => [key, label] as const)}
          initial={targetKey}
          onChoose={setTargetKey}
        />
        <TextField
          key={formId}
          label="名称（对方看到的）"
          max={MAX_TITLE}
          initial={form?.name ?? ''}
          onInput={setTyped}
        />
        <DayField
          key={`opens ${usualOpening}`}
          label="从哪天起填"
          usual={OPENING_DAYS.map((days) => [
            addDays(today, days),
            sayDay(addDays(today, days), today),
          ])}
          from={today}
          to={addDays(today, MAX_WINDOW_DAYS)}
          initial={opensOn}
          say={sayDate}
          onChoose={setOpening}
        />
        <DayField
          key={`closes ${opensOn}`}
          label="填到哪天"
          usual={USUAL_DAYS.map((days) => [addDays(opensOn, days), `${days} 天`] as const)}
          from={opensOn}
          to={addDays(opensOn, MAX_WINDOW_DAYS)}
          initial={closesOn}
          say={sayDate}
          onChoose={setClosing}
        />
      </Card>
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Screen>
  );
}
