import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import { readVisitsPlannedBy } from './departure.store';
import type { HandOver } from './hand-over-children';
import { handOverEach } from './hand-over-each';

/** The successor goes to the family, on the day that was agreed; the plan stays as it was written. */
export const handOverVisits: HandOver = async (ctx, departure, why) => {
  const { memberId, successors } = departure;
  const to = successors.visits;
  if (!to) return false;
  return handOverEach<HomeVisit>(ctx, departure, why, {
    collection: 'homeVisits',
    all: await readVisitsPlannedBy(ctx.school._id, memberId),
    change(before) {
      if (before.visitorId !== memberId || before.status !== 'planned') return null;
      // Nobody comes along with themself.
      const isCompanion = before.companionId === to.id;
      return {
        ...{ visitorId: to.id, visitorName: to.name },
        ...(isCompanion && { companionId: null, companionName: null, awaitsId: null }),
      };
    },
    studentOf: ({ studentId }) => studentId,
  });
};
