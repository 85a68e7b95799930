import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import { type Departure, MAX_DEPARTURES } from '../../../domain/leaving/departure.schema';
import { MAX_MENTEES } from '../../../domain/mentoring/mentorship.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { readMany } from '../../kernel/database';

/** More than one person has in hand of a kind. */
const MAX_OPEN = 100;

/** The last time somebody left the school. */
export const readDeparture = async (
  schoolId: string,
  memberId: string,
): Promise<Departure | null> => {
  const [last] = await readMany<Departure>('departures', {
    where: { schoolId, memberId },
    orderBy: [['createdAt', 'desc']],
    limit: 1,
  });
  return last ?? null;
};

/** Those who left with something that still waits, the latest first. */
export const readOpenDepartures = (schoolId: string): Promise<Departure[]> =>
  readMany<Departure>('departures', {
    where: { schoolId, isOpen: true },
    orderBy: [['createdAt', 'desc']],
    limit: MAX_DEPARTURES,
  });

export const readMenteesOf = (schoolId: string, mentorId: string): Promise<Student[]> =>
  readMany<Student>('students', { where: { schoolId, mentorId }, limit: MAX_MENTEES });

export const readResolutionsOf = (schoolId: string, memberId: string): Promise<Resolution[]> =>
  readMany<Resolution>('resolutions', {
    where: { schoolId, memberIds: memberId, isOpen: true },
    orderBy: [['dueOn', 'asc']],
    limit: MAX_OPEN,
  });

export const readCasesOf = (schoolId: string, sponsorId: string): Promise<AttentionCase[]> =>
  readMany<AttentionCase>('attentionCases', {
    where: { schoolId, sponsorId, status: 'open' },
    limit: MAX_OPEN,
  });

/** The meetings to come that somebody is asked to, whether they lead them or sit there. */
export const readMeetingsOf = (schoolId: string, memberId: string): Promise<Consultation[]> =>
  readMany<Consultation>('consultations', {
    where: { schoolId, invitedIds: memberId, isOpen: true },
    orderBy: [['on', 'asc']],
    limit: MAX_OPEN,
  });

/** The home visits somebody means to make; those made already stay theirs. */
export const readVisitsPlannedBy = (schoolId: string, visitorId: string): Promise<HomeVisit[]> =>
  readMany<HomeVisit>('homeVisits', {
    where: { schoolId, visitorId, status: 'planned', voidedAt: null },
    orderBy: [['dueOn', 'asc']],
    limit: MAX_OPEN,
  });
