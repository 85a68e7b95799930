import { useState } from 'react';
import { ROLES } from '../../../../../domain/access/roles';
import { addDays, dayOf, monthAndDay, sayDay } from '../../../../../domain/calendar/day';
import type { Duty } from '../../../../../domain/regulation/duty.schema';
import type { MeetingKind } from '../../../../../domain/regulation/meeting-kind.schema';
import { PRESETS, withSources } from '../../../../../domain/regulation/presets/presets';
import type { Regulation as SchoolRules } from '../../../../../domain/regulation/regulation.schema';
import { sayCadence, sayEffect } from '../../../../../domain/regulation/say-cadence';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { DayField } from '../../../../components/day-field';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { showToast } from '../../../../components/toast';
import { goBack } from '../../../../platform/navigate';
import { useWriteId } from '../../../../platform/use-api';
import { type Regulation, useReviseRegulation } from '../../settings.queries';
import { DutySheet } from './duty-sheet';
import { MeetingKindSheet } from './meeting-kind-sheet';
import { PresetSheet } from './preset-sheet';

const MAX_AHEAD = 200;

type Rules = Pick<SchoolRules, 'presetIds' | 'duties' | 'meetingKinds'>;

/** The rules that are edited: the change that is still to come, else those in force. */
const rulesOf = ({ current, next }: Regulation): Rules => {
  const { presetIds, duties, meetingKinds } = next ??
    current ?? { presetIds: [], duties: [], meetingKinds: [] };
  return { presetIds, duties, meetingKinds };
};

const sayRules = ({ before, during, after, clause }: MeetingKind): string =>
  `会前 ${before.length} 条、会上 ${during.length} 条、会后 ${after.length} 条 · ${clause}`;

/** A kind with every rule of its source, so that one left out can come back. */
const fullKind = (kind: MeetingKind, presetIds: readonly string[]): MeetingKind =>
  PRESETS.filter(({ id }) => presetIds.includes(id))
    .flatMap(({ meetingKinds }) => meetingKinds)
    .find(({ id }) => id === kind.id) ?? kind;

/** The school's rules, edited as a whole and stored by one 保存, from a day on. */
export function RegulationForm({ stored }: { stored: Regulation }) {
  const today = dayOf(new Date());
  const [base] = useState(() => rulesOf(stored));
  const [rules, setRules] = useState(base);
  const [effectiveOn, setEffectiveOn] = useState(addDays(today, 1));
  const [open, setOpen] = useState<Duty | 'presets' | null>(null);
  const [openKind, setOpenKind] = useState<MeetingKind | null>(null);
  const { mutate, isPending, error } = useReviseRegulation();
  const writeIdOf = useWriteId();
  const close = () => setOpen(null);
  const changedTo = (presetIds: readonly string[]) =>
    withSources(
      rules,
      PRESETS.filter(({ id }) => presetIds.includes(id)),
    );
  const put = (changed: Duty) =>
    setRules({
      ...rules,
      duties: rules.duties.map((duty) => (duty.id === changed.id ? changed : duty)),
    });
  const save = () => {
    const content = { ...rules, effectiveOn, rev: stored.rev };
    const onSuccess = () => {
      showToast({ text: `${sayDay(effectiveOn, today)}起按新的制度` });
      goBack();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  const putKind = (changed: MeetingKind) => {
    const replace = (kind: MeetingKind) => (kind.id === changed.id ? changed : kind);
    setRules({ ...rules, meetingKinds: rules.meetingKinds.map(replace) });
    setOpenKind(null);
  };
  const sheet = openKind ? (
    <MeetingKindSheet
      kind={openKind}
      base={fullKind(openKind, rules.presetIds)}
      onDone={putKind}
      onClose={() => setOpenKind(null)}
    />
  ) : open === 'presets' ? (
    <PresetSheet
      chosenIds={rules.presetIds}
      lostWith={(ids) => changedTo(ids).lost}
      onChoose={(ids) => setRules(changedTo(ids).rules)}
      onClose={close}
    />
  ) : (
    open && (
      <DutySheet
        duty={open}
        counts={stored.counts}
        grades={stored.grades}
        onDone={put}
        onClose={close}
      />
    )
  );
  return (
    <Screen
      sheet={sheet}
      footer={
        stored.may.revise && (
          <Button
            kind="main"
            text="保存"
            isDisabled={rules === base}
            isBusy={isPending}
            onTap={save}
          />
        )
      }
    >
      {stored.next && (
        <Notice
          text={`${monthAndDay(stored.next.effectiveOn)}起的改动已经存好，下面是改动后的。`}
        />
      )}
      <Card
        title="从哪里开始"
        aside={
          stored.may.revise && <Button kind="link" text="换一套" onTap={() => setOpen('presets')} />
        }
      >
        {PRESETS.filter(({ id }) => rules.presetIds.includes(id)).map(({ id, label, about }) => (
          <Row key={id} title={label} note={about} />
        ))}
      </Card>
      <Card title="职责" aside={`启用 ${rules.duties.filter(({ isOn }) => isOn).length} 项`}>
        {rules.duties.map((duty) => (
          <Row
            key={duty.id}
            title={`${ROLES[duty.who]} · ${duty.title}`}
            note={
              duty.isOn
                ? `${sayCadence(duty.cadence, duty.count)} · ${sayEffect(duty, stored.counts)} · ${duty.clause}`
                : `已停用 · ${duty.clause}`
            }
            {...(stored.may.revise && { onTap: () => setOpen(duty) })}
          />
        ))}
      </Card>
      <Card title="会议" aside={`${rules.meetingKinds.length} 种`}>
        {rules.meetingKinds.map((kind) => (
          <Row
            key={kind.id}
            title={kind.label}
            note={sayRules(kind)}
            {...(stored.may.revise && { onTap: () => setOpenKind(kind) })}
          />
        ))}
      </Card>
      {rules !== base && (
        <Card>
          <DayField
            label="从哪天起"
            usual={[
              [addDays(today, 1), '明天'],
              [addDays(today, 7), sayDay(addDays(today, 7), today)],
            ]}
            from={today}
            to={addDays(today, MAX_AHEAD)}
            initial={effectiveOn}
            say={(day) => sayDay(day, today)}
            onChoose={setEffectiveOn}
          />
        </Card>
      )}
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Screen>
  );
}
