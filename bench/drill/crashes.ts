import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase } from '../../local-cloud/database/database.service';
import { DRILL_FUNCTIONS, type Drill, insist } from './drill';

const ROUNDS = 30;
const WRITERS = 2;
const LINES_PER_WRITE = 3;
/** A round is cut off among its next writes after this many were acknowledged. */
const FEWEST_WRITES = 5;
const MOST_WRITES = 40;
const CUT_WITHIN_MS = 20;

interface Server {
  child: ChildProcess;
  url: string;
}

async function startServer(dataDir: string): Promise<Server> {
  const main = path.join(__dirname, '../../local-cloud/main.ts');
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', main, '--data', dataDir, '--functions', DRILL_FUNCTIONS],
      ...['--max-instances', String(WRITERS)],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url) return { child, url };
  }
  throw new Error('the local cloud did not start');
}

async function callJournal(url: string, event: object): Promise<boolean> {
  try {
    const reply = await fetch(`${url}/functions/journal`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'writer' },
      body: JSON.stringify(event),
    });
    return 'result' in ((await reply.json()) as object);
  } catch {
    // Killed before it answered: the write may or may not be there, but nobody was told so.
    return false;
  }
}

/** Writes until the server dies; every write that was acknowledged goes to `acknowledged`. */
async function writeUntilKilled(server: Server, round: number, acknowledged: string[]) {
  let entry = 0;
  let isAlive = true;
  const writer = async () => {
    while (isAlive) {
      const mine = entry++;
      if (await callJournal(server.url, { act: 'write', round, entry: mine }))
        acknowledged.push(`${round}-${mine}`);
    }
  };
  // Every instance is warm before the clock runs, so that the kill falls among writes.
  const warmUp = (writer: number) =>
    callJournal(server.url, { act: 'write', round, entry: `warm${writer}` });
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => warmUp(writer)));
  const enough =
    acknowledged.length + FEWEST_WRITES + Math.random() * (MOST_WRITES - FEWEST_WRITES);
  const writers = Array.from({ length: WRITERS }, writer);
  while (acknowledged.length < enough && server.child.exitCode === null) await pause(5);
  await pause(Math.random() * CUT_WITHIN_MS);
  const gone = once(server.child, 'exit');
  server.child.kill('SIGKILL');
  await gone;
  isAlive = false;
  await Promise.all(writers);
}

/** What is on disk, read by a database that is opened after the crash. */
function readJournal(dataDir: string): Set<string> {
  const database = createDatabase({ file: path.join(dataDir, 'database.sqlite'), now: Date.now });
  const found = new Set(database.peek('journal', 1_000_000).map(({ _id }) => String(_id)));
  database.stop();
  return found;
}

export const drillCrashes: Drill = {
  name: '写入途中被杀',
  async run(dataDir) {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = await startServer(dataDir);
      if (round === 0) await callJournal(server.url, { act: 'prepare' });
      await writeUntilKilled(server, round, acknowledged);
    }

    const found = readJournal(dataDir);
    const lines = (write: string) =>
      Array.from({ length: LINES_PER_WRITE }, (_, line) => `${write}-${line}`);
    const lost = acknowledged.filter((write) => lines(write).some((line) => !found.has(line)));
    const writes = new Set([...found].map((line) => line.slice(0, line.lastIndexOf('-'))));
    const torn = [...writes].filter((write) => lines(write).some((line) => !found.has(line)));
    const figures = `${ROUNDS} 次 kill -9，确认 ${acknowledged.length} 次写入，丢失 ${lost.length}，残缺 ${torn.length}`;
    insist(acknowledged.length >= ROUNDS * FEWEST_WRITES, `太少写入，说明不了什么: ${figures}`);
    insist(lost.length === 0 && torn.length === 0, figures);
    return figures;
  },
};
