import { dayOf, sayDay } from '../../../../domain/calendar/day';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { useSignOffs } from '../consultation.queries';

type Waiting = NonNullable<ReturnType<typeof useSignOffs>['data']>['waiting'];

/** 等我签字: what was held and waits to be read; a few are proposed for a closer look. */
export default function SignOffsPage() {
  const signOffs = useSignOffs();
  return (
    <Screen>
      <Answered query={signOffs} skeleton={<Skeleton rows={6} />}>
        {({ waiting }) => (
          <>
            {waiting.length === 0 && (
              <Card>
                <Empty text="开完的会商会出现在这里，读过以后签字，或者问一句。" />
              </Card>
            )}
            <Waits title="今天请细看" meetings={waiting.filter(({ isInSample }) => isInSample)} />
            <Waits title="等我签字" meetings={waiting.filter(({ isInSample }) => !isInSample)} />
          </>
        )}
      </Answered>
    </Screen>
  );
}

function Waits({ title, meetings }: { title: string; meetings: Waiting }) {
  if (meetings.length === 0) return null;
  const today = dayOf(new Date());
  return (
    <Card title={title} aside={String(meetings.length)}>
      {meetings.map(
        ({ id: meetingId, placeId, placeLabel, label, on, hasBreaches, wasAnswered }) => (
          <Row
            key={meetingId}
            title={`${placeLabel} · ${label}`}
            note={[sayDay(on, today), wasAnswered && '已答复', hasBreaches && '有没做到的']
              .filter(Boolean)
              .join(' · ')}
            onTap={() => openPage('meeting', { meetingId, placeId })}
          />
        ),
      )}
    </Card>
  );
}
