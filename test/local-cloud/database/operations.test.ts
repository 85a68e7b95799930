import { openWorld, type World } from './fixture';

let world: World;
let _: World['db'];
let next = 0;
let name: string;
let things: World['db'];
const one = async (id: string | number) => (await things.doc(id).get()).data;
const failsWith = (errCode: number, text: string) =>
  expect.objectContaining({ errCode, errMsg: expect.stringContaining(text) });
const refused = (text: string) => failsWith(-502001, text);

beforeAll(async () => {
  world = await openWorld();
  _ = world.db.command;
});
afterAll(() => world.close());
beforeEach(async () => {
  name = `things${++next}`;
  await world.db.createCollection(name);
  things = world.db.collection(name);
});

describe('collections', () => {
  // The SDK drops the code of an error of createCollection and of aggregate: -1 is all that is left.
  test('one that is not there is an error for every operation and is never made in passing', async () => {
    const missing = world.db.collection('missing');
    const absent = failsWith(-502005, 'Db or Table not exist: missing');
    await expect(missing.add({ data: { a: 1 } })).rejects.toEqual(absent);
    await expect(missing.get()).rejects.toEqual(absent);
    await expect(missing.count()).rejects.toEqual(absent);
    await expect(missing.doc('x').get()).rejects.toEqual(absent);
    await expect(missing.doc('x').set({ data: { a: 1 } })).rejects.toEqual(absent);
    await expect(missing.doc('x').update({ data: { a: 1 } })).rejects.toEqual(absent);
    await expect(missing.where({ a: 1 }).remove()).rejects.toEqual(absent);
    await expect(missing.aggregate().match({}).end()).rejects.toEqual(
      failsWith(-1, 'Db or Table not exist: missing'),
    );
    expect(world.service.listCollections().map((c) => c.name)).not.toContain('missing');
  });

  test('one that is there cannot be made again', async () => {
    await expect(world.db.createCollection(name)).rejects.toEqual(failsWith(-1, 'Table exist'));
  });

  test('a name that the cloud would not take is refused', async () => {
    await expect(world.db.createCollection('家访')).rejects.toEqual(failsWith(-1, '家访'));
  });
});

describe('adding', () => {
  test('an added document gets an id that nobody can guess, and no owner', async () => {
    const { _id } = await things.add({ data: { a: 1 } });
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
    expect(await one(_id)).toEqual({ _id, a: 1 });
  });

  test.each(['text', 42, ''])('an id may be given: %p', async (_id) => {
    expect((await things.add({ data: { _id, a: 1 } }))._id).toBe(_id);
    expect((await things.where({ _id }).get()).data).toEqual([{ _id, a: 1 }]);
  });

  test('several at once give their ids in order; one that fails takes all with it', async () => {
    const { _ids } = await things.add({ data: [{ _id: 'a' }, { n: 1 }, { _id: 3 }] });
    expect(_ids).toEqual(['a', expect.stringMatching(/^[0-9a-f]{32}$/), 3]);
    await expect(things.add({ data: [{ _id: 'b' }, { _id: 'a' }] })).rejects.toEqual(
      refused(
        `E11000 duplicate key error collection: local.${name} index: _id_ dup key: { _id: "a" }`,
      ),
    );
    expect((await things.count()).total).toBe(3);
  });

  test.each([
    [
      'a dollar name',
      { $a: 1 },
      "The dollar ($) prefixed field '$a' in '$a' is not valid for storage.",
    ],
    [
      'one inside',
      { a: [{ $b: 1 }] },
      "The dollar ($) prefixed field '$b' in 'a.0.$b' is not valid",
    ],
    ['a dotted name', { 'a.b': 1 }, "The dotted field 'a.b' in 'a.b' is not valid for storage."],
    ['an array as id', { _id: [1] }, "The '_id' value cannot be of type array"],
  ])('%s is refused', async (_title, data, text) => {
    await expect(things.add({ data })).rejects.toEqual(refused(text));
  });

  test('a document of more than 16 MB is refused', async () => {
    await expect(things.add({ data: { a: 'x'.repeat(16 * 1024 * 1024) } })).rejects.toEqual(
      refused('object to insert too large'),
    );
  });

  test('server dates take the clock of the cloud, with their offset', async () => {
    const { serverDate } = world.db;
    await things.add({
      data: { _id: 'a', at: serverDate(), in: { an: [serverDate({ offset: 5000 })] } },
    });
    const { at, in: inside } = await one('a');
    expect(Math.abs(at.getTime() - world.now())).toBeLessThan(5000);
    expect(inside.an[0].getTime()).toBe(at.getTime() + 5000);
  });
});

