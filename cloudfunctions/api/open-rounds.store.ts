import type { ScreeningRound } from '../../domain/screening/screening.schema';
import { ROUND_LIST } from '../../domain/screening/screening.schema';
import { readMany } from '../kernel/database';

/** The rounds that a newcomer has to be looked at in, newest first. */
export const readOpenRounds = (schoolId: string): Promise<ScreeningRound[]> =>
  readMany<ScreeningRound>('screeningRounds', {
    where: { schoolId, status: 'open' },
    orderBy: [['startsOn', 'desc']],
    limit: ROUND_LIST,
  });
