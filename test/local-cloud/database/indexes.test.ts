import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase } from '../../../local-cloud/database/database.service';
import type { IndexSpec } from '../../../local-cloud/database/index-builder';
import { openWorld, type World } from './fixture';

const folder = mkdtempSync(path.join(tmpdir(), 'database-'));
afterAll(() => rmSync(folder, { recursive: true }));

const index = (name: string, unique: boolean, ...fields: string[]): IndexSpec => ({
  name,
  unique,
  keys: fields.map((field) => ({ name: field, direction: '1' })),
});
const duplicate = (text: string) =>
  expect.objectContaining({ errCode: -502001, errMsg: expect.stringContaining(`E11000 ${text}`) });

describe('indexes', () => {
  let world: World;
  let next = 0;
  let name: string;
  let things: World['db'];
  const names = () =>
    world.service
      .listCollections()
      .find((collection) => collection.name === name)
      ?.indexes.map((one) => one.name);
  const change = (create: IndexSpec[], drop: { name: string }[] = []) =>
    world.service.updateIndexes(name, create, drop);

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    name = `things${++next}`;
    await world.db.createCollection(name);
    things = world.db.collection(name);
  });

  test('a unique index refuses the second document of a value, and says which', async () => {
    change([index('byNumber', true, 'schoolId', 'number')]);
    await things.add({ data: { schoolId: 'x', number: 1 } });
    await things.add({ data: { schoolId: 'y', number: 1 } });
    const text = `duplicate key error collection: local.${name} index: byNumber dup key: { schoolId: "x", number: 1 }`;
    await expect(things.add({ data: { schoolId: 'x', number: 1 } })).rejects.toEqual(
      duplicate(text),
    );
    const other = await things.add({ data: { schoolId: 'x', number: 2 } });
    await expect(things.doc(other._id).update({ data: { number: 1 } })).rejects.toEqual(
      duplicate(text),
    );
    await expect(things.doc('new').set({ data: { schoolId: 'x', number: 1 } })).rejects.toEqual(
      duplicate(text),
    );
    expect((await things.count()).total).toBe(3);
  });

  test('a value is free again after its document is changed or removed', async () => {
    change([index('u', true, 'u')]);
    await things.add({
      data: [
        { _id: 'a', u: 1 },
        { _id: 'b', u: 2 },
      ],
    });
    await things.doc('a').update({ data: { u: 3 } });
    await things.doc('b').remove();
    await things.add({ data: [{ u: 1 }, { u: 2 }] });
    await things.doc('a').update({ data: { u: 3, other: 1 } });
  });

  test('only one document may lack the field of a unique index', async () => {
    change([index('u', true, 'u')]);
    await things.add({ data: { a: 1 } });
    await expect(things.add({ data: { a: 2 } })).rejects.toEqual(duplicate('duplicate key error'));
    await expect(things.add({ data: { u: null } })).rejects.toEqual(
      duplicate(`duplicate key error collection: local.${name} index: u dup key: { u: null }`),
    );
  });

  test('numbers are unique by value, whatever their type; text and number differ', async () => {
    change([index('u', true, 'u')]);
    await things.add({ data: { u: 1 } });
    await things.add({ data: { u: '1' } });
    await expect(things.add({ data: { u: 1.0 } })).rejects.toEqual(
      duplicate('duplicate key error'),
    );
  });

  test('in a unique index over an array each element belongs to one document', async () => {
    change([index('tags', true, 'tags')]);
    await things.add({ data: { tags: ['a', 'b', 'a'] } });
    await expect(things.add({ data: { tags: ['c', 'b'] } })).rejects.toEqual(
      duplicate(`duplicate key error collection: local.${name} index: tags dup key: { tags: "b" }`),
    );
    await things.add({ data: { tags: ['c'] } });
  });

  test('an index is built over what is there; duplicates refuse it and leave all as it was', async () => {
    await things.add({
      data: [
        { u: 1, v: 1 },
        { u: 1, v: 2 },
      ],
    });
    expect(() => change([index('v', true, 'v'), index('u', true, 'u')])).toThrow(
      'index: u dup key: { u: 1 }',
    );
    expect(names()).toEqual(['_id_']);
    change([index('v', true, 'v'), index('u', false, 'u')]);
    await things.where({ v: 2 }).get();
    expect(world.lastCost().read).toBe(1);
  });

  test('an index that is there as asked is left alone; of another kind it is refused', () => {
    change([index('u', false, 'u')]);
    change([index('u', false, 'u')]);
    expect(names()).toEqual(['_id_', 'u']);
    expect(() => change([index('u', true, 'u')])).toThrow('already exists with different options');
    change([index('u', true, 'u')], [{ name: 'u' }]);
    expect(names()).toEqual(['_id_', 'u']);
  });

  test('an index that is not there, and that of the id, cannot be dropped', () => {
    expect(() => change([], [{ name: 'u' }])).toThrow('index not found with name [u]');
    expect(() => change([], [{ name: '_id_' }])).toThrow('cannot drop _id index');
  });

  test('at most 20 indexes besides that of the id', () => {
    change(Array.from({ length: 20 }, (_item, n) => index(`i${n}`, false, `f${n}`)));
    expect(() => change([index('more', false, 'more')])).toThrow('too many indexes');
    change([index('more', false, 'more')], [{ name: 'i0' }]);
  });

  test('a geographic index is kept in the catalogue', () => {
    change([{ name: 'place', unique: false, keys: [{ name: 'place', direction: '2dsphere' }] }]);
    expect(names()).toEqual(['_id_', 'place']);
  });
});

