import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FUNCTIONS } from '../test-cloud';

const ROOT = path.join(__dirname, '../../..');
const dataDir = mkdtempSync(path.join(tmpdir(), 'main-'));
const children: ChildProcess[] = [];

/** Runs the command line program and waits for the first thing that it says. */
async function run(...more: string[]): Promise<{ child: ChildProcess; said: string }> {
  const program = path.join(ROOT, 'local-cloud/main.ts');
  const options = ['--data', dataDir, '--functions', FUNCTIONS, ...more];
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const [said] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child.stderr, 'data'),
  ])) as Buffer[];
  return { child, said: String(said) };
}

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

it('says where it is, serves, keeps its folder to itself, and ends at once when asked', async () => {
  const { child, said } = await run('--hold', '2026-09-01T08:00:00+08:00');
  const url = /^本地云已就绪 \(ready\): (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(said)?.[1];
  const reply = await fetch(`${url}/functions/faulty`, {
    method: 'POST',
    headers: { 'x-wx-openid': 'teacher' },
    body: '{"fault":"now"}',
  });
  expect(await reply.json()).toMatchObject({ result: { made: '2026-09-01T00:00:00.000Z' } });

  const second = await run();
  expect(second.said).toMatch(/数据目录正被另一个本地云使用/);
  expect(await once(second.child, 'exit')).toEqual([1, null]);

  const startedAt = Date.now();
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(Date.now() - startedAt).toBeLessThan(2_000);
}, 20_000);
