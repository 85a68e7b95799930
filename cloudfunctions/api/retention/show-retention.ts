import { addDays } from '../../../domain/calendar/day';
import { LEFTOVER_KINDS, LEFTOVERS } from '../../../domain/school/leftovers';
import {
  RETENTION_KIND_NAMES,
  RETENTION_KINDS,
  RETENTION_PRESET,
  type RetentionTerms,
} from '../../../domain/school/retention-settings.schema';
import type { Caller } from '../procedure';
import { countLeftovers } from './leftovers.store';
import { countDue } from './retention.store';

const YEAR = 365;

const termsOf = ({ studentYears, cardMonths, auditYears }: RetentionTerms): RetentionTerms => ({
  ...{ studentYears, cardMonths, auditYears },
});

/**
 * What the school has set, and what would go by those terms or by others: a dry run over the same
 * conditions that the nightly job works by.
 */
export async function showRetention(ctx: Caller, asked: RetentionTerms | undefined) {
  const { school, today, access } = ctx;
  access.authorize({ schoolId: school._id });
  const stored = school.retention ?? RETENTION_PRESET;
  const tried = termsOf(asked ?? stored);
  const counting = LEFTOVER_KINDS.map(async (kind) => {
    const { label, term, does, why } = LEFTOVERS[kind];
    return { kind, label, term, does, why, due: await countLeftovers(school._id, kind, today) };
  });
  const kinds = await Promise.all(
    RETENTION_KIND_NAMES.map(async (kind) => {
      const [due, dueInAYear] = await Promise.all([
        countDue(school._id, kind, tried, today),
        countDue(school._id, kind, tried, addDays(today, YEAR)),
      ]);
      const { label, does, why, sayTerm } = RETENTION_KINDS[kind];
      return { kind, label, does, why, term: sayTerm(tried), due, dueInAYear };
    }),
  );
  const always = await Promise.all(counting);
  return { rev: school.rev, isOn: stored.isOn, terms: termsOf(stored), tried, kinds, always };
}