describe('what outlives the process', () => {
  test('documents, indexes, uniqueness and arrays are there when the file is opened again', async () => {
    const file = path.join(folder, 'reopened.sqlite');
    const open = () => createDatabase({ file, now: Date.now });
    const first = open();
    first.ensureCollection('things');
    first.ensureCollection('things');
    first.updateIndexes('things', [index('tags', false, 'tags'), index('u', true, 'u')], []);
    first.insertMany('things', [{ _id: 'a', tags: ['x', 'y'], u: 1, at: new Date(5) }]);
    first.stop();
    const second = open();
    second.insertMany('things', [{ _id: 'b', tags: [], u: 2 }]);
    expect(() => second.insertMany('things', [{ u: 1 }])).toThrow('E11000');
    expect(second.peek('things', 10)).toEqual([
      { _id: 'a', tags: ['x', 'y'], u: 1, at: new Date(5) },
      { _id: 'b', tags: [], u: 2 },
    ]);
    const between = { collectionName: 'things', query: '{"tags":{"$gt":"xx","$lt":"xz"}}' };
    const answer = await second.actions['database.calculateDocument']?.(between, {});
    // 'y' is above, 'x' below: no element is between, though the array has one on each side.
    expect(answer?.body).toEqual({ data: { total: 1 } });
    second.stop();
  });

  test('no acknowledged write is lost when the process is killed', async () => {
    const file = path.join(folder, 'killed.sqlite');
    const writer = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(__dirname, 'write-until-killed.ts'), file],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let acknowledged = '';
    await new Promise<void>((resolve) => {
      writer.stdout.on('data', (chunk: Buffer) => {
        acknowledged += chunk;
        if (acknowledged.split('\n').length > 100) writer.kill('SIGKILL');
      });
      writer.on('close', () => resolve());
    });
    const last = Number(acknowledged.trimEnd().split('\n').at(-1));
    const database = createDatabase({ file, now: Date.now });
    const ids = database.peek('things', Number.POSITIVE_INFINITY).map(({ _id }) => _id as number);
    expect(last).toBeGreaterThan(90);
    expect(ids.slice(0, last + 1)).toEqual(Array.from({ length: last + 1 }, (_item, n) => n));
    expect(ids.length).toBeLessThanOrEqual(last + 2);
    database.stop();
  });
});
