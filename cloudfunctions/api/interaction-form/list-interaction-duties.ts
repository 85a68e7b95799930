import type { Role } from '../../../domain/access/roles';
import { concerns, isOpen } from '../../../domain/interaction-form/interaction-form.rules';
import type { Student } from '../../../domain/school/roster.schema';
import type { Caller } from '../procedure';
import { readStudents } from '../roster.store';
import {
  type ListedCampaign,
  readAnsweredOf,
  readPreparedOf,
  readSentTo,
} from './interaction-form.store';

const studentIdsOf = ({ member, school }: Caller, wanted: Role): string[] =>
  member.postings
    .filter(({ schoolId, role }) => schoolId === school._id && role === wanted)
    .flatMap(({ studentIds }) => studentIds ?? []);

const keyOf = (campaignId: string, studentId: string) => `${campaignId}~${studentId}`;

/** So many names are shown; the others are one tap away. */
const FIRST_NAMES = 5;

/**
 * What waits today: forms a guardian has not filled in for their children, and those for which a
 * mentor has not yet written how the child is at school. One trip.
 */
export async function listInteractionDuties(ctx: Caller) {
  const { school, member, today, access } = ctx;
  const schoolId = school._id;
  access.authorize({ schoolId, memberId: member._id });
  const childIds = studentIdsOf(ctx, 'guardian');
  const menteeIds = studentIdsOf(ctx, 'mentor');
  const ids = [...new Set([...childIds, ...menteeIds])];
  if (ids.length === 0) return { toAnswer: [], toPrepare: [] };

  const [students, sentTo, answered, prepared] = await Promise.all([
    readStudents(schoolId, ids),
    readSentTo(schoolId, ids, today),
    readAnsweredOf(schoolId, childIds),
    readPreparedOf(schoolId, menteeIds),
  ]);
  const open = sentTo
    .filter((one) => isOpen(one, today))
    .sort((a, b) => (a.closesOn < b.closesOn ? -1 : 1));
  const of = (wanted: string[]) =>
    students.filter(({ _id, status }) => status === 'enrolled' && wanted.includes(_id));
  const done = new Set(answered.map((one) => keyOf(one.campaignId, one.studentId)));
  const written = new Set(prepared.map((one) => keyOf(one.campaignId, one.studentId)));
  const present = (one: ListedCampaign) => ({
    campaignId: one._id,
    title: one.title,
    closesOn: one.closesOn,
  });
  const child = ({ _id, name }: Student) => ({ studentId: _id, name });

  return {
    toAnswer: open
      .filter(({ respondent }) => respondent === 'guardian')
      .flatMap((one) =>
        of(childIds)
          .filter((student) => concerns(one, student) && !done.has(keyOf(one._id, student._id)))
          .map((student) => ({ ...present(one), ...child(student) })),
      ),
    toPrepare: open
      .filter(({ hasSchoolPart }) => hasSchoolPart)
      .flatMap((one) => {
        const mine = of(menteeIds).filter((student) => concerns(one, student));
        const waiting = mine.filter(({ _id }) => !written.has(keyOf(one._id, _id)));
        if (waiting.length === 0) return [];
        const first = waiting.slice(0, FIRST_NAMES).map(child);
        return [{ ...present(one), of: mine.length, left: waiting.length, waiting: first }];
      }),
  };
}
