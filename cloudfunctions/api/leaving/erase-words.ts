import type { CorrectionRequest } from '../../../domain/correction-request/correction-request.schema';
import type { InteractionCampaign } from '../../../domain/interaction-form/interaction-campaign.schema';
import { filesOf, withoutWords } from '../../../domain/interaction-form/interaction-form.rules';
import type { Question } from '../../../domain/interaction-form/interaction-form.schema';
import type {
  Answers,
  InteractionRecord,
} from '../../../domain/interaction-form/interaction-record.schema';
import { ERASED, ERASED_AT_ONCE } from '../../../domain/leaving/erasure-request.schema';
import type { Revision } from '../../../domain/schema';
import { deleteFiles } from '../../kernel/cloud';
import { changedStamps } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';

/** Records of theirs, and what they once said in them. */
interface Said<T> {
  all: readonly T[];
  wordings: readonly Revision[];
}

/** Earlier wordings of a record that still say something. */
const spokenIn = (wordings: readonly Revision[], id: string): Revision[] =>
  wordings.filter(({ docId, writtenByName }) => docId === id && writtenByName !== ERASED);

/** That there was an earlier wording stays, and when; what it said does not. */
async function eraseWordings(tx: Transaction, wordings: readonly Revision[]): Promise<void> {
  for (const { _id } of wordings) {
    const before = await tx.get<Revision>('revisions', _id);
    if (!before) continue;
    await tx.put<Revision>('revisions', { ...before, fields: {}, writtenByName: ERASED });
  }
}

/** @returns whether no correction request of theirs holds words any more */
export async function eraseCorrections(
  ctx: Caller,
  { all, wordings }: Said<CorrectionRequest>,
): Promise<boolean> {
  const left = all.filter(({ _id, what }) => what !== ERASED || spokenIn(wordings, _id).length > 0);
  for (const { _id } of left.slice(0, ERASED_AT_ONCE)) {
    await inTransaction(async (tx) => {
      await eraseWordings(tx, spokenIn(wordings, _id));
      const before = await tx.get<CorrectionRequest>('correctionRequests', _id);
      if (!before || before.what === ERASED) return;
      await tx.put<CorrectionRequest>('correctionRequests', {
        ...before,
        ...changedStamps(before, ctx),
        ...{ what: ERASED, why: '' },
        // Nobody can answer words that are gone.
        ...(before.state === 'open' && {
          ...{ state: 'declined', answer: ERASED, answeredByName: ctx.member.name },
        }),
      });
    });
  }
  return left.length <= ERASED_AT_ONCE;
}

/** Choices stay, for they are counted; what was written freely does not. */
const withoutTheirWords = (questions: readonly Question[], answers: Answers): Answers => ({
  ...withoutWords(questions, answers),
  ...Object.fromEntries(
    questions
      .filter(({ kind, key }) => kind === 'text' && (answers[key] ?? []).length > 0)
      .map(({ key }) => [key, [ERASED]]),
  ),
});

/** @returns whether no form about the child holds their words any more */
export async function eraseForms(
  ctx: Caller,
  memberId: string,
  { all, wordings }: Said<InteractionRecord>,
): Promise<boolean> {
  const left = all.filter(
    ({ _id, updatedBy }) => updatedBy === memberId || spokenIn(wordings, _id).length > 0,
  );
  for (const { _id, campaignId } of left.slice(0, ERASED_AT_ONCE)) {
    const files = await inTransaction(async (tx) => {
      await eraseWordings(tx, spokenIn(wordings, _id));
      const before = await tx.get<InteractionRecord>('interactionRecords', _id);
      if (before?.updatedBy !== memberId) return [];
      const campaign = await tx.get<InteractionCampaign>('interactionCampaigns', campaignId);
      const questions = campaign?.questions ?? [];
      await tx.put<InteractionRecord>('interactionRecords', {
        ...before,
        // By the office from now on: that is how it is known to be done.
        ...changedStamps(before, ctx),
        answers: withoutTheirWords(questions, before.answers),
        updatedByName: ERASED,
      });
      return filesOf(questions, before.answers);
    });
    if (files.length > 0) await deleteFiles(files);
  }
  return left.length <= ERASED_AT_ONCE;
}
