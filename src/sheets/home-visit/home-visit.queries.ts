import type { Answer } from '../../platform/api';
import { useWrite } from '../../platform/use-api';

export type VisitDuties = Answer<'homeVisitDuty', 'list'>;
export type OwedVisit = VisitDuties['owed'][number];

/** Everything that shows how a visit stands. */
export const VISITS_OUTDATED = ['homeVisit', 'homeVisitDuty', 'homeVisitForm', 'timeline'] as const;

/** The feedback of a visit; without a network it waits on the phone. */
export const useCloseVisit = (studentName: string) =>
  useWrite('homeVisit', 'close', VISITS_OUTDATED, ({ visitId }) => ({
    title: `${studentName} · 家访反馈`,
    of: `visitFeedback:${visitId}`,
  }));

/** A word as a companion, or taking it back: the later takes the earlier one's place. */
export const useSignOffVisit = (studentName: string) =>
  useWrite('homeVisit', 'signOff', ['homeVisit', 'homeVisitDuty'], ({ visitId }) => ({
    title: `${studentName} · 确认同行`,
    of: `visitSignOff:${visitId}`,
  }));
