import { dayOf, monthAndDay, sayDay } from '../../../../../domain/calendar/day';
import { CONSULTATION_STATES } from '../../../../../domain/consultation/consultation.schema';
import { Card } from '../../../../components/card';
import { Chip, Chips } from '../../../../components/chip';
import { Part } from '../../../../components/part';
import { Row } from '../../../../components/row';
import type { Meeting } from '../../consultation.queries';

const CHANGES = { moved: '改期', sitting: '再开一次', cancelled: '取消' } as const;

/** When, where, who, and what changed on the way. */
export function FactsCards({ meeting }: { meeting: Meeting }) {
  const { placeLabel, label, on, startsAt, place, state, chair, recorder, agenda } = meeting;
  const when = [sayDay(on, dayOf(new Date())), startsAt, place].filter(Boolean).join(' · ');
  const isOver = state !== 'planned' && state !== 'running';
  const shown = isOver ? meeting.people.filter(({ isPresent }) => isPresent) : meeting.people;
  return (
    <>
      <Card title={`${placeLabel} · ${label}`} aside={CONSULTATION_STATES[state]}>
        <Part label="时间地点" text={when} />
        <Part label="主持、记录" text={`${chair ?? '—'}、${recorder ?? '还没有记录人'}`} />
        {agenda !== '' && <Part label="议题" text={agenda} />}
        {meeting.minutes !== '' && <Part label="纪要" text={meeting.minutes} />}
        {meeting.changes.map(({ kind, from, to, reason, byName, at }) => (
          <Part
            key={String(at)}
            label={`${CHANGES[kind]} · ${byName}`}
            text={`${monthAndDay(from)}${to ? ` → ${monthAndDay(to)}` : ''}：${reason}`}
          />
        ))}
      </Card>
      <Card title={isOver ? '到会' : '请到会'} aside={`${shown.length} 人`}>
        <Chips>
          {shown.map(({ memberId, name }) => (
            <Chip key={memberId} text={name} />
          ))}
        </Chips>
      </Card>
      {!isOver && meeting.earlier.length > 0 && (
        <Card title="先看没有做完的" aside={String(meeting.earlier.length)}>
          {meeting.earlier.map(({ id, what, owner, dueOn, isLate }) => (
            <Row
              key={id}
              title={what}
              note={`${owner} · ${monthAndDay(dueOn)}${isLate ? '到期，晚了' : '看'}`}
            />
          ))}
        </Card>
      )}
    </>
  );
}
