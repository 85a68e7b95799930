import type { Member, Posting } from '../../domain/access/roles';
import type { SchoolClass } from '../../domain/school/roster.schema';
import type { Transaction } from '../kernel/transaction';

const without = (postings: readonly Posting[], schoolId: string, classId: string): Posting[] =>
  postings.flatMap((posting) => {
    if (posting.schoolId !== schoolId || posting.role !== 'homeroomTeacher') return [posting];
    const classIds = (posting.classIds ?? []).filter((id) => id !== classId);
    return classIds.length > 0 ? [{ ...posting, classIds }] : [];
  });

/**
 * The class names its homeroom teacher; whoever it was before loses the class with the same write,
 * so that it never has two. The new one's posting is the caller's to put.
 */
export async function appointHomeroomTeacher(
  tx: Transaction,
  classId: string,
  { _id, name }: Pick<Member, '_id' | 'name'>,
): Promise<void> {
  const schoolClass = await tx.get<SchoolClass>('classes', classId);
  if (!schoolClass || schoolClass.homeroomTeacherId === _id) return;
  const formerId = schoolClass.homeroomTeacherId;
  const former = formerId ? await tx.get<Member>('members', formerId) : null;
  if (former) {
    const postings = without(former.postings, schoolClass.schoolId, classId);
    await tx.put('members', { ...former, postings });
  }
  await tx.put('classes', { ...schoolClass, homeroomTeacherId: _id, homeroomTeacherName: name });
}
