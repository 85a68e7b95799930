import type { RecordHuddle } from '../../../domain/consultation/consultation-input.schema';
import {
  type ConsultationItem,
  huddleLineIdOf,
} from '../../../domain/consultation/consultation-item.schema';
import type { z } from '../../../domain/schema';
import { newStamps } from '../../kernel/database';
import { settle } from '../../kernel/settle';
import type { Caller } from '../procedure';
import { changeConsultation } from './change-consultation';
import { kindOn } from './meeting-kinds';
import { readPlace } from './place';
import { newConsultation } from './plan-consultation';

/** 碰头会 (S4-200): one tap and one line, and it is over; it asks for no sign-off. */
export async function recordHuddle(ctx: Caller, input: z.infer<typeof RecordHuddle>) {
  const { consultationId, writeId, classId, line } = input;
  const { today, now, member } = ctx;
  const kind = kindOn(ctx, 'huddle', today);
  const place = await readPlace(ctx, kind, classId);
  const why = ctx.access.authorize(place?.subject ?? null);
  if (!place) throw new Error('authorized without a place');
  const item: ConsultationItem = {
    _id: huddleLineIdOf(consultationId),
    ...newStamps(ctx),
    consultationId,
    words: { kind: 'note', text: line },
    student: null,
    ownerName: null,
    helperNames: [],
    byName: member.name,
    voidedAt: null,
    voidReason: '',
    lastWriteId: writeId,
  };
  return changeConsultation(ctx, {
    action: 'consultation.record',
    why,
    edit: { consultationId, rev: 0, writeId },
    begin: newConsultation(ctx, { _id: consultationId, on: today }, kind, place),
    change: () => ({
      state: 'signedOff',
      isOpen: false,
      recorderId: member._id,
      presentIds: [member._id],
      itemWrites: 1,
      closedAt: now,
    }),
    async beside(tx, { divisionId }) {
      await tx.put('consultationItems', item);
      await settle(tx, ctx, {
        kind: 'huddle',
        on: today,
        divisionId: divisionId ?? undefined,
        classId,
        refId: consultationId,
      });
    },
  });
}
