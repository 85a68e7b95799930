import { openWorld, type World } from './fixture';

let world: World;
let next = 0;
let name: string;
const all = async () => (await world.db.collection(name).orderBy('_id', 'asc').get()).data;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  name = `things${++next}`;
  await world.db.createCollection(name);
  await world.db.collection(name).add({
    data: [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ],
  });
});

const conflict = expect.objectContaining({
  errCode: -501001,
  errMsg: expect.stringContaining('TransactionConflict'),
});
const gone = expect.objectContaining({ code: 'DATABASE_TRANSACTION_FAIL' });
const goneAtOperation = expect.objectContaining({
  errCode: -501001,
  errMsg: expect.stringContaining('TransactionNotExist'),
});

describe('what a transaction sees', () => {
  test('it sees what it wrote, others see it only after the commit', async () => {
    const tx = await world.db.startTransaction();
    const things = tx.collection(name);
    await things.add({ data: { _id: 'c', n: 3 } });
    await things.doc('a').update({ data: { n: world.db.command.inc(5) } });
    await things.doc('a').update({ data: { n: world.db.command.inc(5) } });
    await things.doc('b').remove();
    expect((await things.doc('a').get()).data.n).toBe(11);
    expect((await things.doc('b').get()).data).toBeNull();
    expect((await things.where({}).get()).data.map((d: { _id: string }) => d._id).sort()).toEqual([
      'a',
      'c',
    ]);
    expect(await all()).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
    await tx.commit();
    expect(await all()).toEqual([
      { _id: 'a', n: 11 },
      { _id: 'c', n: 3 },
    ]);
  });

  test('its snapshot is taken at the first operation, not at the start', async () => {
    const tx = await world.db.startTransaction();
    await world.db
      .collection(name)
      .doc('a')
      .update({ data: { n: 2 } });
    expect((await tx.collection(name).doc('a').get()).data.n).toBe(2);
    await world.db
      .collection(name)
      .doc('a')
      .update({ data: { n: 3 } });
    await world.db.collection(name).doc('b').remove();
    await world.db.collection(name).add({ data: { _id: 'c', n: 9 } });
    expect((await tx.collection(name).doc('a').get()).data.n).toBe(2);
    expect((await tx.collection(name).doc('b').get()).data.n).toBe(1);
    expect((await tx.collection(name).doc('c').get()).data).toBeNull();
    const seen = await tx
      .collection(name)
      .where({ n: world.db.command.gt(0) })
      .orderBy('n', 'desc')
      .get();
    expect(seen.data.map((d: { n: number }) => d.n)).toEqual([2, 1]);
    await tx.rollback();
  });

  test('a document that it adds and removes again leaves no trace', async () => {
    const tx = await world.db.startTransaction();
    await tx.collection(name).add({ data: { _id: 'c' } });
    await tx.collection(name).doc('c').remove();
    await tx.collection(name).doc('a').remove();
    await tx.collection(name).add({ data: { _id: 'a', n: 'new' } });
    await tx.commit();
    expect(await all()).toEqual([
      { _id: 'a', n: 'new' },
      { _id: 'b', n: 1 },
    ]);
  });

  test('set in a transaction adds what is not there and replaces what is', async () => {
    await world.db.runTransaction(async (tx: World['db']) => {
      expect(
        (
          await tx
            .collection(name)
            .doc('a')
            .set({ data: { m: 1 } })
        ).stats.updated,
      ).toBe(1);
      await tx
        .collection(name)
        .doc('c')
        .set({ data: { m: 2 } });
    });
    expect(await all()).toEqual([
      { _id: 'a', m: 1 },
      { _id: 'b', n: 1 },
      { _id: 'c', m: 2 },
    ]);
  });

  test('a server date is refused inside a transaction', async () => {
    const tx = await world.db.startTransaction();
    await expect(
      tx.collection(name).add({ data: { at: world.db.serverDate() } }),
    ).rejects.toMatchObject({ errCode: -501007 });
  });
});

