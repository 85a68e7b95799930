import type { Member } from '../../domain/access/roles';
import type { SchoolClass } from '../../domain/school/roster.schema';
import { withoutHomeroom } from '../../domain/staff/staff.rules';
import { changedStamps, type Writer } from './database';
import type { Transaction } from './transaction';

interface Move {
  teacher: Member;
  /** The classes that they were homeroom teacher of, and will be. */
  before: readonly string[];
  after: readonly string[];
}

/** Let the classes say who their homeroom teacher is, and take them from whoever had them. */
export async function moveHomeroom(
  tx: Transaction,
  writer: Writer,
  { teacher, before, after }: Move,
): Promise<void> {
  const taken = new Map<string, string[]>();
  for (const classId of new Set([...before, ...after])) {
    const schoolClass = await tx.get<SchoolClass>('classes', classId);
    if (!schoolClass) continue;
    const { homeroomTeacherId: former } = schoolClass;
    const gets = after.includes(classId);
    // A class that somebody else has meanwhile is not emptied.
    if (gets ? former === teacher._id : former !== teacher._id) continue;
    if (gets && former !== '') taken.set(former, [...(taken.get(former) ?? []), classId]);
    await tx.put<SchoolClass>('classes', {
      ...schoolClass,
      ...changedStamps(schoolClass, writer),
      homeroomTeacherId: gets ? teacher._id : '',
      homeroomTeacherName: gets ? teacher.name : '',
    });
  }
  for (const [formerId, classIds] of taken) {
    const former = await tx.get<Member>('members', formerId);
    if (!former) continue;
    await tx.put<Member>('members', {
      ...former,
      postings: withoutHomeroom(former.postings, writer.school._id, classIds),
      rev: (former.rev ?? 0) + 1,
    });
  }
}
