import { waitsForSignature } from '../../../domain/consultation/consultation.rules';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { CloseConsultation } from '../../../domain/consultation/consultation-input.schema';
import {
  type ConsultationItem,
  taskOf,
} from '../../../domain/consultation/consultation-item.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import { AppError } from '../../../domain/errors';
import type { Breach } from '../../../domain/regulation/meeting-findings';
import type { z } from '../../../domain/schema';
import { newStamps } from '../../kernel/database';
import { noteWork } from '../../kernel/note-work';
import { settle } from '../../kernel/settle';
import type { Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { changeConsultation, refuseUnlessOpen } from './change-consultation';
import { readConsultation, readItems } from './consultation.store';
import { subjectOf } from './consultation-view';
import { breachesIn, earlierOf, findKind } from './meeting-kinds';
import { missingReportsOf, readLevels } from './monthly-report';
import { readOpenResolutions, readReviewed } from './resolution.store';
import { readTopicList, takeTopics } from './topics';

type Input = z.infer<typeof CloseConsultation>;

/** A decision of the meeting; null for what asks nothing of anybody, or of nobody yet. */
function resolutionOf(
  ctx: Caller,
  meeting: Consultation,
  { _id, words, student, ownerName, helperNames }: ConsultationItem,
): Resolution | null {
  const task = taskOf(words);
  if (!task?.ownerId || task.dueOn === null) return null;
  const { what, ownerId, helperIds, dueOn } = task;
  return {
    _id,
    ...newStamps(ctx),
    consultationId: meeting._id,
    placeId: meeting.placeId,
    placeLabel: meeting.placeLabel,
    classId: meeting.classId,
    divisionId: meeting.divisionId,
    student: student && { _id: student._id, name: student.name },
    what,
    ownerId,
    ownerName: ownerName ?? '',
    helperIds,
    helperNames,
    memberIds: [...new Set([ownerId, ...helperIds])],
    decidedOn: meeting.on,
    dueOn,
    state: 'open',
    isOpen: true,
    steps: [],
    lastCheckOn: null,
    lastWriteId: '',
  };
}

/** A student's part of the meeting stands in that student's file, for the staff. */
async function noteStudent(
  tx: Transaction,
  ctx: Caller,
  meeting: Consultation,
  { words, student }: ConsultationItem,
): Promise<void> {
  if (words.kind !== 'student' || !student) return;
  const { status, measure, dueOn } = words;
  await noteWork(tx, ctx, {
    kind: 'consultation',
    refId: meeting._id,
    placeId: meeting.placeId,
    student,
    at: ctx.now,
    title: meeting.label,
    excerpt: measure || status,
    audience: 'staff',
    isSealed: false,
    ...(measure !== '' && dueOn !== null && { agreed: { text: measure, until: dueOn } }),
  });
}

/** Rules that were not kept need a reason, which whoever signs reads beside them. */
function refuseUnexplained(breaches: Breach[], { breachReason }: Input): void {
  if (breaches.length === 0 || breachReason !== '') return;
  const [first] = breaches;
  throw new AppError('badInput', {
    sentence: `还有 ${breaches.length} 条没有做到：${first?.sentence}（${first?.clause}）请补上，或者写明原因。`,
    fields: { breachReason: '请写明没有做到的原因。' },
    data: { breaches },
  });
}

/**
 * End a meeting: its decisions become resolutions, the duty is settled, each student's part goes
 * into that file, and the sign-off begins where its kind asks one. All or nothing; nothing said
 * meanwhile is missed.
 */
export async function closeConsultation(ctx: Caller, input: Input) {
  const { consultationId, minutes, breachReason } = input;
  const [seen, found, reviewed] = await Promise.all([
    readConsultation(consultationId),
    readItems(ctx.school._id, consultationId),
    readReviewed(ctx.school._id, consultationId),
  ]);
  const why = ctx.access.authorize(subjectOf(seen));
  if (!seen) throw new Error('authorized without a meeting');
  const items = found.filter(({ voidedAt }) => voidedAt === null);
  const [open, levels, proposed] = await Promise.all([
    readOpenResolutions(ctx.school._id, seen.placeId),
    readLevels(ctx, seen.placeId, seen.on),
    readTopicList(seen.placeId),
  ]);

  return changeConsultation(ctx, {
    action: 'consultation.plan',
    why,
    edit: input,
    change(before) {
      refuseUnlessOpen(before);
      // Somebody wrote while we read: what we read is old.
      if (before.itemWrites !== seen.itemWrites) throw new AppError('busy');
      const earlier = earlierOf(before, open, reviewed);
      const missingReports = missingReportsOf(ctx, levels, before.on);
      const running: Consultation = { ...before, state: 'running' };
      const breaches = breachesIn(ctx, running, { items, earlier, missingReports });
      refuseUnexplained(breaches, input);
      const isSignedLater = waitsForSignature(findKind(ctx, before.kindId, before.on));
      const state = isSignedLater ? 'closed' : 'signedOff';
      const topics = proposed?.topics ?? [];
      const held = { minutes, breaches, breachReason, topics, closedAt: ctx.now };
      return { state, isOpen: false, ...held };
    },
    async beside(tx, after) {
      await takeTopics(tx, ctx, after, proposed);
      for (const item of items) {
        const resolution = resolutionOf(ctx, after, item);
        if (resolution) await tx.put('resolutions', resolution);
        await noteStudent(tx, ctx, after, item);
      }
      await settle(tx, ctx, {
        kind: after.kindId,
        on: after.on,
        divisionId: after.divisionId ?? undefined,
        classId: after.classId ?? undefined,
        refId: after._id,
      });
    },
  });
}
