/** What children and parents of the cast have said: cards on their way, a code, a request. */
import { cardIdOf } from '../../cloudfunctions/api/heart-to-heart-card/card-id';
import type { CorrectionRequest } from '../../domain/correction-request/correction-request.schema';
import type {
  HeartToHeartCard,
  HeartToHeartCode,
} from '../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import type { Stored } from '../../domain/schema';
import {
  type SealedKind,
  type SealedNote,
  sealedNoteIdOf,
} from '../../domain/sealed-note/sealed-note.schema';
import { CAST, CLASSES, divisionIdOf, SCHOOL_ID, STUDENTS } from './cast';
import { SEALED_MARK } from './lines';
import { writeIdOf } from './random';

/** A valid code of 七年级(3)班, and the receipts of the cards that were handed in with it. */
export const CARD_CODE = 'KM7P2XQA';
export const RECEIPTS = {
  signed: 'QA7RM2XKPB',
  answered: 'WX3NC9TKDE',
  urgent: 'HJ5VB8YGFS',
} as const;
export const CARD_IDS = {
  signed: cardIdOf(RECEIPTS.signed),
  answered: cardIdOf(RECEIPTS.answered),
  urgent: cardIdOf(RECEIPTS.urgent),
} as const;
export const REQUEST_ID = 'correction0of0zhao00';

const HOUR_MS = 3_600_000;

export interface FamilyVoice {
  codes: HeartToHeartCode[];
  cards: HeartToHeartCard[];
  requests: CorrectionRequest[];
  sealedNotes: SealedNote[];
}

export function makeFamilyVoice(now: Date): FamilyVoice {
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
  const stamps = (at: Date, by: { _id: string; name: string }): Omit<Stored, '_id'> => ({
    schemaVersion: 1,
    schoolId: SCHOOL_ID,
    createdAt: at,
    createdBy: by._id,
    updatedAt: at,
    updatedBy: by._id,
    updatedByName: by.name,
    rev: 1,
  });
  const child = { _id: 'heartToHeartCard', name: '学生' };
  const teacher = { _id: CAST.homeroomTeacher.openid, name: CAST.homeroomTeacher.name };
  const place = { classId: CLASSES.seven3, divisionId: divisionIdOf(7) };
  const note = (
    ofId: string,
    kind: SealedKind,
    words: string,
    at: Date,
    by = child,
  ): SealedNote => ({
    _id: sealedNoteIdOf(ofId, kind),
    ...stamps(at, by),
    ...{ ofId, kind, classId: '', divisionId: '', studentId: null, rows: {} },
    text: `${words}\n\n${SEALED_MARK}`,
    lastWriteId: writeIdOf(`${ofId} ${kind}`),
  });
  const card = (
    id: string,
    at: Date,
    rest: Pick<HeartToHeartCard, 'toMemberId' | 'isUrgent'> & Partial<HeartToHeartCard>,
  ): HeartToHeartCard => ({
    _id: id,
    ...stamps(at, child),
    ...place,
    studentId: null,
    studentName: null,
    state: 'open',
    openedAt: null,
    isPrincipalsFirst: false,
    lastWriteId: writeIdOf(id),
    ...rest,
  });
  const toTeacher = { toMemberId: CAST.homeroomTeacher.openid, isUrgent: false };
  const signed = { studentId: STUDENTS.firstChild._id, studentName: STUDENTS.firstChild.name };
  return {
    codes: [
      {
        _id: CARD_CODE,
        ...stamps(ago(72), teacher),
        ...place,
        expiresAt: ago(-96),
        endedAt: null,
      },
    ],
    cards: [
      card(CARD_IDS.signed, ago(20), { ...toTeacher, ...signed }),
      card(CARD_IDS.answered, ago(50), { ...toTeacher, state: 'answered', openedAt: ago(48) }),
      card(CARD_IDS.urgent, ago(1), { toMemberId: null, isUrgent: true }),
    ],
    requests: [
      {
        _id: REQUEST_ID,
        ...stamps(ago(26), { _id: CAST.guardianOfTwo.openid, name: CAST.guardianOfTwo.name }),
        ...place,
        studentId: STUDENTS.firstChild._id,
        what: '家访记录里写的地址是以前的。',
        why: '我们八月搬了家。',
        state: 'open',
        answer: '',
        answeredByName: null,
        lastWriteId: REQUEST_ID,
      },
    ],
    sealedNotes: [
      note(CARD_IDS.signed, 'heartToHeartCard', '换了座位以后上课听不太清，不好意思说。', ago(20)),
      note(CARD_IDS.answered, 'heartToHeartCard', '晚上总睡不着，白天没精神。', ago(50)),
      note(
        CARD_IDS.answered,
        'heartToHeartAnswer',
        '谢谢你告诉我。明天课间来聊聊好吗？',
        ago(48),
        teacher,
      ),
      note(CARD_IDS.urgent, 'heartToHeartCard', '有人一直在放学路上堵我。', ago(1)),
    ],
  };
}
