import { createDatabase, type Scan } from '../../../local-cloud/database/database.service';
import type { IndexSpec } from '../../../local-cloud/database/index-builder';
import { parseEjsonDoc, toEjson } from '../../../local-cloud/database/semantics/ejson';
import type { Doc } from '../../../local-cloud/database/semantics/value';
import type { WireAction } from '../../../local-cloud/service';

const scans: Scan[] = [];
const database = createDatabase({
  file: ':memory:',
  now: Date.now,
  log: (scan) => scans.push(scan),
});
afterAll(() => database.stop());

const index = (name: string, unique = false): IndexSpec => ({
  name,
  unique,
  keys: name.split('_').map((part) => ({
    name: part.replace('-', ''),
    direction: part.startsWith('-') ? '-1' : '1',
  })),
});

interface Asked {
  order?: Doc;
  limit?: number;
  offset?: number;
}

async function send(action: string, body: Record<string, unknown>) {
  const reply = await (database.actions[`database.${action}`] as WireAction)(body, {});
  return { data: reply.body.data as { list: string[]; total: number }, read: reply.cost?.read };
}

async function ask(collectionName: string, query: Doc, { order, ...rest }: Asked = {}) {
  const sorted = order ? { order: toEjson(order) } : {};
  const body = { collectionName, query: toEjson(query), ...sorted, limit: 1000, ...rest };
  const { data, read } = await send('getDocument', body);
  return { docs: data.list.map((text) => parseEjsonDoc(text)), read };
}

async function total(collectionName: string, query: Doc) {
  const { data, read } = await send('calculateDocument', { collectionName, query: toEjson(query) });
  return { total: data.total, read };
}

describe('how many documents a search looks at', () => {
  const SIZE = 5000;
  beforeAll(() => {
    database.ensureCollection('talk');
    database.updateIndexes(
      'talk',
      [index('mentee_-at'), index('tags'), index('weight'), index('tags_at')],
      [],
    );
    database.insertMany(
      'talk',
      Array.from({ length: SIZE }, (_, n) => ({
        _id: `t${n}`,
        mentee: `m${n % 100}`,
        at: new Date(n * 1000),
        tags: [`g${n % 10}`, `h${n % 500}`],
        weight: n,
        plain: n % 5,
        ...(n % 1000 === 0 ? { closed: true } : {}),
      })),
    );
  });
  beforeEach(() => {
    scans.length = 0;
  });

  test.each<[string, Doc, Asked, number, number]>([
    ['one, by its id', { _id: 't7' }, {}, 1, 1],
    ['the equal ones', { mentee: 'm3' }, {}, 50, 50],
    ['those of a list', { mentee: { $in: ['m3', 'm4'] } }, {}, 100, 100],
    ['a range', { weight: { $gte: 10, $lt: 20 } }, {}, 10, 10],
    ['a range within the equal ones', { mentee: 'm3', at: { $lt: new Date(403_000) } }, {}, 4, 4],
    [
      'a page of the equal ones in their order',
      { mentee: 'm3' },
      { order: { at: -1 }, limit: 20 },
      20,
      20,
    ],
    ['the same page backwards', { mentee: 'm3' }, { order: { at: 1 }, limit: 20 }, 20, 20],
    ['a later page', { mentee: 'm3' }, { order: { at: -1 }, limit: 10, offset: 10 }, 20, 10],
    ['an element of an array', { tags: 'h7' }, {}, 10, 10],
    ['a page of an element, in order', { tags: 'g7' }, { order: { at: 1 }, limit: 5 }, 5, 5],
    ['only what an index leaves over', { mentee: 'm3', plain: 3 }, {}, 50, 50],
    [
      'the first that fit, in the order of an index',
      { plain: 3 },
      { order: { weight: -1 }, limit: 2 },
      7,
      2,
    ],
    ['each alternative by its own index', { $or: [{ mentee: 'm3' }, { weight: 4 }] }, {}, 51, 51],
    [
      'both sides of an and',
      { $and: [{ mentee: 'm3' }, { at: { $lt: new Date(403_000) } }] },
      {},
      4,
      4,
    ],
    ['what begins as an anchored pattern', { mentee: { $regex: '^m99' } }, {}, 50, 50],
    [
      'all of what a list of two elements finds, once',
      { tags: { $in: ['h7', 'g7', 'g8'] } },
      {},
      1000,
      1000,
    ],
    ['none, for an empty list', { mentee: { $in: [] } }, {}, 0, 0],
    ['none, for an impossible range', { weight: { $gt: 20, $lt: 10 } }, {}, 0, 0],
  ])('%s', async (_, query, asked, read, found) => {
    const answer = await ask('talk', query, asked);
    expect({ read: answer.read, found: answer.docs.length }).toEqual({ read, found });
    expect(scans).toEqual([]);
  });

  test('it counts in the index alone when the index answers the whole question', async () => {
    expect(await total('talk', { mentee: 'm3', at: { $lt: new Date(403_000) } })).toEqual({
      total: 4,
      read: 0,
    });
    expect(await total('talk', {})).toEqual({ total: SIZE, read: 0 });
    expect(await total('talk', { tags: 'g7' })).toMatchObject({ total: 500 });
  });

  test('a search through more than 1,000 documents is reported with the index it lacks', async () => {
    await ask('talk', { plain: 99, closed: true }, { order: { at: -1 } });
    expect(scans).toEqual([
      {
        collection: 'talk',
        query: { plain: 99, closed: true },
        rows: SIZE,
        lackingIndex: ['plain', 'closed', 'at'],
      },
    ]);
  });

  test('to read everything is reported; to walk an index in its order is not', async () => {
    await ask('talk', {}, { offset: 1500 });
    expect(scans).toMatchObject([{ rows: 2500, query: {}, lackingIndex: [] }]);
    await ask('talk', {}, { offset: 1500, order: { weight: 1 } });
    expect(scans).toHaveLength(1);
  });

  test('a query that an index bounds is not reported, however much it looks at', async () => {
    await ask('talk', { weight: { $gte: 0 }, plain: 99 });
    expect(scans).toEqual([]);
  });
});

