import type { ScopeFilter } from '../../../domain/access/scopes';
import type { Day } from '../../../domain/calendar/day';
import {
  CONSULTATION_PAGE,
  type Consultation,
  type ConsultationState,
} from '../../../domain/consultation/consultation.schema';
import {
  type ConsultationItem,
  MAX_ITEMS,
} from '../../../domain/consultation/consultation-item.schema';
import type { MeetingKindId } from '../../../domain/regulation/meeting-words';
import { type Condition, command } from '../../kernel/cloud';
import { oneOf, readMany, readOne, scopeCondition } from '../../kernel/database';

export const readConsultation = (consultationId: string): Promise<Consultation | null> =>
  readOne<Consultation>('consultations', consultationId);

/** What was said in a meeting, in the order in which it was said; voided ones too. */
export const readItems = (schoolId: string, consultationId: string): Promise<ConsultationItem[]> =>
  readMany<ConsultationItem>('consultationItems', {
    where: { schoolId, consultationId },
    orderBy: [
      ['createdAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MAX_ITEMS,
  });

export const readItem = (itemId: string): Promise<ConsultationItem | null> =>
  readOne<ConsultationItem>('consultationItems', itemId);

export interface Listing {
  schoolId: string;
  filter: ScopeFilter;
  memberId: string;
}

/** Within a reach, and those one is invited to: a query each, so that each has its index. */
function reachesOf({ schoolId, filter, memberId }: Listing): Condition[] {
  if (filter === 'everything') return [{ schoolId }];
  const within = scopeCondition(schoolId, filter, { memberId: 'invitedIds' });
  const invited = { schoolId, invitedIds: memberId };
  return within ? [within, invited] : [invited];
}

const MAX_OPEN = 40;
type Order = 'asc' | 'desc';

/** What several reaches hold together, each once and in order. */
async function readTogether(
  listing: Listing,
  conditions: object[],
  { order, limit }: { order: Order; limit: number },
): Promise<Consultation[]> {
  const found = await Promise.all(
    reachesOf(listing).map((reach) =>
      readMany<Consultation>('consultations', {
        where: command.and([reach, ...conditions]),
        orderBy: [
          ['on', order],
          ['_id', order],
        ],
        limit,
      }),
    ),
  );
  const once = [...new Map(found.flat().map((meeting) => [meeting._id, meeting])).values()];
  const keyOf = ({ on, _id }: Consultation) => `${on}~${_id}`;
  once.sort((a, b) => (keyOf(a) < keyOf(b) === (order === 'asc') ? -1 : 1));
  return once.slice(0, limit);
}

/** Planned and running ones, the next first. */
export const readOpenConsultations = (listing: Listing): Promise<Consultation[]> =>
  readTogether(listing, [{ isOpen: true }], { order: 'asc', limit: MAX_OPEN });

/** Those that are over, newest first; one more than a page shows whether it ends. */
export function readPastConsultations(
  listing: Listing,
  before?: { on: Day; id: string },
  of: { termId?: string; kindId?: MeetingKindId | undefined } = {},
): Promise<Consultation[]> {
  const after = before
    ? [
        { on: command.lte(before.on) },
        command.or([{ on: command.lt(before.on) }, { _id: command.lt(before.id) }]),
      ]
    : [];
  const asked = Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
  return readTogether(listing, [{ isOpen: false, ...asked }, ...after], {
    order: 'desc',
    limit: CONSULTATION_PAGE + 1,
  });
}

const MAX_QUEUE = 60;

/** What waits in a state within a reach, the longest first. */
export async function readInState(
  schoolId: string,
  filter: ScopeFilter,
  state: ConsultationState,
): Promise<Consultation[]> {
  const where = scopeCondition(schoolId, filter);
  if (!where) return [];
  return readMany<Consultation>('consultations', {
    where: command.and([where, { state }]),
    orderBy: [['on', 'asc']],
    limit: MAX_QUEUE,
  });
}

const MAX_OF_KIND = 120;

/** Meetings of some kinds between two days, cancelled ones too. */
export const readOfKinds = async (
  schoolId: string,
  kindIds: MeetingKindId[],
  { from, to }: { from: Day; to: Day },
): Promise<Consultation[]> =>
  kindIds.length === 0
    ? []
    : readMany<Consultation>('consultations', {
        where: command.and([
          { schoolId, kindId: oneOf(kindIds) },
          { on: command.gte(from) },
          { on: command.lte(to) },
        ]),
        limit: MAX_OF_KIND,
      });

/** What 今天 shows of each; the nearest comes first. */
const MAX_TODAY = 10;

export const readInvitationsUntil = (
  schoolId: string,
  memberId: string,
  until: Day,
): Promise<Consultation[]> =>
  readMany<Consultation>('consultations', {
    where: { schoolId, invitedIds: memberId, isOpen: true, on: command.lte(until) },
    orderBy: [['on', 'asc']],
    limit: MAX_TODAY,
  });
