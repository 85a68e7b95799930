import { AppError } from '../../../domain/errors';
import { mustKnow } from '../../../domain/health-register/health-register.rules';
import {
  type Acknowledgement,
  type CloseHealthCondition,
  type HealthCondition,
  healthConditionIdOf,
  MAX_ACKNOWLEDGEMENTS,
  type ReviseHealthCondition,
  type SignOffHealthCondition,
} from '../../../domain/health-register/health-register.schema';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { auditIdOf, auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { studentToWrite } from '../student-to-write';
import { inSealedTransaction, writeSealedNote } from '../write-sealed-note';
import { safetyNoteIdOf } from './health-register.store';

/** Who may ask is told: a name has just been taken out, or never stood there. */
const GONE = '这名学生不在安全须知里，请刷新后再看。';

/**
 * Those of another wording go: they say nothing about the one that stands, and whom to ask is read
 * from whose name is missing.
 */
function withAcknowledgement(
  { acknowledgements }: Pick<HealthCondition, 'acknowledgements'>,
  { member, now }: Caller,
  ofRev: number,
): Acknowledgement[] {
  const others = acknowledgements.filter(
    (one) => one.ofRev === ofRev && one.memberId !== member._id,
  );
  const mine = { memberId: member._id, name: member.name, at: now, ofRev };
  return [...others, mine].slice(-MAX_ACKNOWLEDGEMENTS);
}

const newCondition = (ctx: Caller, student: Student): HealthCondition => ({
  _id: healthConditionIdOf(student._id),
  ...newStamps(ctx),
  rev: 0,
  studentId: student._id,
  studentName: student.name,
  classId: student.classId,
  classIdentity: student.classIdentity,
  divisionId: student.divisionId,
  status: 'active',
  wordsRev: 0,
  acknowledgements: [],
  closedOn: null,
  closeReason: '',
  lastWriteId: '',
});

/**
 * Write what must be known of a child (S4-280). A new wording asks everybody to acknowledge again,
 * but for whoever wrote it.
 */
export async function reviseCondition(ctx: Caller, input: z.infer<typeof ReviseHealthCondition>) {
  const { studentId, what, act, avoid, writeId } = input;
  const { student, why } = await studentToWrite(ctx, studentId);
  const { classId, divisionId } = student;
  const ofId = healthConditionIdOf(studentId);
  const key = {
    _id: safetyNoteIdOf(studentId),
    ...{ ofId, kind: 'health' as const, classId, divisionId, studentId },
  };
  return inSealedTransaction(ctx, key, why, async (tx) => {
    const content = { text: '', rows: {}, parts: { what, act, avoid } };
    const isRepeated = (await tx.get('audits', auditIdOf(ofId, writeId))) !== null;
    const { rev } = await writeSealedNote(tx, ctx, key, content, { ...input, why });
    if (isRepeated) return { rev };
    const base =
      (await tx.get<HealthCondition>('healthConditions', ofId)) ?? newCondition(ctx, student);
    const after: HealthCondition = {
      ...base,
      ...changedStamps(base, ctx),
      ...{ classId, divisionId, status: 'active', wordsRev: rev, closedOn: null, closeReason: '' },
      lastWriteId: writeId,
    };
    const acknowledgements = mustKnow(after, ctx.member)
      ? withAcknowledgement(after, ctx, rev)
      : [];
    await tx.put('healthConditions', { ...after, acknowledgements });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'healthCondition.revise',
        collection: 'healthConditions',
        documentId: ofId,
        ...{ studentId, why },
      }),
    );
    return { rev };
  });
}

/** Say with one tap that one has read it; of the wording that was on the screen. */
export async function signOffCondition(ctx: Caller, input: z.infer<typeof SignOffHealthCondition>) {
  const { studentId, wordsRev, writeId } = input;
  const why = ctx.access.authorize(subjectOfStudent(await readStudent(studentId)));
  const conditionId = healthConditionIdOf(studentId);
  return inTransaction(async (tx) => {
    const before = await tx.get<HealthCondition>('healthConditions', conditionId);
    if (before?.status !== 'active') throw new AppError('stale', { sentence: GONE });
    if (before.wordsRev !== wordsRev) {
      throw new AppError('stale', { sentence: '安全须知刚刚更新了，请重新打开看一遍再确认。' });
    }
    const acknowledgements = withAcknowledgement(before, ctx, wordsRev);
    await tx.put('healthConditions', { ...before, acknowledgements });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'healthCondition.signOff',
        collection: 'healthConditions',
        documentId: conditionId,
        ...{ studentId, why },
      }),
    );
    return { wordsRev };
  });
}

/** Take a student out of the register, with the reason; the words stay sealed and are kept. */
export async function closeCondition(ctx: Caller, input: z.infer<typeof CloseHealthCondition>) {
  const { studentId, reason, writeId } = input;
  const why = ctx.access.authorize(subjectOfStudent(await readStudent(studentId)));
  const conditionId = healthConditionIdOf(studentId);
  return inTransaction(async (tx) => {
    const before = await tx.get<HealthCondition>('healthConditions', conditionId);
    if (!before) throw new AppError('stale', { sentence: GONE });
    if (await tx.get('audits', auditIdOf(conditionId, writeId))) return { status: before.status };
    const after: HealthCondition = {
      ...before,
      ...changedStamps(before, ctx),
      ...{ status: 'closed', closedOn: ctx.today, closeReason: reason, lastWriteId: writeId },
    };
    await tx.put('healthConditions', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'healthCondition.revise',
        collection: 'healthConditions',
        documentId: conditionId,
        ...{ studentId, why, reason },
      }),
    );
    return { status: after.status };
  });
}
