import { withPosting } from '../../../domain/access/invited-posting';
import type { Member } from '../../../domain/access/roles';
import type { Departure } from '../../../domain/leaving/departure.schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { homeroomClassesOf } from '../../../domain/staff/staff.rules';
import { auditOf } from '../../kernel/audit';
import { moveHomeroom } from '../../kernel/move-homeroom';
import { inTransaction } from '../../kernel/transaction';
import type { HandOver } from './hand-over-children';
import { subjectsIn } from './work-in-hand';

/** By what was given, so that the audit has one line for each. */
const auditIdFor = ({ _id }: Departure, kind: string) => `${_id}~${kind}`;

/** The classes that nobody has taken meanwhile get their new homeroom teacher, with the posting. */
export const handOverHomeroom: HandOver = async (ctx, departure, why) => {
  const { school } = ctx;
  const successorId = departure.successors.homeroom?.id ?? '';
  const wanted = homeroomClassesOf(departure.postings, school._id);
  await inTransaction(async (tx) => {
    const before = await tx.get<Member>('members', successorId);
    if (!before) return;
    const free: string[] = [];
    for (const classId of wanted) {
      const schoolClass = await tx.get<SchoolClass>('classes', classId);
      if (schoolClass?.homeroomTeacherId === '') free.push(classId);
    }
    if (free.length === 0) return;
    const after: Member = {
      ...before,
      postings: withPosting(before.postings, school._id, {
        ...{ role: 'homeroomTeacher', classIds: free, divisionIds: [], subject: '' },
      }),
      rev: (before.rev ?? 0) + 1,
    };
    const own = homeroomClassesOf(before.postings, school._id);
    await moveHomeroom(tx, ctx, { teacher: after, before: own, after: [...own, ...free] });
    await tx.put('members', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: auditIdFor(departure, 'homeroom'),
        action: 'departure.record',
        collection: 'members',
        documentId: successorId,
        ...{ why, reason: `接任${departure.memberName}的班主任工作` },
      }),
    );
  });
  return true;
};

/** Whoever takes on the lessons teaches the same subjects in the same classes. */
export const handOverSubjects: HandOver = async (ctx, departure, why) => {
  const { school } = ctx;
  const successorId = departure.successors.subjects?.id ?? '';
  await inTransaction(async (tx) => {
    const before = await tx.get<Member>('members', successorId);
    if (!before) return;
    const postings = subjectsIn(departure.postings, school._id).reduce(
      (all, { subject, classIds }) =>
        withPosting(all, school._id, {
          ...{ role: 'subjectTeacher', classIds, divisionIds: [], subject },
        }),
      before.postings,
    );
    await tx.put<Member>('members', { ...before, postings, rev: (before.rev ?? 0) + 1 });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: auditIdFor(departure, 'subjects'),
        action: 'departure.record',
        collection: 'members',
        documentId: successorId,
        ...{ why, reason: `接任${departure.memberName}的任课` },
      }),
    );
  });
  return true;
};
