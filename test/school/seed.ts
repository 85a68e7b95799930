import type { LocalCloud } from '../../local-cloud/start-local-cloud';
import type { MadeSchool } from './make-school';

/** Runs the function that creates collections and indexes, as a deployment does. */
export async function migrate(cloud: LocalCloud): Promise<{ ran: string[]; skipped: string[] }> {
  type Answer = { ran: string[]; skipped: string[] } | { refused: string };
  const { result } = await cloud.testFunction<Answer>('migrate', { accessToken: 'local' });
  if ('refused' in result) throw new Error(`migrate: ${result.refused}`);
  return result;
}

/**
 * Stores a school. Each collection is filled whole or not at all, and one that holds something is
 * left alone: seeding again changes nothing, and one that was cut off is finished.
 */
export function fill(cloud: LocalCloud, { collections }: MadeSchool): void {
  const held = new Map(cloud.database.listCollections().map((one) => [one.name, one.documents]));
  for (const [name, documents] of Object.entries(collections)) {
    if (!held.get(name)) cloud.database.insertMany(name, documents as object[] as Doc[]);
  }
}

type Doc = Parameters<LocalCloud['database']['insertMany']>[1][number];
