import type { Member, Posting } from '../../../domain/access/roles';
import type { Subject } from '../../../domain/access/scopes';
import type { Consultation, Invited } from '../../../domain/consultation/consultation.schema';
import type { MeetingKind } from '../../../domain/regulation/meeting-kind.schema';
import type { Participant } from '../../../domain/regulation/meeting-words';
import type { Caller } from '../procedure';
import { readClass } from '../roster.store';
import { classLabelOf, divisionLabelOf } from '../school-names';
import {
  readClassesOfDivision,
  readMembersByRole,
  readMentorsOfClass,
  readTeachersOfClasses,
} from './place.store';

/** What a meeting is of, and who belongs there by its kind. */
export interface Place
  extends Pick<
    Consultation,
    'placeId' | 'placeLabel' | 'classId' | 'divisionId' | 'expectedStudents' | 'invited'
  > {
  subject: Subject;
}

/** Those that are found by a class; the others are few and are asked for by their role. */
const OF_CLASSES: readonly Participant[] = ['homeroomTeacher', 'subjectTeacher', 'mentor'];

/** Parents come as guests: they are invited by a notice to the class, and counted at the door. */
const wantedBy = ({ attendees, chair }: MeetingKind): Participant[] =>
  [...new Set<Participant>([chair, ...attendees.map(({ who }) => who)])].filter(
    (who) => who !== 'guardian',
  );

type Where = Pick<Place, 'classId' | 'divisionId'> & { classIds: string[] | 'all' };

function belongs(posting: Posting, schoolId: string, where: Where): boolean {
  const { classId, divisionId, classIds } = where;
  if (posting.schoolId !== schoolId) return false;
  switch (posting.role) {
    case 'guardian':
    // A mentor stands for students: who that is, the students say.
    case 'mentor':
      return false;
    case 'homeroomTeacher':
    case 'subjectTeacher':
      return classIds === 'all' || (posting.classIds ?? []).some((id) => classIds.includes(id));
    case 'divisionHead':
      return divisionId === null || (posting.divisionIds ?? []).includes(divisionId);
    case 'leader':
      return divisionId === null || sponsors(posting, divisionId, classId);
    default:
      return true;
  }
}

const sponsors = ({ sponsored }: Posting, divisionId: string, classId: string | null): boolean =>
  sponsored?.isWholeSchool === true ||
  (sponsored?.divisionIds ?? []).includes(divisionId) ||
  (classId !== null && (sponsored?.classIds ?? []).includes(classId));

function seats(
  members: readonly Member[],
  wanted: readonly Participant[],
  schoolId: string,
  where: Where,
): Invited[] {
  const once = [...new Map(members.map((member) => [member._id, member])).values()];
  return wanted.flatMap((who) =>
    once
      .filter(({ postings }) =>
        postings.some((posting) => posting.role === who && belongs(posting, schoolId, where)),
      )
      .map(({ _id, name }) => ({ who, memberId: _id, name })),
  );
}

/** A seat for each who is mentor of somebody there, in the order of the names. */
const seatsOfMentors = (students: Awaited<ReturnType<typeof readMentorsOfClass>>): Invited[] => {
  const names = new Map(
    students.flatMap(({ mentorId, mentorName }): [string, string][] =>
      mentorId === null ? [] : [[mentorId, mentorName ?? '']],
    ),
  );
  return [...names]
    .map(([memberId, name]): Invited => ({ who: 'mentor', memberId, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
};

/**
 * The class of a meeting, with its teachers, the mentors of its students (S4-179) and those who are
 * asked by their role.
 */
async function classPlace(ctx: Caller, kind: MeetingKind, classId: string): Promise<Place | null> {
  const schoolId = ctx.school._id;
  const wanted = wantedBy(kind);
  const [schoolClass, teachers, others, students] = await Promise.all([
    readClass(classId),
    readTeachersOfClasses(schoolId, [classId]),
    readMembersByRole(
      schoolId,
      wanted.filter((who) => !OF_CLASSES.includes(who)),
    ),
    wanted.includes('mentor') ? readMentorsOfClass(schoolId, classId) : [],
  ]);
  if (!schoolClass) return null;
  const { divisionId } = schoolClass;
  const where = { classId, divisionId, classIds: [classId] };
  return {
    subject: { schoolId: schoolClass.schoolId, divisionId, classId },
    placeId: classId,
    placeLabel: classLabelOf(ctx, schoolClass),
    classId,
    divisionId,
    expectedStudents: schoolClass.studentCount,
    invited: [
      ...seats([...teachers, ...others], wanted, schoolId, where),
      ...seatsOfMentors(students),
    ],
  };
}

async function divisionPlace(
  ctx: Caller,
  kind: MeetingKind,
  divisionId: string,
): Promise<Place | null> {
  const { school } = ctx;
  const wanted = wantedBy(kind);
  const classes = await readClassesOfDivision(school._id, divisionId);
  const [first] = classes;
  if (!first) return null;
  const classIds = classes.map(({ _id }) => _id);
  const [teachers, others] = await Promise.all([
    readTeachersOfClasses(school._id, classIds),
    readMembersByRole(
      school._id,
      wanted.filter((who) => !OF_CLASSES.includes(who)),
    ),
  ]);
  return {
    subject: { schoolId: school._id, divisionId },
    placeId: divisionId,
    placeLabel: divisionLabelOf(ctx, first),
    classId: null,
    divisionId,
    expectedStudents: classes.reduce((sum, { studentCount }) => sum + studentCount, 0),
    invited: seats([...teachers, ...others], wanted, school._id, {
      classId: null,
      divisionId,
      classIds,
    }),
  };
}

async function schoolPlace(ctx: Caller, kind: MeetingKind, placeId: string): Promise<Place | null> {
  const { school } = ctx;
  if (placeId !== school._id) return null;
  const wanted = wantedBy(kind);
  const members = await readMembersByRole(school._id, wanted);
  return {
    subject: { schoolId: school._id },
    placeId,
    placeLabel: '全校',
    classId: null,
    divisionId: null,
    expectedStudents: 0,
    invited: seats(members, wanted, school._id, {
      classId: null,
      divisionId: null,
      classIds: 'all',
    }),
  };
}

/** Where a meeting of a kind would take place, and who is asked to come; null for no such place. */
export function readPlace(ctx: Caller, kind: MeetingKind, placeId: string): Promise<Place | null> {
  switch (kind.scope) {
    case 'class':
      return classPlace(ctx, kind, placeId);
    case 'division':
      return divisionPlace(ctx, kind, placeId);
    case 'school':
    case 'district':
      return schoolPlace(ctx, kind, placeId);
  }
}
