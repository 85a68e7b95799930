import type { Member } from '../../../domain/access/roles';
import type { ScopeFilter } from '../../../domain/access/scopes';
import {
  type AttentionCase,
  type AttentionFollowUp,
  CASE_PAGE,
  MAX_FOLLOW_UPS,
} from '../../../domain/attention/attention-case.schema';
import type { AttentionSettings } from '../../../domain/attention/attention-category.schema';
import type { AttentionCount } from '../../../domain/attention/attention-count';
import { MAX_PAIRINGS, type PeerPairing } from '../../../domain/attention/peer-pairing.schema';
import type { Day } from '../../../domain/calendar/day';
import { command } from '../../kernel/cloud';
import { oneOf, readMany, readNamed, readOne, scopeCondition } from '../../kernel/database';

/** What the school has set; null for one that keeps the preset. */
export const readAttentionSettings = (schoolId: string): Promise<AttentionSettings | null> =>
  readOne<AttentionSettings>('attentionSettings', schoolId);

export const readAttentionCount = (schoolId: string): Promise<AttentionCount | null> =>
  readOne<AttentionCount>('attentionCounts', schoolId);

export const readCase = (caseId: string): Promise<AttentionCase | null> =>
  readOne<AttentionCase>('attentionCases', caseId);

/** Open cases within a reach by next review, and one more if there is a page after. */
export async function readCasesByReview(
  schoolId: string,
  filter: ScopeFilter,
  asked: { classId?: string | undefined; before?: { at: Day; id: string } | undefined },
): Promise<AttentionCase[]> {
  const reach = scopeCondition(schoolId, filter);
  if (!reach) return [];
  const { classId, before } = asked;
  return readMany<AttentionCase>('attentionCases', {
    where: command.and([
      reach,
      { status: 'open', ...(classId !== undefined && { classId }) },
      ...(before
        ? [
            { reviewOn: command.gte(before.at) },
            command.or([{ reviewOn: command.gt(before.at) }, { _id: command.gt(before.id) }]),
          ]
        : []),
    ]),
    orderBy: [
      ['reviewOn', 'asc'],
      ['_id', 'asc'],
    ],
    limit: CASE_PAGE + 1,
  });
}

/** Every open case fits one list: a school keeps an eye on some of its students, not on all. */
const MAX_OPEN_CASES = 500;

export type SponsoredCase = Pick<
  AttentionCase,
  '_id' | 'rev' | 'kind' | 'level' | 'studentId' | 'studentName' | 'classIdentity' | 'sponsorId'
>;

/** The open cases of a school, as far as their sponsors are concerned. */
export const readSponsoredCases = (schoolId: string): Promise<SponsoredCase[]> =>
  readMany<SponsoredCase>('attentionCases', {
    where: { schoolId, status: 'open' },
    orderBy: [['reviewOn', 'asc']],
    fields: ['rev', 'kind', 'level', 'studentId', 'studentName', 'classIdentity', 'sponsorId'],
    limit: MAX_OPEN_CASES,
  });

/** A student has a handful of files in their years. */
const MAX_OF_STUDENT = 20;

export const readOpenCasesOf = (schoolId: string, studentId: string): Promise<AttentionCase[]> =>
  readMany<AttentionCase>('attentionCases', {
    where: { schoolId, studentId, status: 'open' },
    limit: MAX_OF_STUDENT,
  });

/** The follow-ups of a case, newest first. */
export const readFollowUps = (schoolId: string, caseId: string): Promise<AttentionFollowUp[]> =>
  readMany<AttentionFollowUp>('attentionFollowUps', {
    where: { schoolId, caseId },
    orderBy: [['createdAt', 'desc']],
    limit: MAX_FOLLOW_UPS,
  });

/** What fits one card of a phone. */
const MAX_DUE = 20;

/** Cases of these classes, or sponsored by this leader, whose review has come. */
export async function readDueCases(
  schoolId: string,
  of: { classIds: string[] } | { sponsorId: string },
  until: Day,
): Promise<AttentionCase[]> {
  const [field, ids] =
    'classIds' in of
      ? (['classId', of.classIds] as const)
      : (['sponsorId', [of.sponsorId]] as const);
  return readNamed<AttentionCase>('attentionCases', field, ids, {
    where: { schoolId, status: 'open', reviewOn: command.lte(until) },
    orderBy: [['reviewOn', 'asc']],
    limit: MAX_DUE,
  });
}

const MAX_LEADERS = 60;

/** 校级领导: the leaders and the principal, who each stand for a student (S4-275). */
export const readLeaders = (schoolId: string): Promise<Member[]> =>
  readMany<Member>('members', {
    where: { 'postings.schoolId': schoolId, 'postings.role': oneOf(['leader', 'principal']) },
    limit: MAX_LEADERS,
  });

/** The pairings of a class this term, those that have ended too. */
export const readPairings = (
  schoolId: string,
  classId: string,
  termId: string,
): Promise<PeerPairing[]> =>
  readMany<PeerPairing>('peerPairings', {
    where: { schoolId, classId, termId },
    limit: MAX_PAIRINGS,
  });
