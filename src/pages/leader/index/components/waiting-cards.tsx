import { dayOf, sayDay } from '../../../../../domain/calendar/day';
import { saySeen } from '../../../../../domain/talk/talk.rules';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Row } from '../../../../components/row';
import { openPage } from '../../../../platform/navigate';
import { useLate, useSignOffs, useUnseen } from '../../leader.queries';

/** The first few by name; the whole list is one tap away. */
const FIRST = 5;

const More = ({ text, onTap }: { text: string; onTap(): void }) => (
  <Button kind="link" text={text} onTap={onTap} />
);

export function UnseenCard() {
  const { data } = useUnseen();
  const waiting = data?.students.filter(({ isWaiting }) => isWaiting) ?? [];
  if (waiting.length === 0) return null;
  return (
    <Card title="还没见到的学生">
      {waiting.slice(0, FIRST).map(({ studentId, name, classLabel, mentor, daysSince }) => (
        <Row
          key={studentId}
          title={name}
          note={[classLabel, mentor ? `导师 ${mentor}` : '还没有导师', saySeen(daysSince)].join(
            ' · ',
          )}
          onTap={() => openPage('talks', { studentId })}
        />
      ))}
      <More text="看全部名单" onTap={() => openPage('unseen', {})} />
    </Card>
  );
}

export function LateCard() {
  const { data } = useLate();
  const late = data?.resolutions ?? [];
  if (late.length === 0) return null;
  const today = dayOf(new Date());
  return (
    <Card title="晚了的决议">
      {late.slice(0, FIRST).map(({ id, what, placeLabel, owner, dueOn }) => (
        <Row
          key={id}
          title={what}
          note={[placeLabel, owner, `${sayDay(dueOn, today)}到期`].join(' · ')}
        />
      ))}
      <More text="看全部决议" onTap={() => openPage('resolutions', {})} />
    </Card>
  );
}

export function SignOffsCard() {
  const { data } = useSignOffs(true);
  const waiting = data?.waiting ?? [];
  if (waiting.length === 0) return null;
  const today = dayOf(new Date());
  return (
    <Card title="等我签字" aside={String(waiting.length)}>
      {waiting.slice(0, FIRST).map(({ id: meetingId, placeId, placeLabel, label, on }) => (
        <Row
          key={meetingId}
          title={`${placeLabel} · ${label}`}
          note={sayDay(on, today)}
          onTap={() => openPage('meeting', { meetingId, placeId })}
        />
      ))}
      <More text="看全部" onTap={() => openPage('signOffs', {})} />
    </Card>
  );
}
