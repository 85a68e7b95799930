import { CAST } from '../../test/school/cast';
import { IMPORTS } from '../../test/school/roster-imports';
import type { CostedCall } from './costed-call';

const READ = 2;
const as = CAST.studentAffairsOffice;

/** What reading imports may cost; their steps are counted in the test of 5,000 rows. */
export const ROSTER_CALLS: Record<string, CostedCall> = {
  'rosterImport.list': { as, input: {}, billed: 3, trips: READ },
  'rosterImport.byId': { as, input: { importId: IMPORTS.waiting }, billed: 3, trips: READ },
  'staffPlan.list': {
    as,
    input: { importId: IMPORTS.waiting, page: 0 },
    billed: 4,
    trips: READ,
  },
  'rosterProblem.list': {
    as,
    input: { importId: IMPORTS.waiting, page: 0 },
    billed: 4,
    trips: READ,
  },
};
