import type { Member } from '../../domain/access/roles';
import { command } from '../kernel/cloud';
import { COLLECTIONS, type CollectionName } from '../kernel/collections';
import { readMany } from '../kernel/database';

/** Notes of the product about itself, or about backups: no school is lost with them. */
const OF_NO_SCHOOL: readonly CollectionName[] = [
  ...(['rateCounters', 'timerRuns', 'migrations', 'madeFiles', 'backups'] as const),
];

/** The school's own document goes last: nobody can act in a school that is not all there. */
export const SCHOOL_COLLECTIONS: readonly CollectionName[] = [
  ...(Object.keys(COLLECTIONS) as CollectionName[]).filter(
    (name) => name !== 'schools' && !OF_NO_SCHOOL.includes(name),
  ),
  'schools',
];

/** Which documents of a collection are a school's. */
export function ofSchool(collection: CollectionName, schoolId: string): Record<string, unknown> {
  if (collection === 'schools') return { _id: schoolId };
  if (collection === 'members') return { 'postings.schoolId': schoolId };
  return { schoolId };
}

type Doc = { _id: string };

/** A person of two schools belongs to both; what they are in the other one stays there. */
function withinSchool(collection: CollectionName, document: Doc, schoolId: string): Doc {
  if (collection !== 'members') return document;
  const member = document as Member;
  return { ...member, postings: member.postings.filter((one) => one.schoolId === schoolId) } as Doc;
}

/** The reply of a query stays well under what the cloud sends at once. */
export const PAGE = 200;

/** The next documents of a school in a collection, by id. One request. */
export async function readAfter(
  collection: CollectionName,
  schoolId: string,
  after: string,
): Promise<Doc[]> {
  const own = ofSchool(collection, schoolId);
  if (collection === 'schools')
    return after ? [] : readMany<Doc>(collection, { where: own, limit: 1 });
  const page = await readMany<Doc>(collection, {
    where: { ...own, _id: command.gt(after) },
    orderBy: [['_id', 'asc']],
    limit: PAGE,
  });
  return page.map((document) => withinSchool(collection, document, schoolId));
}
