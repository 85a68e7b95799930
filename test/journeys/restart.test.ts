import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../config/chromium';
import { ROOT } from '../../config/inputs';
import { CAST, CLASSES, STUDENTS } from '../school/cast';
import { Journey } from './harness/journey';

const ENTRY = `pages/class-ledger/entry/index?classId=${CLASSES.seven3}&studentId=${STUDENTS.otherChild._id}`;
const WORDS = '停电那天也记得把窗关好';

/** `npm start` without its building, in a process of its own. */
async function startProcess(dataDir: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'config/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
      const ready = /Ready: (http:\S+)/.exec(printed)?.[1];
      if (ready) resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${printed}`)));
  });
  return { process: child, url };
}

const killed = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

describe('after everything was killed', () => {
  let browser: Browser;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'xueqing-'));

  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('a line that was saved is there when the product starts again', async () => {
    const clock = { now: () => Date.now() };
    const before = await startProcess(dataDir);
    const writing = await Journey.begin(browser, { url: before.url, clock });
    await writing.openAs(CAST.homeroomTeacher, ENTRY);
    await writing.field('优点').fill(WORDS);
    await writing.tap(writing.page.getByRole('button', { name: '保存', exact: true }));
    await writing.see(/已保存/).waitFor();
    await killed(before.process);
    await writing.end();

    const after = await startProcess(dataDir);
    const reading = await Journey.begin(browser, { url: after.url, clock });
    await reading.openAs(CAST.homeroomTeacher, ENTRY);
    await reading.field('优点').waitFor();
    expect(await reading.field('优点').inputValue()).toBe(WORDS);
    await reading.end();
    await killed(after.process);
  }, 180_000);
});
