import type { Subject } from '../../../domain/access/scopes';
import { isPrincipalsToo } from '../../../domain/heart-to-heart-card/heart-to-heart-card.rules';
import {
  CARD_PAGE,
  type CloseHeartToHeartCard,
  type HeartToHeartCard,
  type HeartToHeartCardById,
} from '../../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import type { z } from '../../../domain/schema';
import { type SealedNote, sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, readOne } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { writeSealedNote } from '../write-sealed-note';
import { readCard, readCards, readOpenCards } from './heart-to-heart-card.store';

const mayReadUrgent = ({ access, school }: Caller): boolean =>
  access.may('heartToHeartCard.readUrgent', { schoolId: school._id });

/** The counsellor first; the principal where there is none, or when nobody opened it for long. */
function reachesUrgent(ctx: Caller, card: HeartToHeartCard): boolean {
  const isCounsellor = ctx.member.postings.some(
    ({ role, schoolId }) => role === 'counsellor' && schoolId === ctx.school._id,
  );
  return mayReadUrgent(ctx) && (isCounsellor || isPrincipalsToo(card, ctx.now));
}

/** An urgent card is theirs who may read such; any other its recipient's alone. */
function subjectOfCard(ctx: Caller, card: HeartToHeartCard | null): Subject | null {
  if (!card) return null;
  const mine = reachesUrgent(ctx, card) ? ctx.member._id : undefined;
  const memberId = card.isUrgent ? mine : (card.toMemberId ?? undefined);
  return { schoolId: card.schoolId, memberId };
}

const presentCard = (card: HeartToHeartCard) => ({
  id: card._id,
  at: card.createdAt,
  studentName: card.studentName,
  isUrgent: card.isUrgent,
  isOpened: card.openedAt !== null,
  isAnswered: card.state === 'answered',
});

/** The cards handed to the caller; for the counsellor those that cannot wait. Never a word. */
export async function listCards(ctx: Caller, before?: { at: string; id: string }) {
  const { school, member } = ctx;
  ctx.access.authorize({ schoolId: school._id, memberId: member._id });
  const isUrgent = mayReadUrgent(ctx);
  const piles = [
    readCards(school._id, { toMemberId: member._id }, before),
    isUrgent ? readCards(school._id, { isUrgent: true }, before) : [],
  ];
  const found = (await Promise.all(piles)).flat();
  const cards = found.sort(
    (a, b) => Number(b.createdAt) - Number(a.createdAt) || (a._id < b._id ? 1 : -1),
  );
  const items = cards.slice(0, CARD_PAGE);
  const last = cards.length > CARD_PAGE ? items.at(-1) : undefined;
  return {
    items: items.filter((card) => !card.isUrgent || reachesUrgent(ctx, card)).map(presentCard),
    next: last ? { at: last.createdAt, id: last._id } : null,
  };
}

/**
 * Cards that wait for the caller: urgent ones first. The principal is shown an urgent one when
 * no counsellor is there or nobody has opened it for long.
 */
export async function listCardDuties(ctx: Caller) {
  const { school, member, access } = ctx;
  const mine = { schoolId: school._id, memberId: member._id };
  access.authorize(mine);
  const [urgent, handed] = await Promise.all([
    mayReadUrgent(ctx) ? readOpenCards(school._id, { isUrgent: true }) : [],
    access.may('heartToHeartCard.read', mine)
      ? readOpenCards(school._id, { toMemberId: member._id })
      : [],
  ]);
  return [...urgent.filter((card) => reachesUrgent(ctx, card)), ...handed].map(presentCard);
}

/** Open a card: recorded before its words are shown. */
export async function openCard(ctx: Caller, input: z.infer<typeof HeartToHeartCardById>) {
  const { cardId } = input;
  const [card, words, answer] = await Promise.all([
    readCard(cardId),
    readOne<SealedNote>('sealedNotes', sealedNoteIdOf(cardId, 'heartToHeartCard')),
    readOne<SealedNote>('sealedNotes', sealedNoteIdOf(cardId, 'heartToHeartAnswer')),
  ]);
  const why = ctx.access.authorize(subjectOfCard(ctx, card));
  await inTransaction(async (tx) => {
    const before = await tx.get<HeartToHeartCard>('heartToHeartCards', cardId);
    if (before?.openedAt === null) {
      await tx.put('heartToHeartCards', { ...before, openedAt: ctx.now });
    }
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'heartToHeartCard.read',
        collection: 'heartToHeartCards',
        documentId: cardId,
        studentId: card?.studentId ?? null,
        why,
        reason: '收到的连心卡',
      }),
    );
  });
  return {
    ...presentCard(card as HeartToHeartCard),
    text: words?.text ?? '',
    answer: answer && { text: answer.text, byName: answer.updatedByName, at: answer.updatedAt },
    answerRev: answer?.rev ?? 0,
  };
}

/** Answer a card; the student reads it by the receipt. The answer is sealed as the words are. */
export async function answerCard(ctx: Caller, input: z.infer<typeof CloseHeartToHeartCard>) {
  const { cardId, answer, rev, writeId } = input;
  const why = ctx.access.authorize(subjectOfCard(ctx, await readCard(cardId)));
  const key = {
    _id: sealedNoteIdOf(cardId, 'heartToHeartAnswer'),
    ofId: cardId,
    kind: 'heartToHeartAnswer' as const,
    classId: '',
    divisionId: '',
    studentId: null,
  };
  return inTransaction(async (tx) => {
    const content = { text: answer, rows: {} };
    const note = await writeSealedNote(tx, ctx, key, content, { rev, writeId, why });
    const before = await tx.get<HeartToHeartCard>('heartToHeartCards', cardId);
    if (!before) throw new Error('authorized without a card');
    if (before.state === 'open') {
      const after = { ...before, ...changedStamps(before, ctx), state: 'answered' as const };
      await tx.put<HeartToHeartCard>('heartToHeartCards', { ...after, lastWriteId: writeId });
    }
    return { rev: note.rev };
  });
}
