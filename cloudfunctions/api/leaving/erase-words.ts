import type { CorrectionRequest } from '../../../domain/correction-request/correction-request.schema';
import { filesOf, withoutWords } from '../../../domain/interaction-form/interaction-form.rules';
import type { Question } from '../../../domain/interaction-form/interaction-form.schema';
import type {
  Answers,
  InteractionRecord,
} from '../../../domain/interaction-form/interaction-record.schema';
import type { GuardianRequest } from '../../../domain/joining/guardian-request.schema';
import {
  ERASED,
  ERASED_AT_ONCE,
  type ErasureRequest,
} from '../../../domain/leaving/erasure-request.schema';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { deleteFiles } from '../../kernel/cloud';
import { changedStamps, removeOne } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import {
  readCampaigns,
  readCorrectionsBy,
  readJoiningOf,
  readNotedBy,
  readOwnErasures,
  readRecordsOf,
  readWordingsBy,
} from './erasure.store';

/** Whose words, about which child. */
export interface Erased {
  studentId: string;
  memberId: string;
}

/** Earlier wordings go whole: a shelf of what was once said is what was said. */
async function clearWordings(
  ctx: Caller,
  docIds: readonly string[],
  memberId: string,
): Promise<void> {
  const wordings = await readWordingsBy(ctx.school._id, docIds, memberId);
  for (const { _id } of wordings) await removeOne('revisions', _id);
}

/** @returns whether no correction request of theirs holds words any more */
export async function eraseCorrections(
  ctx: Caller,
  { studentId, memberId }: Erased,
): Promise<boolean> {
  const all = await readCorrectionsBy(ctx.school._id, studentId, memberId);
  const left = all.filter(({ what }) => what !== ERASED);
  const some = left.slice(0, ERASED_AT_ONCE);
  await clearWordings(
    ctx,
    some.map(({ _id }) => _id),
    memberId,
  );
  for (const { _id } of some) {
    await inTransaction(async (tx) => {
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
export async function eraseForms(ctx: Caller, { studentId, memberId }: Erased): Promise<boolean> {
  const all = await readRecordsOf(ctx.school._id, studentId);
  await clearWordings(
    ctx,
    all.map(({ _id }) => _id),
    memberId,
  );
  const theirs = all.filter(({ updatedBy }) => updatedBy === memberId);
  const some = theirs.slice(0, ERASED_AT_ONCE);
  const campaigns = await readCampaigns([...new Set(some.map(({ campaignId }) => campaignId))]);
  for (const { _id, campaignId } of some) {
    const questions = campaigns.find((one) => one._id === campaignId)?.questions ?? [];
    const files = await inTransaction(async (tx) => {
      const before = await tx.get<InteractionRecord>('interactionRecords', _id);
      if (before?.updatedBy !== memberId) return [];
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
  return theirs.length <= ERASED_AT_ONCE;
}

/** Their name in the child's file, and in what they wrote at the door. */
export async function eraseNames(ctx: Caller, { studentId, memberId }: Erased): Promise<void> {
  const [noted, joining, asked] = await Promise.all([
    readNotedBy(ctx.school._id, studentId, memberId),
    readJoiningOf(memberId),
    readOwnErasures(ctx.school._id, memberId),
  ]);
  for (const { _id } of noted.filter(({ byName }) => byName !== ERASED)) {
    await inTransaction(async (tx) => {
      const before = await tx.get<TimelineItem>('timeline', _id);
      if (before) await tx.put<TimelineItem>('timeline', { ...before, byName: ERASED });
    });
  }
  const ofChild = joining.filter(
    (one) => one.studentId === studentId && one.guardianName !== ERASED,
  );
  for (const { _id } of ofChild) {
    await inTransaction(async (tx) => {
      const before = await tx.get<GuardianRequest>('guardianRequests', _id);
      if (!before) return;
      const erased = { guardianName: ERASED, childName: ERASED, updatedByName: ERASED };
      await tx.put<GuardianRequest>('guardianRequests', { ...before, ...erased });
    });
  }
  // What they asked for before and took back.
  const before = asked.filter((one) => one.studentId === studentId && one.state === 'voided');
  for (const { _id } of before.filter(({ memberName }) => memberName !== ERASED)) {
    await inTransaction(async (tx) => {
      const request = await tx.get<ErasureRequest>('erasureRequests', _id);
      if (!request) return;
      const erased = { memberName: ERASED, closedByName: ERASED, updatedByName: ERASED };
      await tx.put<ErasureRequest>('erasureRequests', { ...request, ...erased });
    });
  }
}
