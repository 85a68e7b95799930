/** Reads the bodies that the SDK sends; every field may be missing or of another type. */
import { DatabaseError } from './database-error';
import type { Order } from './planner';
import type { Stage } from './semantics/aggregate';
import { hasServerDate, parseEjson, parseEjsonDoc, resolveServerDates } from './semantics/ejson';
import type { Doc, Value } from './semantics/value';

export type Body = Readonly<Record<string, unknown>>;

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

const invalid = (message: string): DatabaseError => new DatabaseError('INVALID_PARAM', message);

export function collectionName(body: Body): string {
  if (typeof body.collectionName !== 'string' || body.collectionName === '') {
    throw invalid('collectionName is required');
  }
  return body.collectionName;
}

function doc(body: Body, field: string): Doc | undefined {
  const text = body[field];
  if (text === undefined || text === null || text === '') return undefined;
  if (typeof text !== 'string') throw invalid(`${field} must be an EJSON string`);
  return parseEjsonDoc(text);
}

/** The query of a read; all documents when there is none. */
export const query = (body: Body): Doc => doc(body, 'query') ?? {};

/** The query of a write: a write without `where` is refused. */
export function demandedQuery(body: Body): Doc {
  const given = doc(body, 'query');
  if (!given) throw invalid('query is required: an update or a removal needs a where');
  return given;
}

function natural(body: Body, field: string): number | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (!Number.isInteger(value) || (value as number) < 0) {
    throw invalid(`${field} must be an integer that is not negative`);
  }
  return value as number;
}

/** At most 1,000 documents; 100 when the request says nothing. */
export const limit = (body: Body): number =>
  Math.min(natural(body, 'limit') || DEFAULT_LIMIT, MAX_LIMIT);

export const skip = (body: Body): number => natural(body, 'offset') ?? 0;

export const order = (body: Body): Order => (doc(body, 'order') ?? {}) as Order;

export const projection = (body: Body): Doc | undefined => doc(body, 'projection');

/** Server dates become dates; in a transaction the cloud refuses them. */
function dated(value: Doc, body: Body, now: number): Doc {
  if (!hasServerDate(value)) return value;
  if (body.transactionId) throw invalid('server date is not supported in a transaction');
  return resolveServerDates(value, now);
}

export function documents(body: Body, now: number): Doc[] {
  const { data } = body;
  if (!Array.isArray(data) || data.length === 0) throw invalid('data must be a list of documents');
  return data.map((text) => {
    if (typeof text !== 'string') throw invalid('data must be a list of EJSON strings');
    return dated(parseEjsonDoc(text), body, now);
  });
}

/** Update operators, or the whole document of a `set`. */
export function modification(body: Body, now: number): Doc {
  const data = doc(body, 'data');
  if (!data) throw invalid('data is required');
  const fields = Object.keys(data);
  if (
    body.merge !== false &&
    (fields.length === 0 || fields.some((name) => !name.startsWith('$')))
  ) {
    throw invalid('an update must consist of update operators and change something');
  }
  return dated(data, body, now);
}

/** A stage's value is plain JSON when it is not a document. */
export function stages(body: Body): Stage[] {
  if (!Array.isArray(body.stages)) throw invalid('stages must be a list');
  return body.stages.map((stage: { stageKey?: unknown; stageValue?: unknown }) => {
    if (typeof stage?.stageKey !== 'string' || typeof stage.stageValue !== 'string') {
      throw invalid('a stage needs stageKey and stageValue');
    }
    return { stageKey: stage.stageKey, stageValue: parseEjson(stage.stageValue) as Value };
  });
}
