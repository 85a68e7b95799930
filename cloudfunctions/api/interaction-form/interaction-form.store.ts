import type { Day } from '../../../domain/calendar/day';
import type {
  InteractionCampaign,
  SchoolPart,
} from '../../../domain/interaction-form/interaction-campaign.schema';
import {
  type InteractionForm,
  MAX_FORMS,
} from '../../../domain/interaction-form/interaction-form.schema';
import {
  type InteractionRecord,
  recordIdOf,
} from '../../../domain/interaction-form/interaction-record.schema';
import { MAX_CLASS_SIZE, MAX_CLASSES, type Student } from '../../../domain/school/roster.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readMany, readNamed, readOne } from '../../kernel/database';

export const readForms = (schoolId: string): Promise<InteractionForm[]> =>
  readMany<InteractionForm>('interactionForms', { where: { schoolId }, limit: MAX_FORMS });

export const readForm = (formId: string): Promise<InteractionForm | null> =>
  readOne<InteractionForm>('interactionForms', formId);

export const readCampaign = (campaignId: string): Promise<InteractionCampaign | null> =>
  readOne<InteractionCampaign>('interactionCampaigns', campaignId);

/** As it stands in a list: none of its questions. */
export type ListedCampaign = Omit<InteractionCampaign, 'questions'>;

const LISTED = [
  ...['schoolId', 'title', 'formId', 'respondent', 'hasSchoolPart', 'target', 'classId'],
  ...['divisionId', 'classIds', 'studentIds', 'invited', 'opensOn', 'closesOn', 'closedAt'],
  ...['rev', 'createdAt', 'createdBy', 'updatedByName'],
];

/** Every class may have one of its own open, beside those of divisions and school. */
const MAX_OPEN = MAX_CLASSES * 2;

/** Those to many classes, or to one of these students by name, whose days are not over. */
export function readSentTo(
  schoolId: string,
  studentIds: string[],
  today: Day,
): Promise<ListedCampaign[]> {
  const wide = { schoolId, isWide: true, closesOn: command.gte(today) };
  const named = { schoolId, studentIds: oneOf(studentIds), closesOn: command.gte(today) };
  return readMany<ListedCampaign>('interactionCampaigns', {
    where: studentIds.length === 0 ? wide : command.or([wide, named]),
    fields: LISTED,
    limit: MAX_OPEN,
  });
}

/** What fits one list of a phone; what is older is history. */
const MAX_SENT = 30;

/** What somebody sent out, newest first. */
export const readSentBy = (schoolId: string, memberId: string): Promise<ListedCampaign[]> =>
  readMany<ListedCampaign>('interactionCampaigns', {
    where: { schoolId, createdBy: memberId },
    orderBy: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    fields: LISTED,
    limit: MAX_SENT,
  });

export const readRecord = (campaignId: string, studentId: string) =>
  readOne<InteractionRecord>('interactionRecords', recordIdOf(campaignId, studentId));

export const readSchoolPart = (campaignId: string, studentId: string) =>
  readOne<SchoolPart>('schoolParts', recordIdOf(campaignId, studentId));

/** A student fills in few forms a term: the last of the same form is among these. */
const LAST = 10;

export const readLastRecords = (
  schoolId: string,
  studentId: string,
): Promise<InteractionRecord[]> =>
  readMany<InteractionRecord>('interactionRecords', {
    where: { schoolId, studentId },
    orderBy: [['answeredAt', 'desc']],
    limit: LAST,
  });

/** Who has answered: no answers. */
export type Answered = Pick<
  InteractionRecord,
  '_id' | 'campaignId' | 'studentId' | 'answeredAt' | 'checkState' | 'updatedByName'
>;
const ANSWERED = ['campaignId', 'studentId', 'answeredAt', 'checkState', 'updatedByName'];

export const readAnswered = (
  schoolId: string,
  campaignId: string,
  reach: { classId: string } | { studentIds: string[] },
): Promise<Answered[]> =>
  readMany<Answered>('interactionRecords', {
    where: { schoolId, campaignId, ...within(reach) },
    fields: ANSWERED,
    limit: MAX_CLASS_SIZE * 2,
  });

export type Prepared = Pick<SchoolPart, '_id' | 'campaignId' | 'studentId'>;

export const readPrepared = (
  schoolId: string,
  campaignId: string,
  reach: { classId: string } | { studentIds: string[] },
): Promise<Prepared[]> =>
  readMany<Prepared>('schoolParts', {
    where: { schoolId, campaignId, ...within(reach) },
    fields: ['campaignId', 'studentId'],
    limit: MAX_CLASS_SIZE * 2,
  });

const within = (reach: { classId: string } | { studentIds: string[] }) =>
  'classId' in reach ? reach : { studentId: oneOf(reach.studentIds) };

/** What children or mentees have filled in lately, whatever the form. */
export const readAnsweredOf = (schoolId: string, studentIds: string[]): Promise<Answered[]> =>
  readNamed<Answered>('interactionRecords', 'studentId', studentIds, {
    where: { schoolId },
    orderBy: [['answeredAt', 'desc']],
    fields: ANSWERED,
    limit: MAX_CLASS_SIZE,
  });

export const readPreparedOf = (schoolId: string, studentIds: string[]): Promise<Prepared[]> =>
  readNamed<Prepared>('schoolParts', 'studentId', studentIds, {
    where: { schoolId },
    fields: ['campaignId', 'studentId'],
    limit: MAX_CLASS_SIZE * 4,
  });

/** What was written in classes, whatever the form: for those of them without a mentor. */
export const readPreparedIn = (schoolId: string, classIds: string[]): Promise<Prepared[]> =>
  readNamed<Prepared>('schoolParts', 'classId', classIds, {
    where: { schoolId },
    fields: ['campaignId', 'studentId'],
    limit: MAX_CLASS_SIZE * 4,
  });

/** Students of classes whom nobody is mentor of: their homeroom teacher writes for them. */
export const readWithoutMentor = (schoolId: string, classIds: string[]): Promise<Student[]> =>
  readNamed<Student>('students', 'classId', classIds, {
    where: { schoolId, status: 'enrolled', mentorId: null },
    limit: MAX_CLASS_SIZE * 2,
  });

/** More than a school sends of one form in a term; a class's answers fit one answer of the cloud. */
const MAX_OF_FORM = 12;

/** What was sent of one form since a day, first to last: for a printed book. */
export const readCampaignsOf = (
  schoolId: string,
  formId: string,
  days: { from: Date; to: Date },
): Promise<InteractionCampaign[]> =>
  readMany<InteractionCampaign>('interactionCampaigns', {
    where: command.and([
      { schoolId, formId },
      { createdAt: command.gte(days.from) },
      { createdAt: command.lte(days.to) },
    ]),
    orderBy: [
      ['createdAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MAX_OF_FORM,
  });

/** A class's answers to several campaigns whose words may be shown, in no order. */
export const readRecordsOfClass = async (
  schoolId: string,
  classId: string,
  campaignIds: string[],
): Promise<InteractionRecord[]> =>
  campaignIds.length === 0
    ? []
    : readMany<InteractionRecord>('interactionRecords', {
        where: { schoolId, campaignId: oneOf(campaignIds), classId, checkState: 'pass' },
        limit: MAX_CLASS_SIZE * MAX_OF_FORM,
      });
