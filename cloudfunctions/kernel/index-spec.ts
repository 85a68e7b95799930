/** An index as the table of collections names it. */
export interface IndexSpec {
  name: string;
  keys: readonly (readonly [field: string, direction: 1 | -1])[];
  isUnique?: boolean;
}

/** Fields in rising order, and in falling. */
export const up = (...fields: string[]) => fields.map((field) => [field, 1] as const);
export const down = (...fields: string[]) => fields.map((field) => [field, -1] as const);
