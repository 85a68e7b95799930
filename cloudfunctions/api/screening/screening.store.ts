import type { ScopeFilter } from '../../../domain/access/scopes';
import { MAX_CLASSES } from '../../../domain/school/roster.schema';
import {
  ROUND_LIST,
  type ScreeningRound,
  type ScreeningSheet,
  sheetIdOf,
} from '../../../domain/screening/screening.schema';
import { command } from '../../kernel/cloud';
import { readMany, readNamed, readOne, scopeCondition } from '../../kernel/database';

export const readRound = (roundId: string): Promise<ScreeningRound | null> =>
  readOne<ScreeningRound>('screeningRounds', roundId);

export const readSheet = (roundId: string, classId: string): Promise<ScreeningSheet | null> =>
  readOne<ScreeningSheet>('screeningSheets', sheetIdOf(roundId, classId));

/** The last rounds of a school, newest first. */
export const readRounds = (schoolId: string): Promise<ScreeningRound[]> =>
  readMany<ScreeningRound>('screeningRounds', {
    where: { schoolId },
    orderBy: [['startsOn', 'desc']],
    limit: ROUND_LIST,
  });

/** How far a sheet is: its counters, never its ticks. */
export type SheetProgress = Pick<
  ScreeningSheet,
  '_id' | 'roundId' | 'classId' | 'divisionId' | 'status' | 'ticked' | 'findings'
>;
const PROGRESS = ['roundId', 'classId', 'divisionId', 'status', 'ticked', 'findings'];

/** Students are no part of it: a sheet belongs to a class. */
const classLevel = (filter: ScopeFilter): ScopeFilter =>
  filter === 'everything' ? filter : filter.filter(({ field }) => field !== 'studentId');

/** The sheets of a round within a reach. */
export async function readProgress(
  schoolId: string,
  roundId: string,
  filter: ScopeFilter,
): Promise<SheetProgress[]> {
  const reach = scopeCondition(schoolId, classLevel(filter));
  if (!reach) return [];
  return readMany<SheetProgress>('screeningSheets', {
    where: command.and([reach, { roundId }]),
    fields: PROGRESS,
    limit: MAX_CLASSES,
  });
}

/** What one's own classes have begun this term. */
export const readProgressOfClasses = (
  schoolId: string,
  classIds: string[],
  termId: string,
): Promise<SheetProgress[]> =>
  readNamed<SheetProgress>('screeningSheets', 'classId', classIds, {
    where: { schoolId, termId },
    fields: PROGRESS,
    limit: MAX_CLASSES,
  });

/** Sheets that wait for a division's word. */
export const readSubmitted = (schoolId: string, divisionIds: string[]): Promise<SheetProgress[]> =>
  readNamed<SheetProgress>('screeningSheets', 'divisionId', divisionIds, {
    where: { schoolId, status: 'submitted' },
    fields: PROGRESS,
    limit: MAX_CLASSES,
  });
