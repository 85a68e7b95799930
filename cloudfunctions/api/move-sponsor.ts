import type { Member, Posting } from '../../domain/access/roles';
import type { AttentionCase } from '../../domain/attention/attention-case.schema';
import type { Transaction } from '../kernel/transaction';

interface Move {
  schoolId: string;
  studentId: string;
  from: string | null;
  to: string | null;
  /** The student's other open cases: whoever stands for one of them keeps the student. */
  others: readonly Pick<AttentionCase, 'sponsorId'>[];
}

const studentsOf = ({ sponsored }: Posting): string[] => sponsored?.studentIds ?? [];

/** Take a student into a leader's reach and out of another's, with the case that says so. */
export async function moveSponsor(tx: Transaction, move: Move): Promise<void> {
  const { studentId, from, to, others } = move;
  if (from === to) return;
  const isKept = others.some(({ sponsorId }) => sponsorId === from);
  if (from !== null && !isKept) {
    await changeReach(tx, from, move, (ids) => ids.filter((id) => id !== studentId));
  }
  if (to !== null) {
    await changeReach(tx, to, move, (ids) => [...new Set([...ids, studentId])]);
  }
}

/** The principal reaches the whole school anyway; only a leader's posting names students. */
async function changeReach(
  tx: Transaction,
  memberId: string,
  { schoolId }: Move,
  change: (studentIds: string[]) => string[],
): Promise<void> {
  const member = await tx.get<Member>('members', memberId);
  if (!member) return;
  const postings = member.postings.map((posting) =>
    posting.schoolId === schoolId && posting.role === 'leader'
      ? {
          ...posting,
          sponsored: { ...posting.sponsored, studentIds: change(studentsOf(posting)) },
        }
      : posting,
  );
  await tx.put('members', { ...member, postings, rev: (member.rev ?? 0) + 1 });
}
