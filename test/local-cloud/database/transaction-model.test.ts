import { createDatabase } from '../../../local-cloud/database/database.service';
import { toEjson } from '../../../local-cloud/database/semantics/ejson';
import type { WireAction } from '../../../local-cloud/service';

/**
 * Random interleavings of transactions and ordinary writes, beside a model that keeps whole copies:
 * a transaction sees the copy taken at its first operation with its own writes, and a write conflicts
 * when another open transaction wrote the document or anybody changed it since that copy.
 */
type State = Map<number, number>;

interface ModelTransaction {
  id: string;
  seen?: State;
  start: number;
  written: Set<number>;
}

const database = createDatabase({ file: ':memory:', now: Date.now, lockWait: 0 });
afterAll(() => database.stop());

async function send(action: string, body: Record<string, unknown> = {}) {
  const wire = database.actions[`database.${action}`] as WireAction;
  const { body: reply } = await wire({ collectionName: 'things', ...body }, {});
  return reply as { code?: string; transactionId: string; data: { list: string[] } };
}

let seed = 7;
const random = (limit: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
};

test('2,000 random steps of four interleaved transactions agree with the model', async () => {
  database.ensureCollection('things');
  database.updateIndexes(
    'things',
    [{ name: 'n', unique: false, keys: [{ name: 'n', direction: '1' }] }],
    [],
  );
  const committed: State = new Map();
  const changedAt = new Map<number, number>();
  let clock = 0;
  const open: ModelTransaction[] = [];
  const counts: Record<string, number> = {};

  const read = async (transaction?: ModelTransaction): Promise<State> => {
    const query = random(2)
      ? {}
      : { query: toEjson({ n: { $gte: 0 } }), order: toEjson({ n: -1 }) };
    const { data } = await send('getDocument', { ...query, transactionId: transaction?.id });
    return new Map(
      data.list.map((text) => {
        const { _id, n } = JSON.parse(text);
        return [Number(_id.$numberInt), Number(n.$numberInt)];
      }),
    );
  };
  const write = async (row: number, n: number, transaction?: ModelTransaction) => {
    const query = toEjson({ _id: row });
    const transactionId = transaction?.id;
    if (n < 0) return send('removeDocument', { query, multi: false, transactionId });
    const change = { query, data: toEjson({ n }), merge: false, upsert: true, multi: false };
    return send('modifyDocument', { ...change, transactionId });
  };
  const apply = (state: State, row: number, n: number) =>
    n < 0 ? state.delete(row) : state.set(row, n);

  for (let step = 0; step < 2000; step++) {
    const choice = random(12);
    const transaction = open[random(open.length)];
    const [row, n] = [random(6), random(5) ? random(20) : -1];
    if (choice === 0 || !transaction) {
      if (open.length < 4) {
        open.push({
          id: (await send('startTransaction')).transactionId,
          start: 0,
          written: new Set(),
        });
      }
    } else if (choice === 1) {
      open.splice(open.indexOf(transaction), 1);
      expect(
        (await send('commitTransaction', { transactionId: transaction.id })).code,
      ).toBeUndefined();
      clock++;
      for (const changed of transaction.written) {
        const value = transaction.seen?.get(changed);
        apply(committed, changed, value ?? -1);
        changedAt.set(changed, clock);
      }
      counts.commits = (counts.commits ?? 0) + 1;
    } else if (choice === 2) {
      open.splice(open.indexOf(transaction), 1);
      await send('abortTransaction', { transactionId: transaction.id });
    } else if (choice === 3) {
      const { code } = await write(row, n);
      const isHeld = open.some(({ written }) => written.has(row));
      const changes = n < 0 ? committed.has(row) : committed.get(row) !== n;
      expect({ step, code }).toEqual({
        step,
        code: isHeld && changes ? 'DATABASE_REQUEST_FAILED' : undefined,
      });
      if (!isHeld && changes) changedAt.set(row, ++clock);
      if (!isHeld) apply(committed, row, n);
    } else if (choice < 7) {
      if (!transaction.seen) Object.assign(transaction, { seen: new Map(committed), start: clock });
      expect({ step, seen: new Map([...(await read(transaction))].sort()) }).toEqual({
        step,
        seen: new Map([...(transaction.seen as State)].sort()),
      });
      expect(new Map([...(await read())].sort())).toEqual(new Map([...committed].sort()));
    } else {
      if (!transaction.seen) Object.assign(transaction, { seen: new Map(committed), start: clock });
      const seen = transaction.seen as State;
      const changes = n < 0 ? seen.has(row) : seen.get(row) !== n;
      const isLost =
        changes &&
        (open.some((other) => other !== transaction && other.written.has(row)) ||
          (changedAt.get(row) ?? 0) > transaction.start);
      const { code } = await write(row, n, transaction);
      expect({ step, code }).toEqual({
        step,
        code: isLost ? 'DATABASE_TRANSACTION_CONFLICT' : undefined,
      });
      if (isLost) {
        open.splice(open.indexOf(transaction), 1);
        counts.conflicts = (counts.conflicts ?? 0) + 1;
      } else if (changes) {
        transaction.written.add(row);
        apply(seen, row, n);
      }
    }
  }
  expect(counts.commits).toBeGreaterThan(50);
  expect(counts.conflicts).toBeGreaterThan(50);
});
