import type { Role } from '../../../domain/access/roles';
import { concerns, isOpen } from '../../../domain/interaction-form/interaction-form.rules';
import type { Student } from '../../../domain/school/roster.schema';
import type { Caller } from '../procedure';
import { readStudents } from '../roster.store';
import {
  type ListedCampaign,
  readAnsweredOf,
  readPreparedIn,
  readPreparedOf,
  readSentTo,
  readWithoutMentor,
} from './interaction-form.store';

const idsOf = (
  { member, school }: Caller,
  wanted: Role,
  field: 'studentIds' | 'classIds',
): string[] =>
  member.postings
    .filter(({ schoolId, role }) => schoolId === school._id && role === wanted)
    .flatMap((posting) => posting[field] ?? []);

const keyOf = (campaignId: string, studentId: string) => `${campaignId}~${studentId}`;

/** So many names are shown; the others are one tap away. */
const FIRST_NAMES = 5;

/**
 * What waits today: forms a guardian has not filled in for their children, and those for which a
 * mentor, or the homeroom teacher of whoever has none, has not yet written how the child is at
 * school: asked from the day it is sent out, for the families read it first (S4-260). One trip.
 */
export async function listInteractionDuties(ctx: Caller) {
  const { school, member, today, access } = ctx;
  const schoolId = school._id;
  access.authorize({ schoolId, memberId: member._id });
  const childIds = idsOf(ctx, 'guardian', 'studentIds');
  const menteeIds = idsOf(ctx, 'mentor', 'studentIds');
  const classIds = idsOf(ctx, 'homeroomTeacher', 'classIds');
  const ids = [...new Set([...childIds, ...menteeIds])];
  if (ids.length + classIds.length === 0) return { toAnswer: [], toPrepare: [] };

  const [students, withoutMentor, sentTo, answered, prepared, preparedIn] = await Promise.all([
    readStudents(schoolId, ids),
    readWithoutMentor(schoolId, classIds),
    readSentTo(schoolId, ids, today),
    readAnsweredOf(schoolId, childIds),
    readPreparedOf(schoolId, menteeIds),
    readPreparedIn(schoolId, classIds),
  ]);
  const sent = sentTo
    .filter(({ closedAt }) => closedAt === null)
    .sort((a, b) => (a.closesOn < b.closesOn ? -1 : 1));
  const of = (wanted: string[]) =>
    students.filter(({ _id, status }) => status === 'enrolled' && wanted.includes(_id));
  const done = new Set(answered.map((one) => keyOf(one.campaignId, one.studentId)));
  const toWriteFor = [...of(menteeIds), ...withoutMentor];
  const written = new Set(
    [...prepared, ...preparedIn].map((one) => keyOf(one.campaignId, one.studentId)),
  );
  const present = (one: ListedCampaign) => ({
    campaignId: one._id,
    title: one.title,
    opensOn: one.opensOn,
    closesOn: one.closesOn,
  });
  const child = ({ _id, name }: Student) => ({ studentId: _id, name });

  return {
    toAnswer: sent
      .filter((one) => one.respondent === 'guardian' && isOpen(one, today))
      .flatMap((one) =>
        of(childIds)
          .filter((student) => concerns(one, student) && !done.has(keyOf(one._id, student._id)))
          .map((student) => ({ ...present(one), ...child(student) })),
      ),
    toPrepare: sent
      .filter(({ hasSchoolPart }) => hasSchoolPart)
      .flatMap((one) => {
        const mine = toWriteFor.filter((student) => concerns(one, student));
        const waiting = mine.filter(({ _id }) => !written.has(keyOf(one._id, _id)));
        if (waiting.length === 0) return [];
        const first = waiting.slice(0, FIRST_NAMES).map(child);
        return [{ ...present(one), of: mine.length, left: waiting.length, waiting: first }];
      }),
  };
}
