import { createCollection } from '../kernel/cloud';
import type { CollectionName } from '../kernel/collections';
import { readOne, writeOne } from '../kernel/database';
import { MIGRATIONS } from './migrations';
import { createIndexes } from './wechat-indexes';

/** Create a collection unless it is there; asking first would cost a request and prove nothing. */
async function ensureCollection(name: CollectionName): Promise<void> {
  try {
    await createCollection(name);
  } catch (error) {
    const text = String((error as { errMsg?: string }).errMsg ?? error);
    if (!/exist/i.test(text)) throw error;
  }
}

/** Run what has not run yet, in order; each is recorded with the time it took effect. */
export async function migrate(accessToken: string): Promise<{ ran: string[]; skipped: string[] }> {
  await ensureCollection('migrations');
  const ran: string[] = [];
  const skipped: string[] = [];
  for (const { id, creates } of MIGRATIONS) {
    if (await readOne('migrations', id)) {
      skipped.push(id);
      continue;
    }
    for (const name of creates) {
      await ensureCollection(name);
      await createIndexes(name, accessToken);
    }
    await writeOne('migrations', { _id: id, at: new Date(), creates: [...creates] });
    ran.push(id);
  }
  return { ran, skipped };
}
