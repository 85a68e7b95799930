import { readMany } from '../../kernel/database';

const MAX_SPONSORED = 60;

/** The students whom a leader stands for by an open case: that reach belongs to the case. */
export const readStudentsByCase = (
  schoolId: string,
  sponsorId: string,
): Promise<{ studentId: string }[]> =>
  readMany<{ studentId: string }>('attentionCases', {
    where: { schoolId, sponsorId, status: 'open' },
    fields: ['studentId'],
    limit: MAX_SPONSORED,
  });
