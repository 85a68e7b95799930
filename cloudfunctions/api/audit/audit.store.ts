import { AUDIT_PAGE, type ListAudits } from '../../../domain/audit/audit.schema';
import { addDays } from '../../../domain/calendar/day';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import type { Audit } from '../../kernel/audit';
import { command } from '../../kernel/cloud';
import { readJoined } from '../../kernel/database';

export type TracedAudit = Audit & { students: Pick<Student, '_id' | 'name'>[] };

/** The first instant of a day in Asia/Shanghai. */
const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** Traces of a school, the latest first, each with its student; one more shows whether it ends. */
export function readAudits(
  schoolId: string,
  { kind, memberId, studentId, from, to, before }: z.infer<typeof ListAudits>,
): Promise<TracedAudit[]> {
  const at = before && new Date(before.at);
  return readJoined<TracedAudit>('audits', {
    where: command.and([
      { schoolId, ...(memberId && { by: memberId }), ...(studentId && { studentId }) },
      ...(kind ? [{ kind }] : []),
      ...(from ? [{ at: command.gte(startOf(from)) }] : []),
      ...(to ? [{ at: command.lt(startOf(addDays(to, 1))) }] : []),
      ...(at && before
        ? [
            { at: command.lte(at) },
            command.or([{ at: command.lt(at) }, { _id: command.lt(before.id) }]),
          ]
        : []),
    ]),
    sort: { at: -1, _id: -1 },
    limit: AUDIT_PAGE + 1,
    lookup: { from: 'students', localField: 'studentId', foreignField: '_id', as: 'students' },
  });
}
