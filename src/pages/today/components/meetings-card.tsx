import { dayOf, sayDay } from '../../../../domain/calendar/day';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import { type MeetingDuties, useMeetingDuties } from '../today.queries';
import { RuleDutyRow } from './rule-duty-row';

type Meeting = MeetingDuties['meetings'][number];

/** Meetings and what they decided, and what the school's rules ask now; nearest first. */
export function MeetingsCard() {
  const { data } = useMeetingDuties();
  if (!data) return null;
  const { duties, meetings, resolutions, toSign, toAnswer } = data;
  const count = duties.length + meetings.length + resolutions.length + toSign + toAnswer.length;
  if (count === 0) return null;
  const today = dayOf(new Date());
  return (
    <Card title="会商" aside={String(count)}>
      {toAnswer.map(({ id: meetingId, placeId, placeLabel, label }) => (
        <Row
          key={meetingId}
          title={`${placeLabel} · ${label}`}
          note="领导验收时问了一句"
          aside={
            <Button
              text="答复"
              label={`答复：${placeLabel}${label}`}
              onTap={() => openPage('meeting', { meetingId, placeId })}
            />
          }
        />
      ))}
      {toSign > 0 && (
        <Row
          title={`${toSign} 次会商等您签字`}
          note="每天请细看其中几次"
          aside={<Button text="去签字" onTap={() => openPage('signOffs', {})} />}
        />
      )}
      {meetings.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} today={today} />
      ))}
      {duties.map((duty) => (
        <RuleDutyRow key={duty.id} duty={duty} today={today} />
      ))}
      {resolutions.map(({ id, what, dueOn, isLate, placeLabel, owner, decidedOn }) => (
        <Row
          key={id}
          title={`决议：${what}`}
          note={[
            `${placeLabel}${sayDay(decidedOn, today)}定，${owner}负责`,
            isLate ? `${sayDay(dueOn, today)}到期，晚了` : `${sayDay(dueOn, today)}看`,
          ].join(' · ')}
          aside={
            <Button
              text="报进展"
              label={`报进展：${what}`}
              onTap={() => openPage('resolutions', {})}
            />
          }
        />
      ))}
    </Card>
  );
}

function MeetingRow({ meeting, today }: { meeting: Meeting; today: string }) {
  const { id: meetingId, scope, placeId, placeLabel, label, on, startsAt, place, state } = meeting;
  const when = [sayDay(on, today), startsAt, place].filter(Boolean).join(' ');
  const verb = on <= today || state === 'running' ? '开始会商' : '看议程';
  const open = () => openPage('meeting', { meetingId, placeId, scope });
  return (
    <Row
      title={`${placeLabel} · ${label}`}
      note={when}
      aside={<Button text={verb} label={`${verb}：${placeLabel}${label}`} onTap={open} />}
    />
  );
}
