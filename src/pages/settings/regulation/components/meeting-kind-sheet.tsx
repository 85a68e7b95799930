import { useState } from 'react';
import type {
  MeetingKind,
  MeetingRule,
} from '../../../../../domain/regulation/meeting-kind.schema';
import { MEETING_SCOPES, PARTICIPANTS } from '../../../../../domain/regulation/meeting-words';
import { sayAttendee, sayRule } from '../../../../../domain/regulation/say-rule';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import { Switch } from '../../../../components/switch';

interface MeetingKindSheetProps {
  /** As it stands in the rules that are edited. */
  kind: MeetingKind;
  /** As it stood when the screen was opened, or in the preset: what may be switched on again. */
  base: MeetingKind;
  onDone(kind: MeetingKind): void;
  onClose(): void;
}

const PARTS = [
  ['before', '会前要有'],
  ['during', '会上要做'],
  ['after', '会后要有'],
] as const;
const SHARES = ['0', '50', '60', '70', '80'] as const;

const sameRule = (a: MeetingRule, b: MeetingRule): boolean =>
  a.kind === b.kind && a.clause === b.clause;

/** What a kind of meeting asks, rule by rule with its clause; a school leaves out what it does not keep. */
export function MeetingKindSheet({ kind, base, onDone, onClose }: MeetingKindSheetProps) {
  const [edited, setEdited] = useState(kind);
  const rulesOf = (part: (typeof PARTS)[number][0]): readonly MeetingRule[] => base[part];
  const has = (part: (typeof PARTS)[number][0], rule: MeetingRule) =>
    edited[part].some((one: MeetingRule) => sameRule(one, rule));
  const put = (part: (typeof PARTS)[number][0], rule: MeetingRule, isOn: boolean) =>
    setEdited({
      ...edited,
      [part]: rulesOf(part).filter((one) => (sameRule(one, rule) ? isOn : has(part, one))),
    });
  const share = (who: string, percent: number) =>
    setEdited({
      ...edited,
      attendees: edited.attendees.map((one) => {
        const { minSharePercent: _before, ...rest } = one;
        if (one.who !== who) return one;
        return percent > 0 ? { ...rest, minSharePercent: percent } : rest;
      }),
    });
  return (
    <Sheet
      title={`${kind.label} · ${MEETING_SCOPES[kind.scope]}`}
      footer={<Button kind="main" text="就这样" onTap={() => onDone(edited)} />}
      onClose={onClose}
    >
      <Card title="谁来" aside={`${PARTICIPANTS[kind.chair]}主持`}>
        {edited.attendees.map((one) => (
          <Row key={one.who} title={sayAttendee(one)} note={one.clause} />
        ))}
      </Card>
      {edited.attendees
        .filter(({ who }) => base.attendees.some((one) => one.who === who && one.minSharePercent))
        .map(({ who, minSharePercent }) => (
          <OneOf
            key={who}
            label={`${PARTICIPANTS[who]}到会不低于`}
            choices={SHARES.map((text) => [text, text === '0' ? '不限' : `${text}%`] as const)}
            initial={String(minSharePercent ?? 0) as (typeof SHARES)[number]}
            onChoose={(text) => share(who, Number(text))}
          />
        ))}
      {PARTS.filter(([part]) => rulesOf(part).length > 0).map(([part, title]) => (
        <Card key={part} title={title}>
          {rulesOf(part).map((rule) => (
            <Row
              key={`${rule.kind}${rule.clause}`}
              title={sayRule(rule)}
              note={has(part, rule) ? rule.clause : `不要求 · ${rule.clause}`}
              aside={
                <Switch
                  label={sayRule(rule)}
                  isOn={has(part, rule)}
                  onSwitch={(isOn) => put(part, rule, isOn)}
                />
              }
            />
          ))}
        </Card>
      ))}
    </Sheet>
  );
}
