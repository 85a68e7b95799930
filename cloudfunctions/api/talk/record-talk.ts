import type { Grant } from '../../../domain/access/can';
import { type Term, termAt } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { isLatest, lastTalkOf, pickWords } from '../../../domain/talk/talk.rules';
import { type RecordTalk, type Talk, talkIdOf } from '../../../domain/talk/talk.schema';
import { auditOf } from '../../kernel/audit';
import { newStamps } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import { presentSeen } from '../present-seen';
import type { Caller } from '../procedure';
import { readStudents, subjectOfStudent } from '../roster.store';
import { openTermOf } from '../terms';
import { noteTalk } from './note-talk';

type Input = z.infer<typeof RecordTalk>;

function termOfTalk(ctx: Caller, { on }: Input): Term {
  if (on > ctx.today) throw badDay('面谈日期不能晚于今天。');
  const term = termAt(ctx.school.terms, on);
  if (!term) throw badDay('这一天不在学校设定的学期里。');
  return openTermOf(ctx, term.id);
}

const badDay = (sentence: string) =>
  new AppError('badInput', { sentence, fields: { on: sentence } });

function newTalk(ctx: Caller, student: Student, term: Term, input: Input): Talk {
  const { writeId, on, isNoChange } = input;
  return {
    _id: talkIdOf(writeId, student._id),
    ...newStamps(ctx),
    ...pickWords(input),
    studentId: student._id,
    classId: student.classId,
    divisionId: student.divisionId,
    termId: term.id,
    on,
    byName: ctx.member.name,
    isNoChange,
    hasSealed: false,
    voidedAt: null,
    voidReason: '',
    lastWriteId: writeId,
  };
}

async function recordOne(
  tx: Transaction,
  ctx: Caller,
  { student, talk, why }: { student: Student; talk: Talk; why: Grant },
): Promise<Student> {
  if (student.status === 'left') throw new AppError('studentLeft');
  if (talk.isNoChange && student.lastTalkOn === null) {
    throw new AppError('badInput', {
      sentence: `还没有和${student.name}谈过，第一次请点话题或写一句。`,
    });
  }
  const remembered = isLatest(student, talk.on) ? lastTalkOf(talk) : {};
  const after = { ...student, ...remembered, talkWriteId: talk.lastWriteId };
  await tx.put('talks', talk);
  await tx.put('students', after);
  await noteTalk(tx, ctx, after, talk);
  await tx.put(
    'audits',
    auditOf(ctx, {
      id: talk.lastWriteId,
      action: 'talk.record',
      collection: 'talks',
      documentId: talk._id,
      studentId: student._id,
      why,
    }),
  );
  return after;
}

/**
 * Record a talk with one student or several, one record each (S4-258, S4-298, S4-304). Each student
 * remembers the last, so that nobody need be counted to find who has not been seen.
 */
export async function recordTalk(ctx: Caller, input: Input) {
  const term = termOfTalk(ctx, input);
  const found = await readStudents(ctx.school._id, input.studentIds);
  const grants = input.studentIds.map((studentId) => {
    const student = found.find(({ _id }) => _id === studentId) ?? null;
    return { studentId, why: ctx.access.authorize(subjectOfStudent(student)) };
  });

  return inTransaction(async (tx) => {
    const seen: Student[] = [];
    for (const { studentId, why } of grants) {
      const student = await tx.get<Student>('students', studentId);
      if (!student) throw new Error('authorized without a student');
      const talk = newTalk(ctx, student, term, input);
      const isStored = (await tx.get('talks', talk._id)) !== null;
      seen.push(isStored ? student : await recordOne(tx, ctx, { student, talk, why }));
    }
    return {
      talks: seen.map((student) => ({
        id: talkIdOf(input.writeId, student._id),
        student: presentSeen(ctx, student),
      })),
    };
  });
}
