import type { Member, Role } from '../../../domain/access/roles';
import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import { addDays, type Day } from '../../../domain/calendar/day';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { InteractionCampaign } from '../../../domain/interaction-form/interaction-campaign.schema';
import { LONGEST_BREAK } from '../../../domain/reminder/due';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import type { School } from '../../../domain/school/school.schema';
import type { Talk } from '../../../domain/talk/talk.schema';
import { command } from '../../kernel/cloud';
import { MOST, oneOf, readAll, readByIds, readMany } from '../../kernel/database';

/**
 * What reminders are made from, read by the timer: one indexed question for each kind of record,
 * about a few days, whatever the size of the school.
 */

export const readSchools = (): Promise<School[]> => readAll<School>('schools', {});

/** What matches, with a day from one to another; the field with the day ends the index. */
const between = (match: object, field: string, from: Day, until: Day) =>
  command.and([{ ...match, [field]: command.gte(from) }, { [field]: command.lte(until) }]);

const ahead = (match: object, field: string, today: Day) =>
  between(match, field, today, addDays(today, LONGEST_BREAK));

/** Planned and running ones of the next days and weeks. */
export const readMeetingsAhead = (schoolId: string, today: Day): Promise<Consultation[]> =>
  readMany<Consultation>('consultations', {
    where: ahead({ schoolId, isOpen: true }, 'on', today),
    limit: MOST,
  });

/** Those that wait for a signature or an answer. */
export const readWaitingMeetings = (schoolId: string): Promise<Consultation[]> =>
  readMany<Consultation>('consultations', {
    where: { schoolId, state: oneOf(['closed', 'askedBack']) },
    limit: MOST,
  });

/** Due before long, or over their day since not long. */
export const readResolutionsAround = (schoolId: string, today: Day): Promise<Resolution[]> =>
  readMany<Resolution>('resolutions', {
    where: between(
      { schoolId, isOpen: true },
      'dueOn',
      addDays(today, -LONGEST_BREAK),
      addDays(today, LONGEST_BREAK),
    ),
    limit: MOST,
  });

export const readVisitsAhead = (schoolId: string, today: Day): Promise<HomeVisit[]> =>
  readMany<HomeVisit>('homeVisits', { where: ahead({ schoolId }, 'dueOn', today), limit: MOST });

export const readTalksAhead = (schoolId: string, today: Day): Promise<Talk[]> =>
  readMany<Talk>('talks', { where: ahead({ schoolId }, 'nextOn', today), limit: MOST });

export const readCasesAhead = (schoolId: string, today: Day): Promise<AttentionCase[]> =>
  readMany<AttentionCase>('attentionCases', {
    where: ahead({ schoolId, status: 'open' }, 'reviewOn', today),
    limit: MOST,
  });

export const readOpenCampaigns = (schoolId: string, today: Day): Promise<InteractionCampaign[]> =>
  readMany<InteractionCampaign>('interactionCampaigns', {
    where: { schoolId, isWide: command.in([true, false]), closesOn: command.gte(today) },
    limit: MOST,
  });

export const readClassesOfSchool = (schoolId: string): Promise<SchoolClass[]> =>
  readMany<SchoolClass>('classes', { where: { schoolId }, limit: MOST });

export const readMembersInRoles = (schoolId: string, roles: readonly Role[]): Promise<Member[]> =>
  readAll<Member>('members', { 'postings.schoolId': schoolId, 'postings.role': oneOf(roles) });

/** Whom a form went to; of a whole school everybody. */
export const readAskedStudents = (
  schoolId: string,
  { studentIds, classIds }: Pick<InteractionCampaign, 'studentIds' | 'classIds'>,
): Promise<Student[]> => {
  if (studentIds.length > 0) return readByIds<Student>('students', studentIds);
  if (classIds.length > 0)
    return readAll<Student>('students', { schoolId, classId: oneOf(classIds) });
  return readAll<Student>('students', { schoolId });
};

/** The students who have answered a form. */
export const readAnsweredStudentIds = async (
  schoolId: string,
  campaignId: string,
): Promise<Set<string>> => {
  const where = { schoolId, campaignId };
  const records = await readAll<{ _id: string; studentId: string }>('interactionRecords', where, [
    'studentId',
  ]);
  return new Set(records.map(({ studentId }) => studentId));
};
