import type { Member } from '../../../domain/access/roles';
import type { ScopeFilter } from '../../../domain/access/scopes';
import {
  HEALTH_PAGE,
  type HealthCondition,
  healthConditionIdOf,
  MAX_OF_CLASS,
} from '../../../domain/health-register/health-register.schema';
import { type SealedNote, sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import { command } from '../../kernel/cloud';
import { readMany, readOne, scopeCondition } from '../../kernel/database';

export const readCondition = (studentId: string): Promise<HealthCondition | null> =>
  readOne<HealthCondition>('healthConditions', healthConditionIdOf(studentId));

export const safetyNoteIdOf = (studentId: string): string =>
  sealedNoteIdOf(healthConditionIdOf(studentId), 'health');

/** The words themselves: for whoever has opened them, and nowhere else. */
export const readSafetyNote = (studentId: string): Promise<SealedNote | null> =>
  readOne<SealedNote>('sealedNotes', safetyNoteIdOf(studentId));

/** Where somebody has not acknowledged; an entry keeps those of its standing wording only. */
const notBy = (memberId: string) => ({ 'acknowledgements.memberId': command.neq(memberId) });

/** Who is in the register within a reach and not acknowledged by somebody, class by class. */
export async function readUnacknowledged(
  schoolId: string,
  filter: ScopeFilter,
  memberId: string,
): Promise<HealthCondition[]> {
  const reach = scopeCondition(schoolId, filter);
  if (!reach) return [];
  return readMany<HealthCondition>('healthConditions', {
    where: command.and([reach, { status: 'active', ...notBy(memberId) }]),
    orderBy: [
      ['classId', 'asc'],
      ['_id', 'asc'],
    ],
    limit: HEALTH_PAGE,
  });
}

/** Who is in the register within a reach, class by class, and one more if a page follows. */
export async function readConditions(
  schoolId: string,
  filter: ScopeFilter,
  before?: { at: string; id: string },
): Promise<HealthCondition[]> {
  const reach = scopeCondition(schoolId, filter);
  if (!reach) return [];
  return readMany<HealthCondition>('healthConditions', {
    where: command.and([
      reach,
      { status: 'active' },
      ...(before
        ? [
            { classId: command.gte(before.at) },
            command.or([
              { classId: command.gt(before.at) },
              { _id: command.gt(healthConditionIdOf(before.id)) },
            ]),
          ]
        : []),
    ]),
    orderBy: [
      ['classId', 'asc'],
      ['_id', 'asc'],
    ],
    limit: HEALTH_PAGE + 1,
  });
}

export const readConditionsOfClass = (
  schoolId: string,
  classId: string,
): Promise<HealthCondition[]> =>
  readMany<HealthCondition>('healthConditions', {
    where: { schoolId, classId, status: 'active' },
    limit: MAX_OF_CLASS,
  });

const MAX_TEACHERS = 40;

/** Who teaches a class, or is its homeroom teacher, today. */
export const readTeachersOf = (schoolId: string, classId: string): Promise<Member[]> =>
  readMany<Member>('members', {
    where: { 'postings.schoolId': schoolId, 'postings.classIds': classId },
    limit: MAX_TEACHERS,
  });
