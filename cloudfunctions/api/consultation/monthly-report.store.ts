import type { MonthlyReport } from '../../../domain/consultation/monthly-report.schema';
import { MAX_CLASSES } from '../../../domain/school/roster.schema';
import { oneOf, readMany } from '../../kernel/database';

/** Room for every class, nine grades on each of six campuses, the campuses and the school. */
const MAX_OF_MONTH = MAX_CLASSES + 70;

export const readReports = (schoolId: string, months: string[]): Promise<MonthlyReport[]> =>
  readMany<MonthlyReport>('monthlyReports', {
    where: { schoolId, month: oneOf(months) },
    limit: MAX_OF_MONTH * months.length,
  });
