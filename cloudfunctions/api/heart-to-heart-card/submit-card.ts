import type { Member } from '../../../domain/access/roles';
import { isCodeValid, signedBy } from '../../../domain/class-code';
import { AppError } from '../../../domain/errors';
import {
  recipientOf,
  sayCard,
  speaksOfDanger,
} from '../../../domain/heart-to-heart-card/heart-to-heart-card.rules';
import {
  type HeartToHeartCard,
  type HeartToHeartCode,
  RECEIPT_LENGTH,
  type SubmitHeartToHeartCard,
} from '../../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import { toldOfUrgent, urgentCardDue } from '../../../domain/reminder/due-cards';
import { reminderAtOnce } from '../../../domain/reminder/outbox.rules';
import type { z } from '../../../domain/schema';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import { type SealedNote, sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import { auditOf } from '../../kernel/audit';
import { checkContent } from '../../kernel/content-safety';
import { newStamps, SCHEMA_VERSION, type Writer } from '../../kernel/database';
import { noteWork } from '../../kernel/note-work';
import { type Allowance, countOne } from '../../kernel/rate-limit';
import { shortCode } from '../../kernel/short-code';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import { refuseCode, refuseGuessing } from '../class-code';
import { readFirstHelpers } from '../members.store';
import type { Passer } from '../procedure';
import { readClass, readClassStudents } from '../roster.store';
import { CARD_DOOR } from './card-door';
import { cardIdOf } from './card-id';
import { readCode } from './heart-to-heart-card.store';

const cardsOf = (code: string): Allowance => ({ key: `cardOf~${code}`, max: 200, hours: 24 });

/** Nobody's hand: who wrote is what they chose to sign, not whose phone it was. */
const writerOf = ({ now }: Passer, schoolId: string): Writer => ({
  now,
  member: { _id: 'heartToHeartCard', name: '学生' },
  school: { _id: schoolId },
});

interface Opened {
  code: HeartToHeartCode;
  schoolClass: SchoolClass;
  student: Student | null;
  helpers: Member[];
  isUrgent: boolean;
}

type Submitted = z.infer<typeof SubmitHeartToHeartCard>;

/** The class behind the code, who signed, who helps first, and what the words say. */
async function open(ctx: Passer, input: Submitted): Promise<Opened> {
  const [code] = await Promise.all([readCode(input.code), refuseGuessing(ctx, CARD_DOOR)]);
  if (!code || !isCodeValid(code, ctx.now)) return refuseCode(ctx, CARD_DOOR);
  const { hard, help, name } = input;
  const [schoolClass, roster, helpers, verdict] = await Promise.all([
    readClass(code.classId),
    readClassStudents(code.schoolId, code.classId),
    readFirstHelpers(code.schoolId),
    checkContent(ctx.openid, [hard, help, name]),
  ]);
  if (!schoolClass) return refuseCode(ctx, CARD_DOOR);
  // What WeChat would not let pass is not refused here: a child in need may well write so.
  const isUrgent = verdict === 'risky' || speaksOfDanger(hard, help);
  return { code, schoolClass, student: signedBy(name, roster), helpers, isUrgent };
}

/** Write the message beside the card: the timer's next fire sends it. */
async function tell(
  tx: Transaction,
  card: HeartToHeartCard,
  told: readonly Member[],
  now: Date,
): Promise<void> {
  const { schoolId } = card;
  for (const { _id, name } of told) {
    const making = { now, schoolId, schemaVersion: SCHEMA_VERSION, nameOf: () => name };
    await tx.put('reminders', reminderAtOnce(urgentCardDue(card, _id, now), making));
  }
}

/**
 * Take a card in (S4-257), from whoever holds a valid code of the class. Its words are sealed. A
 * repeated write gives the same receipt and stores nothing twice.
 */
export async function submitCard(ctx: Passer, input: Submitted) {
  const receipt = shortCode(`receipt ${input.writeId}`, RECEIPT_LENGTH);
  const { code, schoolClass, student, helpers, isUrgent } = await open(ctx, input);
  const writer = writerOf(ctx, code.schoolId);
  const cardId = cardIdOf(receipt);
  const toMemberId = recipientOf({
    isUrgent,
    student,
    homeroomTeacherId: schoolClass.homeroomTeacherId,
  });
  const { told, hasCounsellor } = toldOfUrgent(helpers, code.schoolId);
  const card: HeartToHeartCard = {
    _id: cardId,
    ...newStamps(writer),
    classId: code.classId,
    divisionId: code.divisionId,
    studentId: student?._id ?? null,
    studentName: student?.name ?? null,
    toMemberId,
    isUrgent: toMemberId === null,
    isPrincipalsFirst: toMemberId === null && !hasCounsellor,
    state: 'open',
    openedAt: null,
    lastWriteId: input.writeId,
  };
  const words: SealedNote = {
    _id: sealedNoteIdOf(cardId, 'heartToHeartCard'),
    ...newStamps(writer),
    ofId: cardId,
    kind: 'heartToHeartCard',
    // Of no class and no student: nobody's reach as a teacher opens it, only the card's own way.
    classId: '',
    divisionId: '',
    studentId: null,
    text: sayCard(input),
    rows: {},
    lastWriteId: input.writeId,
  };
  await inTransaction(async (tx) => {
    if (await tx.get('heartToHeartCards', cardId)) return;
    if (!(await countOne(tx, cardsOf(code._id), ctx.now))) throw new AppError('cardCodeRefused');
    await tx.put('heartToHeartCards', card);
    await tx.put('sealedNotes', words);
    if (card.isUrgent) await tell(tx, card, told, ctx.now);
    if (student && toMemberId !== null) {
      await noteWork(tx, writer, {
        ...{ student, kind: 'heartToHeartCard', refId: cardId, at: ctx.now },
        ...{ title: '', excerpt: '', audience: 'staff', isSealed: true },
      });
    }
    await tx.put(
      'audits',
      auditOf(writer, {
        id: input.writeId,
        action: 'heartToHeartCard.submit',
        collection: 'heartToHeartCards',
        documentId: cardId,
        why: null,
      }),
    );
  });
  return { receipt };
}