describe('who wins', () => {
  test('the first writer of a document wins; the second hears of it at the operation', async () => {
    const [one, two] = [await world.db.startTransaction(), await world.db.startTransaction()];
    await one
      .collection(name)
      .doc('a')
      .update({ data: { n: 10 } });
    await expect(
      two
        .collection(name)
        .doc('a')
        .update({ data: { n: 20 } }),
    ).rejects.toEqual(conflict);
    await one.commit();
    expect((await all())[0].n).toBe(10);
  });

  test('a document written by others since the snapshot cannot be written any more', async () => {
    const tx = await world.db.startTransaction();
    await tx.collection(name).doc('b').get();
    await world.db
      .collection(name)
      .doc('a')
      .update({ data: { n: 7 } });
    await expect(
      tx
        .collection(name)
        .doc('a')
        .update({ data: { n: 8 } }),
    ).rejects.toEqual(conflict);
    // The conflict ended the transaction: neither can it be rolled back nor used.
    await expect(tx.rollback()).rejects.toEqual(gone);
    await expect(tx.collection(name).doc('b').get()).rejects.toEqual(goneAtOperation);
  });

  test('an operation-level conflict inside runTransaction is not retried by the SDK', async () => {
    let runs = 0;
    await expect(
      world.db.runTransaction(async (tx: World['db']) => {
        runs++;
        const { data } = await tx.collection(name).doc('a').get();
        await world.db
          .collection(name)
          .doc('a')
          .update({ data: { n: world.db.command.inc(1) } });
        await tx
          .collection(name)
          .doc('a')
          .update({ data: { n: data.n + 1 } });
      }),
    ).rejects.toEqual(conflict);
    expect(runs).toBe(1);
  });

  test('concurrent increments are lost by nobody who committed', async () => {
    const book = async () => {
      for (;;) {
        try {
          return await world.db.runTransaction(async (tx: World['db']) => {
            const { data } = await tx.collection(name).doc('a').get();
            await tx
              .collection(name)
              .doc('a')
              .update({ data: { n: data.n + 1 } });
          });
        } catch (error) {
          expect(error).toEqual(conflict);
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, book));
    expect((await all())[0].n).toBe(9);
  });

  test('write skew is possible, as under any snapshot isolation', async () => {
    const [one, two] = [await world.db.startTransaction(), await world.db.startTransaction()];
    for (const tx of [one, two]) await tx.collection(name).where({ n: 1 }).get();
    await one
      .collection(name)
      .doc('a')
      .update({ data: { n: 0 } });
    await two
      .collection(name)
      .doc('b')
      .update({ data: { n: 0 } });
    await one.commit();
    await two.commit();
    expect(await all()).toEqual([
      { _id: 'a', n: 0 },
      { _id: 'b', n: 0 },
    ]);
  });

  test('two transactions cannot add the same id, and one that was added since is a conflict', async () => {
    const [one, two, three] = [
      await world.db.startTransaction(),
      await world.db.startTransaction(),
      await world.db.startTransaction(),
    ];
    await three.collection(name).doc('a').get();
    await one.collection(name).add({ data: { _id: 'c' } });
    await expect(two.collection(name).add({ data: { _id: 'c' } })).rejects.toEqual(conflict);
    await one.commit();
    await expect(three.collection(name).add({ data: { _id: 'c' } })).rejects.toEqual(conflict);
  });

  test('an id that the snapshot shows is a duplicate, and ends the transaction', async () => {
    const tx = await world.db.startTransaction();
    await expect(tx.collection(name).add({ data: { _id: 'a' } })).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('E11000'),
    });
    await expect(tx.commit()).rejects.toEqual(gone);
  });

  test('a unique index holds inside transactions, and values may be exchanged', async () => {
    await world.db.collection(name).where({}).remove();
    world.service.updateIndexes(
      name,
      [{ name: 'seat', unique: true, keys: [{ name: 'seat', direction: '1' }] }],
      [],
    );
    await world.db.collection(name).add({
      data: [
        { _id: 'a', seat: 1 },
        { _id: 'b', seat: 2 },
      ],
    });
    await world.db.runTransaction(async (tx: World['db']) => {
      await tx
        .collection(name)
        .doc('a')
        .update({ data: { seat: 3 } });
      await tx
        .collection(name)
        .doc('b')
        .update({ data: { seat: 1 } });
      await tx
        .collection(name)
        .doc('a')
        .update({ data: { seat: 2 } });
    });
    expect(await all()).toEqual([
      { _id: 'a', seat: 2 },
      { _id: 'b', seat: 1 },
    ]);
    const tx = await world.db.startTransaction();
    await expect(tx.collection(name).add({ data: { seat: 1 } })).rejects.toMatchObject({
      errMsg: expect.stringContaining('index: seat dup key: { seat: 1 }'),
    });
  });
});

