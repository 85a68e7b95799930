import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { id, requiredText, type Stored, writeId } from '../schema';

/** 手牵手 (S4-276): two students of a class who help one another, for an aim and until a day. */
export interface PeerPairing extends Stored {
  studentIds: [string, string];
  names: [string, string];
  classId: string;
  divisionId: string;
  termId: string;
  aim: string;
  until: Day;
  endedOn: Day | null;
  endReason: string;
  lastWriteId: string;
}

export const MAX_PAIRINGS = 80;
/** A pairing ends with the term at the latest; four months cover one. */
export const MAX_PAIRING_DAYS = 160;

const pairingId = () => id('结对');

export const RecordPeerPairing = z
  .strictObject({
    pairingId: pairingId(),
    writeId: writeId(),
    classId: id('班级'),
    studentIds: z.tuple([id('学生'), id('学生')], { error: '请选两名学生。' }),
    aim: requiredText('一起做什么', 120),
    until: z.iso.date({ error: '请选到哪天。' }),
  })
  .check(
    z.refine(({ studentIds: [one, other] }) => one !== other, {
      error: '请选两名不同的学生。',
      path: ['studentIds'],
    }),
  );

export const ClosePeerPairing = z.strictObject({
  pairingId: pairingId(),
  writeId: writeId(),
  reason: requiredText('为什么结束', 60),
});

export const ListPeerPairings = z.strictObject({ classId: id('班级') });