describe('an index changes the cost, never the answer', () => {
  // A small deterministic generator: the same questions in every run.
  let seed = 20240901;
  const random = (limit: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;
  const scalars = [null, 0, 1, 2, 3, -1, 1.5, '', 'a', 'b', 'ab', true, false, new Date(5)];
  const value = (): unknown =>
    pick<() => unknown>([
      () => pick(scalars),
      () => pick(scalars),
      () => Array.from({ length: random(4) }, () => pick(scalars)),
      () => ({ x: pick(scalars) }),
      () => Array.from({ length: random(3) }, () => ({ x: pick(scalars) })),
    ])();
  const paths = ['a', 'b', 'c', 'a.x', 'b.x', 'a.0'];
  const fields = ['a', 'b', 'c'];
  /** Arrays only in `a`: two arrays cannot be filed together. */
  const document = (): Doc => {
    const doc: Record<string, unknown> = {};
    if (random(5)) doc.a = value();
    if (random(5)) doc.b = pick([...scalars, { x: pick(scalars) }]);
    if (random(5)) doc.c = pick(scalars);
    return doc as Doc;
  };
  const condition = (): unknown =>
    pick<() => unknown>([
      () => pick(scalars),
      () => ({ $eq: value() }),
      () => ({ [pick(['$gt', '$gte', '$lt', '$lte'])]: pick(scalars) }),
      () => ({ $gt: pick(scalars), $lte: pick(scalars) }),
      () => ({ $in: Array.from({ length: random(4) }, () => pick(scalars)) }),
      () => ({ $in: [value(), pick(scalars)], $ne: pick(scalars) }),
      () => ({ [pick(['$ne', '$exists'])]: pick([true, false]) }),
      () => ({ $all: [pick(scalars)] }),
      () => ({ $not: { $gt: pick(scalars) } }),
      () => ({ $regex: pick(['^a', '^ab', '^ab?', 'a', '^a|b', '^', '^(a)', '^a*']) }),
      () => ({ $elemMatch: { x: pick(scalars) } }),
      () => ({ $elemMatch: { $gt: pick(scalars), $lt: pick(scalars) } }),
    ])();
  const query = (depth = 0): Doc => {
    const found: Record<string, unknown> = {};
    for (let left = random(3) + (depth ? 1 : 0); left > 0; left--) {
      const kind = depth < 2 ? random(8) : 7;
      if (kind === 0) found.$or = [query(depth + 1), query(depth + 1)];
      else if (kind === 1) found.$and = [query(depth + 1), query(depth + 1)];
      else found[pick(paths)] = condition();
    }
    return found as Doc;
  };
  const indexes = ['a', '-b', 'a_b', 'b_-a_c', '-c_-b', 'c_a.x', 'b.x_c', 'a.0', 'c_b'];

  test('200 random questions get the same answer with indexes and without', async () => {
    for (const name of ['bare', 'indexed']) database.ensureCollection(name);
    const docs = Array.from({ length: 120 }, (_, n): Doc => ({ _id: n, ...document() }));
    database.insertMany('bare', docs);
    // Half of it is filed while it is added, half when the indexes are built.
    database.updateIndexes(
      'indexed',
      indexes.slice(0, 5).map((name) => index(name)),
      [],
    );
    database.insertMany('indexed', docs);
    database.updateIndexes(
      'indexed',
      indexes.slice(5).map((name) => index(name)),
      [],
    );
    for (let n = 0; n < 200; n++) {
      const question = query();
      const order = Object.fromEntries(
        fields.filter(() => random(3) === 0).map((field) => [field, pick([1, -1])]),
      ) as Doc;
      const isSorted = Object.keys(order).length > 0;
      // A total order, so that ties cannot hide behind each other.
      const asked: Asked = isSorted
        ? { order: { ...order, _id: 1 }, offset: random(4), limit: 1 + random(20) }
        : {};
      const [bare, indexed] = [
        await ask('bare', question, asked),
        await ask('indexed', question, asked),
      ];
      const ids = (list: Doc[]) => {
        const found = list.map(({ _id }) => _id as number);
        return isSorted ? found : found.sort((x, y) => x - y);
      };
      expect({ question, asked, ids: ids(indexed.docs) }).toEqual({
        question,
        asked,
        ids: ids(bare.docs),
      });
      expect((await total('indexed', question)).total).toBe((await total('bare', question)).total);
    }
  });

  test('index entries follow their documents through updates and removals', async () => {
    for (let n = 0; n < 200; n++) {
      const where = toEjson({ _id: random(150) });
      const step = random(4)
        ? {
            action: 'modify',
            body: { query: where, data: toEjson(document()), merge: false, upsert: true },
          }
        : { action: 'remove', body: { query: where, multi: false } };
      for (const name of ['bare', 'indexed'])
        await send(`${step.action}Document`, { collectionName: name, ...step.body });
    }
    for (let n = 0; n < 200; n++) {
      const question = query();
      const sorted = { order: { _id: 1 } };
      const answers = [await ask('bare', question, sorted), await ask('indexed', question, sorted)];
      expect({ question, docs: answers[1]?.docs }).toEqual({ question, docs: answers[0]?.docs });
      expect((await total('indexed', question)).total).toBe(answers[0]?.docs.length);
    }
  });
});
