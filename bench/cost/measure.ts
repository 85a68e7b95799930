import { appRouter } from '../../cloudfunctions/api/router';
import { startCloud } from '../../test/cloudfunctions/harness/cloud';
import type { SchoolOptions } from '../../test/school/make-school';
import { COSTED_CALLS } from './calls';
import { inputOf, procedureOf } from './costed-call';

/** Both hold the same class of 45; beside it stand nothing, or a whole school and three years. */
export const SIZES = {
  class45: { classes: 1, studentsPerClass: 45, pastTerms: 1 },
  school2000: { classes: 45, studentsPerClass: 45, pastTerms: 6 },
} as const satisfies Record<string, SchoolOptions>;

export type Size = keyof typeof SIZES;

/** What one call cost, as the meter saw the real SDK. */
export interface CostRow {
  procedure: string;
  kind: 'read' | 'write';
  size: Size;
  /** Calls that the cloud charges, the run of the function among them. */
  billed: number;
  requests: number;
  /** Requests that had to wait for one another. */
  trips: number;
  /** Those of `trips` that are not the transaction's own. */
  tripsBeside: number;
  /** Documents looked at, and documents that left the database. */
  read: number;
  returned: number;
  /** Of the reply. */
  bytes: number;
  /** Queries that looked at more than 1,000 documents for want of an index. */
  scans: number;
}

type Procedures = Record<string, { _def: { type: string } }>;
const procedures = appRouter._def.procedures as unknown as Procedures;

const kindOf = (name: string): CostRow['kind'] =>
  procedures[procedureOf(name)]?._def.type === 'query' ? 'read' : 'write';

/** Procedures of the router without a call in the table, and calls of procedures that are gone. */
export function uncosted(): string[] {
  const costed = new Set(Object.keys(COSTED_CALLS).map(procedureOf));
  const missing = Object.keys(procedures).filter((name) => !costed.has(name));
  return [...missing, ...[...costed].filter((name) => !Object.hasOwn(procedures, name))];
}

/** Measure every procedure once, on a warm instance, in a school of that size. */
export async function measure(size: Size): Promise<CostRow[]> {
  const { cloud, call, costOf, stop } = await startCloud({
    school: SIZES[size],
    maxInstances: 1,
  });
  try {
    const rows: CostRow[] = [];
    for (const [name, costed] of Object.entries(COSTED_CALLS)) {
      const { as, phone } = costed;
      // A stranger is nobody to `me`; what strangers may call warms the instance by itself.
      if (as.postings.length > 0) await call(as, 'me.byId');
      const phoneCode = phone && cloud.openapi.phoneNumbers.issueCode(as.openid, phone);
      const input = phoneCode ? { phoneCode } : inputOf(name, costed);
      const invocation = await costOf(as, procedureOf(name), input);
      rows.push({
        procedure: name,
        kind: kindOf(name),
        size,
        billed: invocation.billedCalls,
        requests: Object.values(invocation.requests).reduce((sum, count) => sum + count, 0),
        trips: invocation.trips,
        // One request of a transaction waits for another, so each is a trip.
        tripsBeside: invocation.trips - invocation.transactionRequests,
        read: invocation.documents.read,
        returned: invocation.documents.returned,
        bytes: invocation.resultBytes,
        scans: invocation.scans.length,
      });
    }
    return rows;
  } finally {
    await stop();
  }
}
