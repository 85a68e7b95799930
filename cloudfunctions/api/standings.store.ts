import { MAX_CLASSES } from '../../domain/school/roster.schema';
import { oneOf, readMany } from '../kernel/database';
import type { StandingCount } from '../kernel/settle';

/** Counters of so many windows fit one answer of the cloud, one a class. */
const WINDOWS_AT_ONCE = 4;

/** The counters of whole windows, for all their subjects: one query for a few windows each. */
export async function readStandingsIn(
  schoolId: string,
  windowKeys: readonly string[],
): Promise<Pick<StandingCount, '_id' | 'count'>[]> {
  const pages: string[][] = [];
  for (let at = 0; at < windowKeys.length; at += WINDOWS_AT_ONCE) {
    pages.push(windowKeys.slice(at, at + WINDOWS_AT_ONCE));
  }
  const found = await Promise.all(
    pages.map((keys) =>
      readMany<StandingCount>('standings', {
        where: { schoolId, windowKey: oneOf(keys) },
        fields: ['count'],
        limit: MAX_CLASSES * WINDOWS_AT_ONCE,
      }),
    ),
  );
  return found.flat();
}