describe('values', () => {
  test.each<[string, unknown]>([
    ['text', '学情会商 "quoted" \\ \u0000 😀'],
    ['a small integer', 42],
    ['a large integer', 2 ** 40],
    ['the largest exact integer', Number.MAX_SAFE_INTEGER],
    ['a fraction', 0.1],
    ['a negative fraction', -1e-300],
    ['a great number', 1e300],
    ['a truth', true],
    ['null', null],
    ['a date', new Date('2024-09-01T00:00:00.123Z')],
    ['a date before 1970', new Date(-1)],
    ['a far date', new Date('9999-12-31T23:59:59Z')],
    ['nested lists', [1, [2, [3, []]], {}]],
    ['an empty document', {}],
    ['a document of everything', { a: { b: [{ c: new Date(0), d: null }] } }],
    ['a name that JavaScript knows', { constructor: 1, toString: 'x' }],
  ])('%s comes back as it was given', async (_title, value) => {
    await things.add({ data: { _id: 'v', value } });
    expect((await one('v')).value).toEqual(value);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%p comes back',
    async (value) => {
      await things.add({ data: { _id: 'v', value } });
      expect(Number((await one('v')).value)).toBe(value);
    },
  );

  test('a point comes back as a point', async () => {
    await things.add({ data: { _id: 'v', place: world.db.Geo.Point(113.5, 23.25) } });
    expect((await one('v')).place).toMatchObject({ longitude: 113.5, latitude: 23.25 });
  });

  test('what is undefined is not stored', async () => {
    await things.add({ data: { _id: 'v', a: undefined, b: { c: undefined } } });
    expect(await one('v')).toEqual({ _id: 'v', b: {} });
  });

  test('a regular expression comes back with its flags', async () => {
    await things.add({ data: { _id: 'v', value: /a.b/i } });
    // The SDK hands patterns on as plain objects.
    expect((await one('v')).value).toEqual({ pattern: 'a.b', options: 'i' });
  });
});

describe('reading', () => {
  beforeEach(() =>
    things.add({
      data: Array.from({ length: 120 }, (_item, n) => ({
        _id: n,
        n,
        half: n % 2,
        in: { s: `s${n}` },
      })),
    }),
  );
  const ids = async (query: World['db']) =>
    (await query.get()).data.map((d: { _id: number }) => d._id);

  test('100 documents when nothing is said', async () => {
    expect(await ids(things)).toHaveLength(100);
    expect(await ids(things.where({ half: 1 }))).toHaveLength(60);
    expect(await ids(things.limit(110))).toHaveLength(110);
  });

  test('at most 1,000, whatever is asked', async () => {
    world.service.insertMany(
      name,
      Array.from({ length: 1000 }, (_item, n) => ({ n: 1000 + n })),
    );
    expect(await ids(things.limit(2000))).toHaveLength(1000);
    const { data } = (await world.send('database.getDocument', {
      collectionName: name,
      limit: 5000,
    })) as {
      data: { list: string[] };
    };
    expect(data.list).toHaveLength(1000);
  });

  test('sorted, a page at a time', async () => {
    const sorted = things.orderBy('half', 'desc').orderBy('n', 'asc');
    expect(await ids(sorted.limit(3))).toEqual([1, 3, 5]);
    expect(await ids(sorted.skip(59).limit(3))).toEqual([119, 0, 2]);
    expect(await ids(sorted.skip(500))).toEqual([]);
  });

  test('only the fields that are asked for', async () => {
    const { data } = await things.where({ _id: 3 }).field({ 'in.s': true }).get();
    expect(data).toEqual([{ _id: 3, in: { s: 's3' } }]);
    expect((await things.doc(3).field({ _id: false, in: false }).get()).data).toEqual({
      n: 3,
      half: 1,
    });
    await expect(things.field({ n: true, half: false }).get()).rejects.toMatchObject({
      errCode: -502001,
    });
  });

  test('near a point, the nearest first', async () => {
    const { Point } = world.db.Geo;
    await things.add({ data: [3, 1, 2].map((n) => ({ _id: `p${n}`, place: Point(113 + n, 23) })) });
    const near = things.where({ place: _.geoNear({ geometry: Point(113, 23) }) });
    expect(await ids(near)).toEqual(['p1', 'p2', 'p3']);
    expect(await ids(near.limit(1))).toEqual(['p1']);
    expect(await ids(near.orderBy('_id', 'desc').limit(1))).toEqual(['p3']);
  });

  test('a document that is not there is null, or an error for who asks for one', async () => {
    expect(await one('nobody')).toBeNull();
    const strict = world.cloud.database({ throwOnNotFound: true } as object).collection(name);
    await expect(strict.doc('nobody').get()).rejects.toMatchObject({ errCode: -1 });
  });

  test('a number and its text are different ids', async () => {
    expect(await one('3')).toBeNull();
    expect((await one(3)).n).toBe(3);
  });

  test('count counts everything that matches, beyond any limit', async () => {
    expect((await things.count()).total).toBe(120);
    expect((await things.where({ n: _.gte(20) }).count()).total).toBe(100);
    expect((await things.where({ n: _.gt(5), half: 0 }).count()).total).toBe(57);
  });

  test('an unknown operator is refused', async () => {
    const query = JSON.stringify({ n: { $near_by: 1 } });
    for (const action of [
      'database.getDocument',
      'database.calculateDocument',
      'database.removeDocument',
    ]) {
      expect(await world.send(action, { collectionName: name, query, multi: true })).toMatchObject({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining('$near_by'),
      });
    }
  });

  test('a reply of more than 16 MB is refused', async () => {
    world.service.insertMany(
      name,
      Array.from({ length: 20 }, () => ({ big: 'x'.repeat(1_000_000) })),
    );
    await expect(things.where({ big: _.exists(true) }).get()).rejects.toEqual(
      refused('larger than 16777216'),
    );
    expect(
      (
        await things
          .where({ big: _.exists(true) })
          .limit(10)
          .get()
      ).data,
    ).toHaveLength(10);
  });
});

describe('changing', () => {
  beforeEach(() =>
    things.add({
      data: [
        { _id: 'a', n: 1, list: [1] },
        { _id: 'b', n: 2, list: [] },
      ],
    }),
  );

  test('an update changes what it names and leaves the rest', async () => {
    const data = { n: _.inc(2), 'in.deep': 1, also: { x: { y: 2 } }, list: _.push([5, 6]) };
    expect((await things.doc('a').update({ data })).stats).toEqual({ updated: 1 });
    expect(await one('a')).toEqual({
      _id: 'a',
      n: 3,
      list: [1, 5, 6],
      in: { deep: 1 },
      also: { x: { y: 2 } },
    });
  });

  test('what stays as it is does not count as updated', async () => {
    expect((await things.doc('a').update({ data: { n: 1 } })).stats.updated).toBe(0);
    expect((await things.where({ n: _.gt(0) }).update({ data: { n: 2 } })).stats.updated).toBe(1);
    expect((await things.doc('nobody').update({ data: { n: 1 } })).stats.updated).toBe(0);
    expect((await things.doc('a').set({ data: { n: 2, list: [1] } })).stats).toEqual({
      updated: 0,
      created: 0,
    });
  });

  test('where().update changes all that match, or the first with multi: false', async () => {
    expect((await things.where({ n: _.gt(0) }).update({ data: { m: 1 } })).stats.updated).toBe(2);
    const first = { data: { m: 2 }, multi: false };
    expect((await things.where({ n: _.gt(0) }).update(first)).stats.updated).toBe(1);
    expect((await things.where({ m: 2 }).count()).total).toBe(1);
  });

  test('a condition and a change together are one step', async () => {
    const take = () => things.where({ _id: 'b', n: _.gt(0) }).update({ data: { n: _.inc(-1) } });
    const taken = await Promise.all([take(), take(), take(), take()]);
    expect(taken.map(({ stats }) => stats.updated).sort()).toEqual([0, 0, 1, 1]);
    expect((await one('b')).n).toBe(0);
  });

  test('set replaces the whole document, or adds it', async () => {
    expect((await things.doc('a').set({ data: { only: 1 } })).stats).toEqual({
      updated: 1,
      created: 0,
    });
    expect(await one('a')).toEqual({ _id: 'a', only: 1 });
    expect((await things.doc('c').set({ data: { fresh: 1 } })).stats).toEqual({
      updated: 0,
      created: 1,
    });
    expect(await one('c')).toEqual({ _id: 'c', fresh: 1 });
    expect((await things.doc(7).set({ data: { fresh: 2 } })).stats).toEqual({
      updated: 0,
      created: 1,
    });
    expect(await one(7)).toEqual({ _id: 7, fresh: 2 });
  });

  test.each<[string, () => object, string]>([
    ['inc on text', () => ({ s: _.inc(1) }), 'Cannot apply $inc to a value of non-numeric type'],
    [
      'push on a number',
      () => ({ n: _.push(1) }),
      "The field 'n' must be an array but is of type int",
    ],
    [
      'a field below null',
      () => ({ 'none.a': 1 }),
      "Cannot create field 'a' in element {none: null}",
    ],
  ])('%s is an error and changes nothing', async (_title, data, text) => {
    await things.doc('a').set({ data: { n: 1, s: 'x', none: null } });
    await expect(things.doc('a').update({ data: data() })).rejects.toEqual(
      refused(`[FailedOperation] multiple write errors: [{write errors: [{${text}`),
    );
    expect(await one('a')).toEqual({ _id: 'a', n: 1, s: 'x', none: null });
  });

  test('an update of many that fails at one changes none', async () => {
    await things.doc('b').update({ data: { n: 'text' } });
    await expect(
      things.where({ _id: _.exists(true) }).update({ data: { n: _.inc(1) } }),
    ).rejects.toEqual(refused('$inc'));
    expect((await one('a')).n).toBe(1);
  });

  test('an update or a removal without where is refused', async () => {
    await expect(things.update({ data: { n: 1 } })).rejects.toEqual(failsWith(-501007, 'where'));
    await expect(things.remove()).rejects.toEqual(failsWith(-501007, 'where'));
    expect((await things.count()).total).toBe(2);
  });

  test('an update that says nothing is refused', async () => {
    await expect(things.doc('a').update({ data: { n: {} } })).rejects.toMatchObject({
      errCode: -501007,
    });
  });

  test('a server date in an update takes the clock of the cloud', async () => {
    await things.doc('a').update({ data: { at: world.db.serverDate() } });
    expect((await one('a')).at).toBeInstanceOf(Date);
  });

  test('_.set of a server date stores the marker, as the SDK does in the cloud too', async () => {
    await things.doc('a').update({ data: { at: _.set(world.db.serverDate()) } });
    expect((await one('a')).at).toEqual({ offset: 0 });
  });

  test('removal says how many went', async () => {
    expect((await things.doc('a').remove()).stats).toEqual({ removed: 1 });
    expect((await things.doc('a').remove()).stats).toEqual({ removed: 0 });
    await things.add({ data: [{ n: 9 }, { n: 9 }, { n: 9 }] });
    expect((await things.where({ n: 9 }).remove({ multi: false })).stats).toEqual({ removed: 1 });
    expect((await things.where({ n: 9 }).remove()).stats).toEqual({ removed: 2 });
    expect((await things.get()).data.map((d: { _id: string }) => d._id)).toEqual(['b']);
  });
});

describe('aggregation', () => {
  beforeEach(() =>
    things.add({
      data: [
        { _id: 1, kind: 'talk', minutes: 30, student: 's1' },
        { _id: 2, kind: 'visit', minutes: 90, student: 's1' },
        { _id: 3, kind: 'talk', minutes: 10, student: 's2' },
      ],
    }),
  );

  test('matches, groups and sorts', async () => {
    const $ = _.aggregate;
    const { list } = await things
      .aggregate()
      .match({ minutes: _.gte(10) })
      .group({ _id: '$kind', total: $.sum('$minutes') })
      .sort({ total: 1 })
      .end();
    expect(list).toEqual([
      { _id: 'talk', total: 40 },
      { _id: 'visit', total: 90 },
    ]);
  });

  test('the leading match, sort and limit are left to an index', async () => {
    world.service.updateIndexes(
      name,
      [
        {
          name: 'byStudent',
          unique: false,
          keys: [
            { name: 'student', direction: '1' },
            { name: 'minutes', direction: '-1' },
          ],
        },
      ],
      [],
    );
    const { list } = await things
      .aggregate()
      .match({ student: 's1' })
      .sort({ minutes: -1 })
      .limit(1)
      .end();
    expect(list.map((d: { _id: number }) => d._id)).toEqual([2]);
    expect(world.lastCost()).toMatchObject({ read: 1, returned: 1 });
  });

  test('joins with another collection, and with none as with an empty one', async () => {
    await world.db.createCollection(`${name}_students`);
    await world.db.collection(`${name}_students`).add({ data: { _id: 's1', name: '林小满' } });
    const join = (from: string) =>
      things
        .aggregate()
        .match({ _id: 1 })
        .lookup({ from, localField: 'student', foreignField: '_id', as: 'who' })
        .end();
    expect((await join(`${name}_students`)).list[0].who).toEqual([{ _id: 's1', name: '林小满' }]);
    expect((await join('nowhere')).list[0].who).toEqual([]);
  });

  test('an unknown stage is refused', async () => {
    const stages = [{ stageKey: '$teleport', stageValue: '{}' }];
    expect(
      await world.send('database.aggregateDocuments', { collectionName: name, stages }),
    ).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });
});

describe('what the meter is told', () => {
  test('documents read, returned and written', async () => {
    await things.add({
      data: [
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ],
    });
    expect(world.lastCost()).toEqual({ collection: name, written: 2 });
    await things.where({ a: 1 }).get();
    expect(world.lastCost()).toEqual({ collection: name, read: 2, returned: 1 });
    await things.doc(1).update({ data: { a: 5 } });
    expect(world.lastCost()).toEqual({ collection: name, read: 1, written: 1 });
    await things.where({ a: 5 }).remove();
    expect(world.lastCost()).toEqual({ collection: name, read: 2, written: 1 });
  });
});
