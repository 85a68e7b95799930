import { dayOf, sayDay } from '../../../../domain/calendar/day';
import { MEETING_KIND_IDS } from '../../../../domain/regulation/meeting-words';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage, openTab } from '../../../platform/navigate';
import { type MeetingDuties, useMeetingDuties } from '../today.queries';

type Meeting = MeetingDuties['meetings'][number];
type RuleDuty = MeetingDuties['duties'][number];

/** Meetings and what they decided, and what the school's rules ask now; nearest first. */
export function MeetingsCard() {
  const { data } = useMeetingDuties();
  if (!data) return null;
  const { duties, meetings, resolutions } = data;
  const count = duties.length + meetings.length + resolutions.length;
  if (count === 0) return null;
  const today = dayOf(new Date());
  return (
    <Card title="会商" aside={String(count)}>
      {meetings.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} today={today} />
      ))}
      {duties.map((duty) => (
        <DutyRow key={duty.id} duty={duty} today={today} />
      ))}
      {resolutions.map(({ id, what, dueOn, isLate }) => (
        <Row
          key={id}
          title={`决议：${what}`}
          note={isLate ? `${sayDay(dueOn, today)}到期，晚了` : `${sayDay(dueOn, today)}看`}
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
  const { id: meetingId, placeId, placeLabel, label, on, startsAt, place, state } = meeting;
  const when = [sayDay(on, today), startsAt, place].filter(Boolean).join(' ');
  const verb = on <= today || state === 'running' ? '开始会商' : '看议程';
  const open = () => openPage('meeting', { meetingId, placeId });
  return (
    <Row
      title={`${placeLabel} · ${label}`}
      note={when}
      aside={<Button text={verb} label={`${verb}：${placeLabel}${label}`} onTap={open} />}
    />
  );
}

const isMeeting = (kind: string) => MEETING_KIND_IDS.some((id) => id === kind);

/** A rule's duty: a meeting is planned; what is about students begins with their names. */
function DutyRow({ duty, today }: { duty: RuleDuty; today: string }) {
  const { title, action, kind, dueOn, isLate, done, of, clause } = duty;
  const due = isLate ? `${sayDay(dueOn, today)}到期，晚了` : `${sayDay(dueOn, today)}前`;
  const open = () => {
    if (isMeeting(kind)) return openPage('planMeeting', {});
    return kind === 'monthlyReport' ? openPage('monthlyReport', {}) : openTab('students');
  };
  return (
    <Row
      title={title}
      note={[due, of > 1 && `${done}/${of}`, clause].filter(Boolean).join(' · ')}
      aside={<Button text={action} label={`${action}：${title}`} onTap={open} />}
    />
  );
}