describe('how it ends', () => {
  test('a rollback undoes everything, and its reason reaches the caller', async () => {
    await expect(
      world.db.runTransaction(async (tx: World['db']) => {
        await tx
          .collection(name)
          .doc('a')
          .update({ data: { n: 99 } });
        await tx.rollback('changed my mind');
      }),
    ).rejects.toBe('changed my mind');
    expect((await all())[0].n).toBe(1);
  });

  test('what the callback returns is the result', async () => {
    expect(await world.db.runTransaction(async () => 'done')).toBe('done');
  });

  test('after 30 seconds the transaction is gone and its locks with it', async () => {
    const tx = await world.db.startTransaction();
    await tx
      .collection(name)
      .doc('a')
      .update({ data: { n: 5 } });
    world.advance(30_000);
    await expect(tx.commit()).rejects.toEqual(gone);
    await world.db
      .collection(name)
      .doc('a')
      .update({ data: { n: 6 } });
    expect((await all())[0].n).toBe(6);
  });

  test('a second commit, and an id that nobody gave out, are refused', async () => {
    const tx = await world.db.startTransaction();
    await tx.commit();
    await expect(tx.commit()).rejects.toEqual(gone);
    expect(await world.send('database.commitTransaction', { transactionId: 'x' })).toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
    });
  });
});

describe('one operation at a time', () => {
  test('two operations of one transaction at the same time are refused as in the cloud', async () => {
    const tx = await world.db.startTransaction();
    const read = (id: string) => tx.collection(name).doc(id).get();
    const outcomes = await Promise.allSettled([read('a'), read('b')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes).toContainEqual({
      status: 'rejected',
      reason: expect.objectContaining({
        errCode: -501001,
        errMsg: expect.stringContaining('TransactionBusy'),
      }),
    });
    await read('a');
    await tx.commit();
  });

  test('a thousand documents are added in one transaction without a thousand comparisons each', async () => {
    const start = performance.now();
    await world.db.runTransaction(async (tx: World['db']) => {
      await tx.collection(name).add({ data: Array.from({ length: 1000 }, (_, n) => ({ _id: n })) });
    });
    expect((await world.db.collection(name).count()).total).toBe(1002);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('ordinary writes beside a transaction', () => {
  test('one to a document that a transaction holds waits for the commit', async () => {
    const tx = await world.db.startTransaction();
    await tx
      .collection(name)
      .doc('a')
      .update({ data: { n: 5 } });
    const waiting = world.db
      .collection(name)
      .doc('a')
      .update({ data: { n: world.db.command.inc(1) } });
    await world.db
      .collection(name)
      .doc('b')
      .update({ data: { n: 2 } });
    await tx.commit();
    await waiting;
    expect((await all())[0].n).toBe(6);
  });

  test('it fails when the transaction does not end in time', async () => {
    const tx = await world.db.startTransaction();
    await tx
      .collection(name)
      .doc('a')
      .update({ data: { n: 5 } });
    await expect(
      world.db
        .collection(name)
        .doc('a')
        .update({ data: { n: 7 } }),
    ).rejects.toMatchObject({ errCode: -502001 });
    await tx.rollback();
  });

  test('where().update inside a transaction carries no transaction id: it survives the rollback', async () => {
    const tx = await world.db.startTransaction();
    await tx
      .collection(name)
      .where({ _id: 'b' })
      .update({ data: { n: 42 } });
    await tx.rollback();
    expect((await all())[1].n).toBe(42);
  });
});
