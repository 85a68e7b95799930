/**
 * What the database of the local cloud costs, side by side in one run.
 * Run: node --import tsx bench/database.bench.ts [documents, default 200000]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase } from '../local-cloud/database/database.service';
import type { IndexSpec } from '../local-cloud/database/index-builder';
import { toEjson } from '../local-cloud/database/semantics/ejson';
import type { Doc } from '../local-cloud/database/semantics/value';
import type { WireAction } from '../local-cloud/service';

const SIZE = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(path.join(tmpdir(), 'database-bench-'));
const database = createDatabase({ file: path.join(folder, 'cloud.sqlite'), now: Date.now });

const send = (action: string, body: Record<string, unknown>) =>
  (database.actions[`database.${action}Document`] as WireAction)(body, {});

async function timed(work: (n: number) => unknown, times: number): Promise<number> {
  for (let n = 0; n < Math.min(times, 50); n++) await work(n);
  const start = performance.now();
  for (let n = 0; n < times; n++) await work(n);
  return (performance.now() - start) / times;
}

const record = (n: number): Doc => ({
  _id: `record-${n}`,
  schoolId: 'no-1-middle-school',
  studentId: `student-${n % 4000}`,
  teacherId: `teacher-${n % 150}`,
  heldAt: new Date(1_700_000_000_000 + n * 60_000),
  kind: ['talk', 'visit', 'call', 'letter'][n % 4] as string,
  participants: [`teacher-${n % 150}`, `teacher-${(n * 7) % 150}`],
  note: '课堂上愿意举手了，作业按时交；和同桌的关系还需要继续留意。'.repeat(5),
  revision: 1,
});

const indexes: IndexSpec[] = [
  {
    name: 'byStudent',
    unique: false,
    keys: [
      ['studentId', '1'],
      ['heldAt', '-1'],
    ] as const,
  },
  { name: 'byParticipant', unique: false, keys: [['participants', '1']] as const },
].map(({ keys, ...index }) => ({
  ...index,
  keys: keys.map(([name, direction]) => ({ name, direction })),
}));

async function main(): Promise<void> {
  const rows: [string, number][] = [];
  const note = (title: string, ms: number): number => {
    rows.push([title, ms]);
    return ms;
  };

  database.ensureCollection('record');
  database.updateIndexes('record', indexes, []);
  const BATCH = 1000;
  const start = performance.now();
  for (let n = 0; n < SIZE; n += BATCH) {
    database.insertMany(
      'record',
      Array.from({ length: BATCH }, (_, at) => record(n + at)),
    );
  }
  const batched = note('add, 1,000 at once, each', (performance.now() - start) / SIZE);

  const where = (query: Doc, more: object = {}) => ({
    collectionName: 'record',
    query: toEjson(query),
    ...more,
  });
  const newest = { order: toEjson({ heldAt: -1 }), limit: 20 };
  note(
    'read one by id',
    await timed((n) => send('get', where({ _id: `record-${(n * 7919) % SIZE}` })), 5000),
  );
  const page = note(
    'page of 20: equality and order',
    await timed((n) => send('get', where({ studentId: `student-${n % 4000}` }, newest)), 2000),
  );
  note(
    'page of 20: an element of an array',
    await timed(
      (n) => send('get', where({ participants: `teacher-${n % 150}` }, { limit: 20 })),
      500,
    ),
  );
  note(
    'count in the index',
    await timed((n) => send('calculate', where({ studentId: `student-${n}` })), 2000),
  );
  const scan = note(
    'page of 20: everything read',
    await timed(() => send('get', where({ kind: 'talk', revision: 2 }, newest)), 1),
  );
  const single = note(
    'add one, durable',
    await timed(
      (n) =>
        send('insert', {
          collectionName: 'record',
          data: [toEjson({ ...record(n), _id: `new-${n}-${Math.random()}` })],
        }),
      500,
    ),
  );
  note(
    'update one by id, durable',
    await timed(
      (n) =>
        send(
          'modify',
          where({ _id: `record-${n}` }, { data: toEjson({ $inc: { revision: 1 } }), multi: false }),
        ),
      500,
    ),
  );

  database.stop();
  rmSync(folder, { recursive: true });
  console.log(`${SIZE} documents of ${toEjson(record(1)).length} characters, two indexes\n`);
  for (const [title, ms] of rows)
    console.log(`${title.padEnd(40)} ${(ms * 1000).toFixed(1).padStart(12)} µs`);
  console.log(`\nindexed page : everything read   1 : ${(scan / page).toFixed(0)}`);
  console.log(`added in a batch : added alone    1 : ${(single / batched).toFixed(1)}`);
}

void main();
