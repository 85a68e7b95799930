import type { Grant } from '../../../domain/access/can';
import type { Member } from '../../../domain/access/roles';
import { pickCaseWords } from '../../../domain/attention/attention-case.rules';
import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import { type Departure, HANDED_AT_ONCE } from '../../../domain/leaving/departure.schema';
import { menteesOf, withMentees } from '../../../domain/mentoring/mentorship.rules';
import { mentorshipIdOf } from '../../../domain/mentoring/mentorship.schema';
import { NO_MENTOR, type Student } from '../../../domain/school/roster.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import { beginMentorship, closeMentorship } from '../move-mentees';
import { moveSponsor } from '../move-sponsor';
import type { Caller } from '../procedure';
import { revisionOf } from '../write';
import { readCasesOf, readMenteesOf } from './departure.store';

/** Hands over some of one kind. @returns whether that was all */
export type HandOver = (ctx: Caller, departure: Departure, why: Grant) => Promise<boolean>;

/** The reason that stands in histories; a name can be long. */
const reasonOf = ({ memberName }: Departure): string => `${memberName}离校，工作交接`;

/**
 * The mentorship ends, and another begins where there is a successor (S4-205): the student, the
 * history and the mentor's posting change together.
 */
export const handOverMentees: HandOver = async (ctx, departure, why) => {
  const { memberId, successors } = departure;
  const all = await readMenteesOf(ctx.school._id, memberId);
  const some = all.slice(0, HANDED_AT_ONCE).map(({ _id }) => _id);
  if (some.length === 0) return true;
  await inTransaction(async (tx) => {
    const successor = successors.mentees
      ? await tx.get<Member>('members', successors.mentees.id)
      : null;
    const given: string[] = [];
    for (const studentId of some) {
      const student = await tx.get<Student>('students', studentId);
      if (student?.mentorId !== memberId) continue;
      await closeMentorship(tx, ctx, student);
      if (successor && student.status === 'enrolled') {
        await beginMentorship(tx, ctx, {
          mentorshipId: mentorshipIdOf(departure._id, studentId),
          ...{ student, mentor: successor, reason: reasonOf(departure) },
        });
        given.push(studentId);
      } else {
        await tx.put<Student>('students', { ...student, ...NO_MENTOR });
      }
      await tx.put(
        'audits',
        auditOf(ctx, {
          id: departure._id,
          action: 'departure.record',
          collection: 'students',
          documentId: studentId,
          ...{ studentId, why, reason: reasonOf(departure) },
        }),
      );
    }
    if (successor && given.length > 0) await takeOn(tx, ctx, successor, given);
  });
  return all.length <= HANDED_AT_ONCE;
};

const takeOn = (tx: Transaction, { school }: Caller, mentor: Member, given: readonly string[]) => {
  const mentees = [...new Set([...menteesOf(mentor, school._id), ...given])];
  return tx.put<Member>('members', {
    ...mentor,
    postings: withMentees(mentor.postings, school._id, mentees),
  });
};

/** Another leader stands for the students, or nobody yet: then they stand in the list of sponsors. */
export const handOverCases: HandOver = async (ctx, departure, why) => {
  const { memberId, successors } = departure;
  const all = await readCasesOf(ctx.school._id, memberId);
  const to = successors.cases;
  for (const { _id } of all.slice(0, HANDED_AT_ONCE)) {
    await inTransaction(async (tx) => {
      const before = await tx.get<AttentionCase>('attentionCases', _id);
      if (before?.sponsorId !== memberId) return;
      await tx.put('revisions', revisionOf(before, pickCaseWords(before), ctx));
      await tx.put<AttentionCase>('attentionCases', {
        ...before,
        ...changedStamps(before, ctx),
        ...{ sponsorId: to?.id ?? null, sponsorName: to?.name ?? null },
        lastWriteId: departure._id,
      });
      // The reach of whoever left has gone with their postings.
      const { schoolId, studentId } = before;
      await moveSponsor(tx, { schoolId, studentId, from: null, to: to?.id ?? null, others: [] });
      await tx.put(
        'audits',
        auditOf(ctx, {
          id: departure._id,
          action: 'departure.record',
          collection: 'attentionCases',
          documentId: _id,
          ...{ studentId, why, reason: reasonOf(departure) },
        }),
      );
    });
  }
  return all.length <= HANDED_AT_ONCE;
};
