import { db } from './cloud';
import type { CollectionName } from './collections';

/**
 * One document, with those of another collection that it names by their ids (`localField`), or null.
 * One database request.
 */
export async function readOneWith<T, J>(
  collection: CollectionName,
  id: string,
  { from, localField }: { from: CollectionName; localField: string },
): Promise<{ found: T; joined: J[] } | null> {
  const { list } = await db
    .collection(collection)
    .aggregate()
    .match({ _id: id })
    .limit(1)
    .lookup({ from, localField, foreignField: '_id', as: 'joined' })
    .end();
  const [first] = list as (T & { joined: J[] })[];
  if (!first) return null;
  const { joined, ...found } = first;
  return { found: found as T, joined };
}
