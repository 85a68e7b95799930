import type { CastMember } from '../../test/school/cast';

/** One typical call of a procedure, at its most expensive, with what it may cost. */
export interface CostedCall {
  as: CastMember;
  input: unknown;
  /** Billed calls it may cost: the run of the function and each request that is charged. */
  billed: number;
  /** Requests that wait for one another; those of a transaction count. */
  trips: number;
  /** Set for a list of classes: what it reads grows with them, and stays within this many. */
  readsPerClass?: number;
}
