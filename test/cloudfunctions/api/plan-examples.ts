import { CAST_TERM } from '../../school/cast';
import { newWriteId } from './writes';

const edit = (placeId: string, rev: number) => ({
  level: 'class',
  placeId,
  termId: CAST_TERM,
  rev,
  writeId: newWriteId(),
});

/** One valid input for every procedure of 学期会商计划 and of printed books. */
export const PLAN_EXAMPLES = {
  'book.list': { about: 'caller', input: () => undefined },
  'termPlan.byId': { about: 'class', input: (placeId) => ({ level: 'class', placeId }) },
  'termPlan.list': { about: 'reach', input: () => ({}) },
  'termPlan.revise': {
    about: 'class',
    input: (placeId) => ({ ...edit(placeId, 0), goals: '', measures: '', rows: [] }),
  },
  // Nothing is written yet: whoever may file is told that it is stale.
  'termPlan.submit': { about: 'class', input: (placeId) => edit(placeId, 9) },
} as const satisfies Record<string, { about: string; input(id: string): unknown }>;
