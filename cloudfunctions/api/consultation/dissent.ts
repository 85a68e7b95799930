import { randomUUID } from 'node:crypto';
import type { Grant } from '../../../domain/access/can';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type {
  OpenDissents,
  RecordDissent,
} from '../../../domain/consultation/consultation-input.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { type SealedNote, sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import { auditOf } from '../../kernel/audit';
import { readMany, writeOne } from '../../kernel/database';
import type { Caller } from '../procedure';
import { inSealedTransaction, writeSealedNote } from '../write-sealed-note';
import { readConsultation } from './consultation.store';
import { subjectOf } from './consultation-view';

/** One of each person a meeting; whoever thinks on writes over it. */
const noteIdOf = (consultationId: string, memberId: string): string =>
  sealedNoteIdOf(`${consultationId}~${memberId}`, 'dissent');

/**
 * Write down that one thinks otherwise. The majority decides (S3-162) and what was said against it
 * is not spread (S3-165): the words are a sealed note, the meeting knows only that there is one.
 */
export async function recordDissent(ctx: Caller, input: z.infer<typeof RecordDissent>) {
  const { consultationId, text } = input;
  const { member, school } = ctx;
  const meeting = await readConsultation(consultationId);
  const isInvited = meeting?.schoolId === school._id && meeting.invitedIds.includes(member._id);
  const why = ctx.access.authorize(
    isInvited ? { schoolId: school._id, memberId: member._id } : null,
  );
  if (!meeting) throw new Error('authorized without a meeting');
  const key = {
    _id: noteIdOf(consultationId, member._id),
    ofId: consultationId,
    kind: 'dissent' as const,
    classId: meeting.classId ?? '',
    divisionId: meeting.divisionId ?? '',
    studentId: null,
  };
  return inSealedTransaction(ctx, key, why, async (tx) => {
    const before = await tx.get<Consultation>('consultations', consultationId);
    if (!before) throw new AppError('notFound');
    if (before.state === 'planned' || before.state === 'cancelled') {
      throw new AppError('badInput', { sentence: '会商开始以后才能写不同意见。' });
    }
    const { rev } = await writeSealedNote(tx, ctx, key, { text, rows: {} }, { ...input, why });
    if (!before.dissenterIds.includes(member._id)) {
      const dissenterIds = [...before.dissenterIds, member._id];
      await tx.put<Consultation>('consultations', { ...before, dissenterIds });
    }
    return { rev };
  });
}

/** Whoever led, recorded or signs for a meeting reads all; whoever wrote one, their own. */
function reachOf(ctx: Caller, meeting: Consultation | null): { why: Grant; isAll: boolean } {
  const { member, school, access } = ctx;
  const self = { schoolId: school._id, memberId: member._id };
  const isOurs = meeting?.schoolId === school._id;
  const leads = isOurs && [meeting.chairId, meeting.recorderId].includes(member._id);
  if (leads) return { why: access.authorize(self), isAll: true };
  const subject = subjectOf(meeting);
  if (isOurs && subject && access.may('consultation.signOff', subject)) {
    return { why: access.authorize(subject, 'consultation.signOff'), isAll: true };
  }
  const wrote = isOurs && meeting.dissenterIds.includes(member._id);
  return { why: access.authorize(wrote ? self : null), isAll: false };
}

/** No meeting has more people than this. */
const MAX_DISSENTS = 150;

/** Open them with a reason; the audit is written before a word is shown. */
export async function openDissents(ctx: Caller, input: z.infer<typeof OpenDissents>) {
  const { consultationId, reason } = input;
  const [meeting, notes] = await Promise.all([
    readConsultation(consultationId),
    readMany<SealedNote>('sealedNotes', {
      where: { schoolId: ctx.school._id, ofId: consultationId },
      limit: MAX_DISSENTS,
    }),
  ]);
  const { why, isAll } = reachOf(ctx, meeting);
  await writeOne(
    'audits',
    auditOf(ctx, {
      id: randomUUID(),
      action: 'consultation.readDissent',
      collection: 'sealedNotes',
      documentId: consultationId,
      why,
      reason,
    }),
  );
  return notes
    .filter(({ createdBy }) => isAll || createdBy === ctx.member._id)
    .map(({ _id, rev, text, updatedByName, createdBy }) => ({
      ...{ id: _id, rev, text, byName: updatedByName },
      isMine: createdBy === ctx.member._id,
    }));
}
