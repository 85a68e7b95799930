import type { Counting } from '../../../domain/summary/facts.rules';
import {
  NO_WORDS,
  type Summary,
  type SummaryFacts,
  type SummaryLevel,
  summaryIdOf,
} from '../../../domain/summary/summary.schema';
import type { SummaryPeriod } from '../../../domain/summary/summary-period.rules';
import { countedOn } from '../../../domain/summary/tally.rules';
import { newStamps, type Writer } from '../../kernel/database';
import type { Transaction } from '../../kernel/transaction';
import { standingVersion } from './summary.store';

/** The place that a summary is of. */
export interface SummaryPlace {
  level: SummaryLevel;
  placeId: string;
  label: string;
  classId: string | null;
  divisionId: string | null;
}

/** A new version of a place's summary of a period, with no words yet and nobody's signature. */
export function newSummary(
  writer: Writer,
  { level, placeId, label, classId, divisionId }: SummaryPlace,
  period: SummaryPeriod,
  version = 1,
): Omit<Summary, keyof SummaryFacts | 'countedOn'> {
  return {
    _id: summaryIdOf(period.id, placeId, version),
    ...newStamps(writer),
    level,
    placeId,
    placeLabel: label,
    classId,
    divisionId,
    periodKind: period.kind,
    periodId: period.id,
    periodLabel: period.label,
    from: period.from,
    to: period.to,
    version,
    replacedBy: null,
    words: NO_WORDS,
    signedAt: null,
    signedByName: null,
    correction: null,
    lastWriteId: '',
  };
}

const sameFacts = (a: SummaryFacts, b: SummaryFacts): boolean => {
  const factsOf = ({ classes, divisions, duties, unseen }: SummaryFacts) =>
    JSON.stringify([classes, divisions, duties, unseen]);
  return factsOf(a) === factsOf(b);
};

/**
 * Store what was counted, unless somebody has signed it already. Counting again touches neither
 * the words nor the revision: who is writing meanwhile is not disturbed.
 *
 * @returns the version that stands, and whether this changed it
 */
export async function storeSnapshot(
  tx: Transaction,
  writer: Writer,
  place: SummaryPlace,
  { period, today }: Counting,
  facts: SummaryFacts,
  writeId = '',
): Promise<{ summary: Summary; isChanged: boolean }> {
  const before = await standingVersion(tx, period.id, place.placeId);
  if (before?.signedAt) return { summary: before, isChanged: false };
  const day = countedOn(period.to, today);
  const isCounted = before?.countedOn === day && sameFacts(before, facts);
  if (before && isCounted) return { summary: before, isChanged: false };
  const summary: Summary = {
    ...(before ?? newSummary(writer, place, period)),
    ...facts,
    placeLabel: place.label,
    countedOn: day,
    updatedAt: writer.now,
    lastWriteId: writeId || (before?.lastWriteId ?? ''),
  };
  await tx.put('summaries', summary);
  return { summary, isChanged: true };
}
