/** Documents as JSON Lines. A date is `{ "$date": "…" }`: JSON alone would turn it into a text. */

const isPlain = (value: object): value is Record<string, unknown> =>
  !Array.isArray(value) && !(value instanceof Date);

function encode(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(encode);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encode(inner)]));
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (value === null || typeof value !== 'object' || !isPlain(value)) return value;
  const { $date } = value;
  if (typeof $date === 'string') return new Date($date);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decode(inner)]));
}

export const toLines = (documents: readonly object[]): Buffer =>
  Buffer.from(documents.map((document) => `${JSON.stringify(encode(document))}\n`).join(''));

export const fromLines = (lines: Buffer): { _id: string }[] =>
  lines
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => decode(JSON.parse(line)) as { _id: string });
