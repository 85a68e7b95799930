import {
  type ClosePeerPairing,
  MAX_PAIRING_DAYS,
  type PeerPairing,
  type RecordPeerPairing,
} from '../../../domain/attention/peer-pairing.schema';
import { addDays } from '../../../domain/calendar/day';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps, readOne } from '../../kernel/database';
import { noteWork } from '../../kernel/note-work';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClass, readStudents, subjectOfClass } from '../roster.store';
import { termOf } from '../terms';
import { readPairings } from './attention.store';

export const presentPairing = (pairing: PeerPairing) => ({
  id: pairing._id,
  students: pairing.studentIds.map((id, index) => ({ id, name: pairing.names[index] ?? '' })),
  aim: pairing.aim,
  until: pairing.until,
  ended: pairing.endedOn && { on: pairing.endedOn, reason: pairing.endReason },
});

/** The pairings of a class this term, those that go on first. */
export async function listPairings(ctx: Caller, classId: string) {
  const term = termOf(ctx);
  const [schoolClass, pairings] = await Promise.all([
    readClass(classId),
    readPairings(ctx.school._id, classId, term.id),
  ]);
  const subject = subjectOfClass(schoolClass);
  ctx.access.authorize(subject);
  if (!subject) throw new Error('authorized without a class');
  const byEnd = (a: PeerPairing, b: PeerPairing) =>
    Number(a.endedOn !== null) - Number(b.endedOn !== null) || a.until.localeCompare(b.until);
  return {
    pairings: pairings.sort(byEnd).map(presentPairing),
    may: { record: ctx.access.may('peerPairing.record', subject) },
  };
}

/** Bring two students of a class together (S4-276); it stands in both files. */
export async function recordPairing(ctx: Caller, input: z.infer<typeof RecordPeerPairing>) {
  const { pairingId, writeId, classId, studentIds, aim, until } = input;
  const [schoolClass, students] = await Promise.all([
    readClass(classId),
    readStudents(ctx.school._id, studentIds),
  ]);
  const why = ctx.access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  const [one, other] = studentIds.map((id) =>
    students.find(
      (student) =>
        student._id === id && student.classId === classId && student.status === 'enrolled',
    ),
  );
  if (!one || !other) throw new AppError('notInClass');
  if (until < ctx.today || until > addDays(ctx.today, MAX_PAIRING_DAYS)) {
    throw new AppError('badInput', { sentence: '请选今天到本学期末之间的日期。' });
  }
  const pairing: PeerPairing = {
    _id: pairingId,
    ...newStamps(ctx),
    studentIds: [one._id, other._id],
    names: [one.name, other.name],
    classId,
    divisionId: schoolClass.divisionId,
    termId: termOf(ctx).id,
    aim,
    until,
    endedOn: null,
    endReason: '',
    lastWriteId: writeId,
  };
  return inTransaction(async (tx) => {
    const before = await tx.get<PeerPairing>('peerPairings', pairingId);
    if (before) {
      // The same tap again; an id of another class's pairing is nobody's business.
      if (before.lastWriteId !== writeId) throw new AppError('notFound');
      return presentPairing(before);
    }
    await tx.put('peerPairings', pairing);
    await notePairing(tx, ctx, pairing);
    await tx.put('audits', audit(ctx, pairing, why, writeId));
    return presentPairing(pairing);
  });
}

/** End a pairing, with the reason; what was is kept. */
export async function closePairing(ctx: Caller, input: z.infer<typeof ClosePeerPairing>) {
  const { pairingId, writeId, reason } = input;
  const found = await readOne<PeerPairing>('peerPairings', pairingId);
  const why = ctx.access.authorize(
    found && {
      schoolId: found.schoolId,
      divisionId: found.divisionId,
      classId: found.classId,
    },
  );
  return inTransaction(async (tx) => {
    const before = await tx.get<PeerPairing>('peerPairings', pairingId);
    if (!before) throw new AppError('notFound');
    if (before.endedOn !== null) return presentPairing(before);
    const after: PeerPairing = {
      ...before,
      ...changedStamps(before, ctx),
      endedOn: ctx.today,
      endReason: reason,
      lastWriteId: writeId,
    };
    await tx.put('peerPairings', after);
    await notePairing(tx, ctx, after);
    await tx.put('audits', { ...audit(ctx, after, why, writeId), reason });
    return presentPairing(after);
  });
}

const audit = (
  ctx: Caller,
  pairing: PeerPairing,
  why: ReturnType<Caller['access']['authorize']>,
  id: string,
) =>
  auditOf(ctx, {
    id,
    action: 'peerPairing.record',
    collection: 'peerPairings',
    documentId: pairing._id,
    why,
  });

/** For the staff only: a family reads nothing about another's child. */
async function notePairing(tx: Transaction, ctx: Caller, pairing: PeerPairing): Promise<void> {
  const { _id, studentIds, names, classId, divisionId, createdAt, aim, until, endedOn } = pairing;
  for (const [index, studentId] of studentIds.entries()) {
    await noteWork(tx, ctx, {
      student: { _id: studentId, classId, divisionId },
      kind: 'peerPairing',
      refId: _id,
      at: createdAt,
      title: `手牵手 · 和${names[1 - index] ?? ''}`,
      excerpt: aim,
      audience: 'staff',
      isSealed: false,
      ...(endedOn === null && { agreed: { text: aim, until } }),
    });
  }
}
