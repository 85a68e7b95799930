import type { Grant } from '../../../domain/access/can';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import {
  type ConsultationItem,
  type ItemStudent,
  type ItemWords,
  MAX_ITEMS,
  type RecordItem,
  taskOf,
  type VoidItem,
} from '../../../domain/consultation/consultation-item.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readStudent } from '../roster.store';
import { isStored, refuseStale, revisionOf } from '../write';
import { refuseUnlessOpen } from './change-consultation';
import { readConsultation } from './consultation.store';
import { authorizeIn, presentItem } from './consultation-view';

const studentIdOf = (words: ItemWords): string | null =>
  words.kind === 'student' || words.kind === 'topic' ? words.studentId : null;

function studentOf(meeting: Consultation, student: Student | null): ItemStudent | null {
  if (!student) return null;
  const { _id, name, classId, divisionId, schoolId } = student;
  const isHere =
    schoolId === meeting.schoolId && [classId, divisionId, schoolId].includes(meeting.placeId);
  if (!isHere) throw new AppError('notInClass');
  return { _id, name, classId, divisionId };
}

/** Whoever is to do something sits in the meeting: nobody is charged behind their back. */
function peopleOf({ invited }: Consultation, words: ItemWords) {
  const task = taskOf(words);
  const nameOf = (id: string): string => {
    const person = invited.find(({ memberId }) => memberId === id);
    if (person) return person.name;
    throw new AppError('badInput', { sentence: '负责和协助的人要在参会的人里选。' });
  };
  return {
    ownerName: task?.ownerId ? nameOf(task.ownerId) : null,
    helperNames: (task?.helperIds ?? []).map(nameOf),
  };
}

/** Before the meeting only topics are proposed; in it, everything is said. */
function refuseUnlessSayable(meeting: Consultation, words: ItemWords): void {
  refuseUnlessOpen(meeting);
  if (meeting.state === 'planned' && words.kind !== 'topic') {
    throw new AppError('badInput', { sentence: '会商还没有开始，请先签到。' });
  }
  if (meeting.itemWrites >= MAX_ITEMS * 3) {
    throw new AppError('badInput', { sentence: '这次会商记得太多了，请另开一次。' });
  }
}

/** What is not read is not closed with: the one too many is refused while somebody can act on it. */
function refuseOneMore({ itemCount = 0 }: Consultation): void {
  if (itemCount < MAX_ITEMS) return;
  throw new AppError('badInput', {
    sentence: `这次会商已经记了 ${MAX_ITEMS} 条，请并到已有的一条里，或者另开一次会商。`,
  });
}

/**
 * One thing that is said. Each has its own document and revision, so two recorders never lose one
 * another's words; the meeting counts every write, so that closing cannot miss one.
 */
export async function recordItem(ctx: Caller, input: z.infer<typeof RecordItem>) {
  const { itemId, consultationId, words } = input;
  const studentId = studentIdOf(words);
  const [seen, student] = await Promise.all([
    readConsultation(consultationId),
    studentId === null ? null : readStudent(studentId),
  ]);
  const why = authorizeIn(ctx, seen);
  if (!seen) throw new Error('authorized without a meeting');
  if (studentId !== null && !student) throw new AppError('notInClass');
  const about = { student: studentOf(seen, student), ...peopleOf(seen, words) };

  return inTransaction(async (tx) => {
    const before = await tx.get<ConsultationItem>('consultationItems', itemId);
    if (before && before.consultationId !== consultationId) throw new AppError('notFound');
    if (before && (await isStored(tx, 'revisions', before, input))) return presentItem(before);
    refuseStale(before, input, presentItem);
    const meeting = await meetingOf(tx, consultationId);
    refuseUnlessSayable(meeting, words);
    if (!before) refuseOneMore(meeting);
    const base: ConsultationItem = before ?? {
      _id: itemId,
      ...newStamps(ctx),
      rev: 0,
      consultationId,
      words,
      ...about,
      byName: ctx.member.name,
      voidedAt: null,
      voidReason: '',
      lastWriteId: '',
    };
    if (base.voidedAt) throw new AppError('badInput', { sentence: '这一条已经撤回。' });
    return presentItem(
      await store(tx, ctx, { meeting, before, why, input, base, change: { words, ...about } }),
    );
  });
}

/** Take back something that was said; it stays, with the reason. */
export async function voidItem(ctx: Caller, input: z.infer<typeof VoidItem>) {
  const { itemId, consultationId, reason } = input;
  const why = authorizeIn(ctx, await readConsultation(consultationId));
  return inTransaction(async (tx) => {
    const before = await tx.get<ConsultationItem>('consultationItems', itemId);
    if (before?.consultationId !== consultationId) throw new AppError('notFound');
    if (await isStored(tx, 'revisions', before, input)) return presentItem(before);
    refuseStale(before, input, presentItem);
    const meeting = await meetingOf(tx, consultationId);
    refuseUnlessOpen(meeting);
    const change = { voidedAt: ctx.now, voidReason: reason };
    return presentItem(await store(tx, ctx, { meeting, before, why, input, base: before, change }));
  });
}

async function meetingOf(tx: Transaction, consultationId: string): Promise<Consultation> {
  const meeting = await tx.get<Consultation>('consultations', consultationId);
  if (!meeting) throw new AppError('notFound');
  return meeting;
}

interface Said {
  meeting: Consultation;
  before: ConsultationItem | null;
  why: Grant;
  input: { writeId: string };
  base: ConsultationItem;
  change: Partial<ConsultationItem>;
}

async function store(tx: Transaction, ctx: Caller, said: Said): Promise<ConsultationItem> {
  const { meeting, before, why, input, base, change } = said;
  const after: ConsultationItem = {
    ...base,
    ...changedStamps(base, ctx),
    ...change,
    lastWriteId: input.writeId,
  };
  if (before) {
    const { words, voidedAt } = before;
    await tx.put('revisions', revisionOf(before, { words, voidedAt }, ctx));
  }
  await tx.put('consultationItems', after);
  await tx.put<Consultation>('consultations', {
    ...meeting,
    itemWrites: meeting.itemWrites + 1,
    itemCount: (meeting.itemCount ?? 0) + (before ? 0 : 1),
  });
  await tx.put(
    'audits',
    auditOf(ctx, {
      id: input.writeId,
      action: 'consultation.record',
      collection: 'consultationItems',
      documentId: after._id,
      studentId: after.student?._id ?? null,
      why,
    }),
  );
  return after;
}
