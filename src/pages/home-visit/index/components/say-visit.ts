import { dayOf, sayDay } from '../../../../../domain/calendar/day';
import { VISIT_STATUSES, VISIT_WAYS } from '../../../../../domain/home-visit/home-visit.schema';
import type { CoveredStudent } from '../../home-visit.queries';

type ListedVisit = CoveredStudent['visits'][number];

const say = (day: string) => sayDay(day, dayOf(new Date()));

/** When the student was last visited. */
export const sayLast = ({ lastVisitOn }: CoveredStudent): string =>
  lastVisitOn === null ? '还没有家访过' : `上次 ${say(lastVisitOn)}`;

/** What is under way for a student. */
export function sayState({ visits }: CoveredStudent): string {
  const open = visits.find(({ status }) => status !== 'closed');
  if (!open) return '';
  return open.status === 'planned' && open.plannedOn ? `已计划${say(open.plannedOn)}` : '待反馈';
}

/** A visit in one line. */
export function sayVisit({ status, way, visitedOn, plannedOn }: ListedVisit): string {
  const day = visitedOn ?? plannedOn;
  return [day && say(day), way && VISIT_WAYS[way], VISIT_STATUSES[status]]
    .filter(Boolean)
    .join(' · ');
}
