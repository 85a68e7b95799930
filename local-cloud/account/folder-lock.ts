import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/**
 * Holds a data folder for this process: two local clouds on one folder would each believe that
 * they own it. A transaction that is never committed is the lock, because the system releases it
 * when the process dies, however it dies.
 * @returns releases the folder
 * @throws Error when somebody else holds it.
 */
export function lockFolder(dir: string): () => void {
  const lock = new DatabaseSync(path.join(dir, 'lock.sqlite'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(`数据目录正被另一个本地云使用 (the data folder is in use): ${dir}`);
  }
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}
