import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './inputs';

const LOOK_AGAIN_MS = 500;

/**
 * Runs `work` while no other process on this machine runs work of that name: `npm start` and
 * `npm test` may be at the same build. What a process that died left behind does not count.
 */
export async function withLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const folder = path.join(ROOT, '.cache/locks', name);
  mkdirSync(path.dirname(folder), { recursive: true });
  while (!take(folder)) await wait(LOOK_AGAIN_MS);
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder: string): boolean {
  try {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'pid'), String(process.pid));
    return true;
  } catch {
    if (!isHeld(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

function isHeld(folder: string): boolean {
  try {
    process.kill(Number(readFileSync(path.join(folder, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    // The holder is another user's, or has made the folder and not yet written its number.
    return ['EPERM', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}
