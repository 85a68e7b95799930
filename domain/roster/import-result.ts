import { NO_RESULT, type RosterResult } from './roster-import.schema';

/** How somebody is called whom only a mistaken file brought; nothing else of them is kept. */
export const EMPTIED = '（导入已撤销）';

/** What became of one of a list: null where there was nothing to do. */
export type ImportOutcome = 'created' | 'updated' | 'same' | 'takenBack' | { left: string } | null;

/** What became of a chunk, counted. */
export function resultOf(
  outcomes: readonly { name: string; outcome: ImportOutcome }[],
): RosterResult {
  const count = (wanted: ImportOutcome) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  const left = outcomes.flatMap(({ name, outcome }) =>
    typeof outcome === 'object' && outcome !== null ? [{ name, why: outcome.left }] : [],
  );
  return {
    ...NO_RESULT,
    ...{ created: count('created'), updated: count('updated'), same: count('same') },
    ...{ takenBack: count('takenBack'), left, leftCount: left.length },
  };
}
