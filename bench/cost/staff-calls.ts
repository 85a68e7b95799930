import { CAST } from '../../test/school/cast';
import type { CostedCall } from './costed-call';

/** What first run, classes and staff may cost; see `calls.ts`. */
export const STAFF_CALLS: Record<string, CostedCall> = {
  'setUp.byId': { as: CAST.otherPrincipal, billed: 4, trips: 2 },
  // Once in the life of a school; a read and a write for each of its nine classes.
  'setUp.record': { as: CAST.otherPrincipal, billed: 30, trips: 30 },
};
