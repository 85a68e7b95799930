import type { Member, Role } from '../../domain/access/roles';
import type { Student } from '../../domain/school/roster.schema';
import { SCHOOL_ID } from '../../test/school/cast';
import { makeSchool } from '../../test/school/make-school';

/** Somebody who opens the mini-program, and whom it is about then. */
export interface Person {
  openid: string;
  /** Their own class and students, as far as they have any. */
  classId: string;
  studentIds: string[];
}

export const STAFF = 150;
export const GUARDIANS = 2_400;
export const SIZE = { classes: 45, studentsPerClass: 45, pastTerms: 2 } as const;

const has = (role: Role) => (member: Member) =>
  member.postings.some((posting) => posting.schoolId === SCHOOL_ID && posting.role === role);

function personOf({ _id, postings }: Member): Person {
  return {
    openid: _id,
    classId: postings.flatMap(({ classIds }) => classIds ?? [])[0] ?? '',
    studentIds: postings.flatMap(({ studentIds }) => studentIds ?? []),
  };
}

/** Every child has one guardian who joined, every fifth a second one. */
function guardiansOf(students: readonly Student[]): Member[] {
  return Array.from({ length: GUARDIANS }, (_, index) => {
    const student = students[index % students.length] as Student;
    const posting = { schoolId: SCHOOL_ID, role: 'guardian' as const, studentIds: [student._id] };
    return { _id: `oMonth-guardian-${index}`, name: `家长${index}`, postings: [posting] };
  });
}

/** The school of the month: 2,000 students, 150 staff, 2,400 guardians. */
export function makeMonthSchool() {
  const made = makeSchool(SIZE);
  const here = made.collections.students.filter(({ schoolId }) => schoolId === SCHOOL_ID);
  const guardians = guardiansOf(here);
  made.collections.members.push(...guardians);
  const { members } = made.collections;
  const homeroom = members.filter(has('homeroomTeacher')).filter(isHere);
  const leaders = members.filter((one) =>
    (['principal', 'leader', 'studentAffairsOffice', 'divisionHead'] as const).some((role) =>
      has(role)(one),
    ),
  );
  const mentors = members.filter(has('mentor'));
  const staff = [...new Set([...leaders.filter(isHere), ...homeroom, ...mentors])].slice(0, STAFF);
  const among = (role: Role) => staff.filter(has(role)).map(personOf);
  return {
    made,
    people: {
      staff: staff.map(personOf),
      leaders: leaders.filter(isHere).map(personOf),
      homeroomTeachers: among('homeroomTeacher'),
      mentors: among('mentor').filter(({ studentIds }) => studentIds.length > 0),
      guardians: guardians.map(personOf),
    },
  };
}

const isHere = ({ postings }: Member) => postings.some(({ schoolId }) => schoolId === SCHOOL_ID);

export type Group = keyof ReturnType<typeof makeMonthSchool>['people'];
