import type { Grant } from '../../../domain/access/can';
import type { Subject } from '../../../domain/access/scopes';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import {
  MAX_TOPICS,
  type ProposedTopic,
  type RecordTopic,
  type TopicList,
  type VoidTopic,
} from '../../../domain/consultation/topic-list.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { auditIdOf, auditOf } from '../../kernel/audit';
import { changedStamps, newStamps, readOne } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClass, subjectOfClass } from '../roster.store';
import { revisionOf } from '../write';
import { readConsultation } from './consultation.store';
import { authorizeIn } from './consultation-view';
import { readClassesOfDivision } from './place.store';

type Place = Pick<z.infer<typeof VoidTopic>, 'scope' | 'placeId' | 'meetingId'>;

export const readTopicList = (placeId: string): Promise<TopicList | null> =>
  readOne<TopicList>('topicLists', placeId);

/** What waits for the next meeting, in the order in which it was proposed. */
export const presentTopics = (
  { member, school }: Pick<Caller, 'member' | 'school'>,
  list: TopicList | null,
) =>
  (list?.schoolId === school._id ? list.topics : []).map(
    ({ id, text, memberId, byName, at }: ProposedTopic) => ({
      ...{ id, text, byName, at },
      isMine: memberId === member._id,
    }),
  );

async function readSubject({ school }: Caller, { scope, placeId }: Place): Promise<Subject | null> {
  if (scope === 'class') return subjectOfClass(await readClass(placeId));
  if (scope === 'division') {
    const classes = await readClassesOfDivision(school._id, placeId);
    return classes.length > 0 ? { schoolId: school._id, divisionId: placeId } : null;
  }
  return placeId === school._id ? { schoolId: school._id } : null;
}

/** Whoever records there proposes there, and so does whoever is invited to a meeting of the place. */
async function authorizeAt(ctx: Caller, place: Place): Promise<Grant> {
  const { meetingId, placeId } = place;
  const [meeting, subject] = await Promise.all([
    meetingId === undefined ? null : readConsultation(meetingId),
    readSubject(ctx, place),
  ]);
  return meeting?.placeId === placeId ? authorizeIn(ctx, meeting) : ctx.access.authorize(subject);
}

interface Deed {
  why: Grant;
  placeId: string;
  writeId: string;
  /** @throws AppError where it cannot; null where it is so already */
  change(topics: readonly ProposedTopic[]): ProposedTopic[] | null;
}

/** One change of what waits: earlier wordings stay, sending again changes nothing. */
function changeTopics(ctx: Caller, { why, placeId, writeId, change }: Deed) {
  return inTransaction(async (tx) => {
    const before = await tx.get<TopicList>('topicLists', placeId);
    if (await tx.get('audits', auditIdOf(placeId, writeId))) return presentTopics(ctx, before);
    const topics = change(before?.topics ?? []);
    if (topics === null) return presentTopics(ctx, before);
    const after: TopicList = {
      ...(before ? { ...before, ...changedStamps(before, ctx) } : newStamps(ctx)),
      _id: placeId,
      topics,
      lastWriteId: writeId,
    };
    if (before) await tx.put('revisions', revisionOf(before, { topics: before.topics }, ctx));
    await tx.put('topicLists', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        ...{ id: writeId, action: 'consultation.record', collection: 'topicLists' },
        ...{ documentId: placeId, why },
      }),
    );
    return presentTopics(ctx, after);
  });
}

/** Propose what the next meeting of a place should speak of, before there is one. */
export async function recordTopic(ctx: Caller, input: z.infer<typeof RecordTopic>) {
  const { placeId, topicId, text, writeId } = input;
  const { _id: memberId, name: byName } = ctx.member;
  const why = await authorizeAt(ctx, input);
  return changeTopics(ctx, {
    ...{ why, placeId, writeId },
    change(topics) {
      if (topics.some(({ id }) => id === topicId)) return null;
      if (topics.length >= MAX_TOPICS) {
        const sentence = `已经有 ${MAX_TOPICS} 个议题在等，请先开一次会商。`;
        throw new AppError('badInput', { sentence });
      }
      return [...topics, { id: topicId, text, memberId, byName, at: ctx.now }];
    },
  });
}

/** Take back what one proposed; it stays in the earlier wordings. */
export async function voidTopic(ctx: Caller, input: z.infer<typeof VoidTopic>) {
  const { placeId, topicId, writeId } = input;
  const why = await authorizeAt(ctx, input);
  return changeTopics(ctx, {
    ...{ why, placeId, writeId },
    change(topics) {
      const topic = topics.find(({ id }) => id === topicId);
      if (!topic) return null;
      if (topic.memberId !== ctx.member._id) throw new AppError('notFound');
      return topics.filter(({ id }) => id !== topicId);
    },
  });
}

/**
 * The meeting that ends takes along what waited for it: nothing waits twice.
 *
 * @throws AppError busy when something was proposed since the list was read
 */
export async function takeTopics(
  tx: Transaction,
  ctx: Caller,
  { placeId, lastWriteId }: Consultation,
  seen: TopicList | null,
): Promise<void> {
  if (!seen || seen.topics.length === 0) return;
  const before = await tx.get<TopicList>('topicLists', placeId);
  if (before?.rev !== seen.rev) throw new AppError('busy');
  await tx.put('revisions', revisionOf(before, { topics: before.topics }, ctx));
  const after = { ...before, ...changedStamps(before, ctx), topics: [], lastWriteId };
  await tx.put<TopicList>('topicLists', after);
}
