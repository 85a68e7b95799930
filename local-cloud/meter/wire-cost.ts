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
