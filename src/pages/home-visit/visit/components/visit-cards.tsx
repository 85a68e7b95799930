import { dayOf, sayDay } from '../../../../../domain/calendar/day';
import { sayPartners } from '../../../../../domain/home-visit/home-visit.rules';
import {
  VISIT_EFFECTS,
  VISIT_REASONS,
  VISIT_STATUSES,
  VISIT_WAYS,
} from '../../../../../domain/home-visit/home-visit.schema';
import { Card } from '../../../../components/card';
import { Part } from '../../../../components/part';
import { StoredPhotos } from '../../../../components/photos/stored-photos';
import { Row } from '../../../../components/row';
import { openPage } from '../../../../platform/navigate';
import { useOpenPhotos, type Visit } from '../../home-visit.queries';

const say = (day: string) => sayDay(day, dayOf(new Date()));

/** A visit in the order in which it happened. */
export function VisitCards({ visit }: { visit: Visit }) {
  const { student, status, visitor, companion, words, photoCount } = visit;
  return (
    <>
      <Card title={student.name} aside={VISIT_STATUSES[status]}>
        <Part
          label="谁去的"
          text={[visitor, companion && sayCompanion(companion)].filter(Boolean).join(' · ')}
        />
        {words.way && words.visitedOn && (
          <Part label="哪天" text={`${say(words.visitedOn)} · ${VISIT_WAYS[words.way]}`} />
        )}
        {words.met.length > 0 && <Part label="见到了谁" text={sayPartners(words.met)} />}
        {words.learned !== '' && <Part label="了解到的" text={words.learned} />}
        {words.agreed !== '' && <Part label="约定的（家长也能看到）" text={words.agreed} />}
        {photoCount > 0 && <VisitPhotos visitId={visit.id} count={photoCount} />}
      </Card>
      <FeedbackCard visit={visit} />
      <PlanCard plan={visit.plan} />
    </>
  );
}

const sayCompanion = ({ name, hasConfirmed }: { name: string; hasConfirmed: boolean }) =>
  `${name}同行${hasConfirmed ? '，已确认' : '，待确认'}`;

function FeedbackCard({ visit: { status, feedback, dueOn } }: { visit: Visit }) {
  if (status === 'planned') return null;
  const { effect, effectText, nextVisitId } = feedback;
  return (
    <Card title="家访反馈" aside={effect ? VISIT_EFFECTS[effect] : undefined}>
      <Part
        label={effect ? '家访后的情况' : '还没有反馈'}
        text={effectText || (dueOn ? `请在${say(dueOn)}前补上。` : '')}
      />
      {nextVisitId && (
        <Row title="下次家访" onTap={() => openPage('homeVisit', { visitId: nextVisitId })} />
      )}
    </Card>
  );
}

function PlanCard({ plan }: { plan: Visit['plan'] }) {
  const { reasons, plannedOn, partners, askAbout } = plan;
  if (plannedOn === null) return null;
  return (
    <Card title="家访计划" aside={say(plannedOn)}>
      <Part label="为什么去" text={reasons.map((reason) => VISIT_REASONS[reason]).join('、')} />
      {partners.length > 0 && <Part label="见谁" text={sayPartners(partners)} />}
      {askAbout !== '' && <Part label="想了解什么" text={askAbout} />}
    </Card>
  );
}

function VisitPhotos({ visitId, count }: { visitId: string; count: number }) {
  const { mutate, isPending, error } = useOpenPhotos();
  return (
    <StoredPhotos
      count={count}
      isBusy={isPending}
      error={error}
      onOpen={(show) => mutate({ visitId }, { onSuccess: show })}
    />
  );
}
