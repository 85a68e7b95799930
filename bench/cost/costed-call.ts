import { EXAMPLES } from '../../test/cloudfunctions/api/examples';
import type { CastMember } from '../../test/school/cast';

/**
 * One typical call of a procedure, at its most expensive, with what it may cost. What it sends is
 * the procedure's one example (`test/cloudfunctions/api/*examples.ts`), pointed at a document.
 */
export interface CostedCall {
  as: CastMember;
  /** The id that the example is pointed at; none when the call is about the caller or the school. */
  about?: string;
  /** Only what differs from the example. */
  input?: object;
  /** A phone number for which WeChat gave a code that is sent with it. */
  phone?: string;
  /** Billed calls it may cost: the run of the function and each request that is charged. */
  billed: number;
  /** Requests that wait for one another; those of a transaction count. */
  trips: number;
  /** Set for a list of classes: what it reads grows with them, and stays within this many. */
  readsPerClass?: number;
}

/** `student.list` of `student.list@principal`. */
export const procedureOf = (name: string): string => name.split('@')[0] as string;

/** Examples about these say all by themselves. */
const ABOUT_NO_DOCUMENT = ['caller', 'school', 'reach', 'anybody'];

/** What the call named so sends. */
export function inputOf(name: string, { about, input }: CostedCall): unknown {
  const example = EXAMPLES[procedureOf(name)];
  // A list of one's own is asked for without a document, where the example names one.
  const isWhole = about !== undefined || ABOUT_NO_DOCUMENT.includes(example?.about ?? '');
  const sent = isWhole ? (example?.input(about ?? '') as object | undefined) : {};
  return input ? { ...sent, ...input } : sent;
}
