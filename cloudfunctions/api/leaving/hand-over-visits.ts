import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import { HANDED_AT_ONCE } from '../../../domain/leaving/departure.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import { readVisitsPlannedBy } from './departure.store';
import type { HandOver } from './hand-over-children';

/** The successor goes to the family, on the day that was agreed; the plan stays as it was written. */
export const handOverVisits: HandOver = async (ctx, departure, why) => {
  const { memberId, successors } = departure;
  const to = successors.visits;
  if (!to) return false;
  const all = await readVisitsPlannedBy(ctx.school._id, memberId);
  for (const { _id } of all.slice(0, HANDED_AT_ONCE)) {
    await inTransaction(async (tx) => {
      const before = await tx.get<HomeVisit>('homeVisits', _id);
      if (before?.visitorId !== memberId || before.status !== 'planned') return;
      // Nobody comes along with themself.
      const isCompanion = before.companionId === to.id;
      await tx.put<HomeVisit>('homeVisits', {
        ...before,
        ...changedStamps(before, ctx),
        ...{ visitorId: to.id, visitorName: to.name },
        ...(isCompanion && { companionId: null, companionName: null, awaitsId: null }),
        lastWriteId: departure._id,
      });
      await tx.put(
        'audits',
        auditOf(ctx, {
          id: departure._id,
          action: 'departure.record',
          collection: 'homeVisits',
          documentId: _id,
          ...{ studentId: before.studentId, why, reason: departure.reason },
        }),
      );
    });
  }
  return all.length <= HANDED_AT_ONCE;
};
