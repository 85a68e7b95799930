/**
 * The shape that every service of the local cloud has. The gateway speaks HTTP; a service only
 * answers: a wire action of the SDK (`database.getDocument`), or a route of its own.
 */

/** What one answered request cost, for the meter. Counts are documents. */
export interface WireCost {
  collection?: string;
  /** Documents fetched and looked at. */
  read?: number;
  /** Documents that left in the reply. */
  returned?: number;
  /** Documents written (added, changed, removed). */
  written?: number;
  /** Set when a query looked at more than 1,000 rows without an index. */
  scan?: { collection: string; query: unknown; rows: number; lackingIndex: string[] };
}

export interface WireReply {
  /** What the SDK receives besides `requestId`. An error is `{code, message}`. */
  body: Record<string, unknown>;
  cost?: WireCost;
}

export type WireAction = (body: Record<string, unknown>) => WireReply | Promise<WireReply>;

export interface Service {
  readonly name: string;
  /** SDK action → answer. */
  readonly actions: Readonly<Record<string, WireAction>>;
  start?(): void | Promise<void>;
  stop?(): void | Promise<void>;
}
