import type { Posting } from '../../../domain/access/roles';
import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import { HANDED_OVER_KINDS, type HandedOver } from '../../../domain/leaving/departure.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { homeroomClassesOf } from '../../../domain/staff/staff.rules';
import {
  readCasesOf,
  readMeetingsOf,
  readMenteesOf,
  readResolutionsOf,
  readVisitsPlannedBy,
} from './departure.store';

/** What carries somebody's name and is not over. */
export interface WorkInHand {
  /** Classes, by id. */
  homeroom: string[];
  subjects: { subject: string; classIds: string[] }[];
  mentees: Student[];
  resolutions: Resolution[];
  cases: AttentionCase[];
  meetings: Consultation[];
  visits: HomeVisit[];
}

export const subjectsIn = (postings: readonly Posting[], schoolId: string) =>
  postings
    .filter((one) => one.schoolId === schoolId && one.role === 'subjectTeacher')
    .map(({ subject = '', classIds = [] }) => ({ subject, classIds }));

/** What stands in records, in one trip; what postings say is added by `withPostings`. */
export async function readRecordsInHand(schoolId: string, memberId: string) {
  const [mentees, resolutions, cases, meetings, visits] = await Promise.all([
    readMenteesOf(schoolId, memberId),
    readResolutionsOf(schoolId, memberId),
    readCasesOf(schoolId, memberId),
    readMeetingsOf(schoolId, memberId),
    readVisitsPlannedBy(schoolId, memberId),
  ]);
  const enrolled = mentees.filter(({ status }) => status === 'enrolled');
  return { mentees: enrolled, resolutions, cases, meetings, visits };
}

export const withPostings = (
  records: Awaited<ReturnType<typeof readRecordsInHand>>,
  postings: readonly Posting[],
  schoolId: string,
): WorkInHand => ({
  ...records,
  homeroom: homeroomClassesOf(postings, schoolId),
  subjects: subjectsIn(postings, schoolId),
});

/** The kinds of which there is anything. */
export const kindsIn = (work: WorkInHand): HandedOver[] =>
  HANDED_OVER_KINDS.filter((kind) => work[kind].length > 0);
