import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import { addDays, type Day } from '../../../domain/calendar/day';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import type { InteractionCampaign } from '../../../domain/interaction-form/interaction-campaign.schema';
import type { InteractionProgress } from '../../../domain/interaction-form/interaction-record.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { command } from '../../kernel/cloud';
import { readMany } from '../../kernel/database';

/** A class or a division, as a condition. */
type Part = { classId: string } | { divisionId: string };
/** The level of a meeting: a part of the school, or everybody. */
export type Level = Part | Record<string, never>;

export const isPart = (level: Level): level is Part => 'classId' in level || 'divisionId' in level;

export const levelOf = ({ scope, placeId }: Pick<Consultation, 'scope' | 'placeId'>): Level => {
  if (scope === 'class') return { classId: placeId };
  return scope === 'division' ? { divisionId: placeId } : {};
};

/** The agenda shows so many of those whom nobody has talked with for longest. */
const FIRST_UNSEEN = 5;

export const readLongestUnseen = (schoolId: string, level: Level): Promise<Student[]> =>
  readMany<Student>('students', {
    where: { schoolId, ...level, status: 'enrolled' },
    orderBy: [
      ['lastTalkOn', 'asc'],
      ['_id', 'asc'],
    ],
    limit: FIRST_UNSEEN,
  });

const FIRST_FLAGGED = 10;

/** Whose case was opened since an instant, newest first. */
export const readNewCases = (
  schoolId: string,
  level: Level,
  since: Date,
): Promise<AttentionCase[]> =>
  readMany<AttentionCase>('attentionCases', {
    where: { schoolId, ...level, status: 'open', createdAt: command.gte(since) },
    orderBy: [['createdAt', 'desc']],
    limit: FIRST_FLAGGED,
  });

const FIRST_LATE = 12;

/** What is over its day at a level and below it, the longest first. */
export const readLate = (schoolId: string, level: Level, today: Day): Promise<Resolution[]> =>
  readMany<Resolution>('resolutions', {
    where: { schoolId, ...level, isOpen: true, dueOn: command.lt(today) },
    orderBy: [['dueOn', 'asc']],
    limit: FIRST_LATE,
  });

/** A form that ended longer ago is no news for a meeting. */
const DAYS_BACK = 45;
const MAX_CAMPAIGNS = 100;

/** Forms of the last weeks that went to many classes, with their questions. */
export const readRecentCampaigns = (schoolId: string, today: Day): Promise<InteractionCampaign[]> =>
  readMany<InteractionCampaign>('interactionCampaigns', {
    where: { schoolId, isWide: true, closesOn: command.gte(addDays(today, -DAYS_BACK)) },
    orderBy: [['closesOn', 'desc']],
    limit: MAX_CAMPAIGNS,
  });

const MAX_PROGRESS = 400;

/** How far forms are in a class, or in each class of a division. */
export const readProgressAt = (schoolId: string, level: Part): Promise<InteractionProgress[]> =>
  readMany<InteractionProgress>('interactionProgress', {
    where: { schoolId, ...level },
    limit: MAX_PROGRESS,
  });
