import type { ScopeFilter } from '../../../domain/access/scopes';
import { type ClassWork, MAX_WORKS } from '../../../domain/class-work/class-work.schema';
import { command } from '../../kernel/cloud';
import { readMany, readOne, scopeCondition } from '../../kernel/database';

export const readClassWork = (workId: string): Promise<ClassWork | null> =>
  readOne<ClassWork>('classWorks', workId);

/** What stands of a class in a term, newest first. */
export const readClassWorks = (
  schoolId: string,
  classId: string,
  termId: string,
): Promise<ClassWork[]> =>
  readMany<ClassWork>('classWorks', {
    where: { schoolId, classId, termId, voidedAt: null },
    orderBy: [['on', 'desc']],
    limit: MAX_WORKS,
  });

/** What stands of no class in a term, by the writers within a reach. */
export async function readSponsorSummaries(
  schoolId: string,
  termId: string,
  filter: ScopeFilter,
): Promise<ClassWork[]> {
  const where = scopeCondition(schoolId, filter, { memberId: 'createdBy' });
  if (!where) return [];
  return readMany<ClassWork>('classWorks', {
    where: command.and([where, { classId: null, termId, voidedAt: null }]),
    orderBy: [['on', 'desc']],
    limit: MAX_WORKS,
  });
}
