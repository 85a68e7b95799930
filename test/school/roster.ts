import type { Member, Posting } from '../../domain/access/roles';
import { dayOf } from '../../domain/calendar/day';
import { mentorshipIdOf } from '../../domain/mentoring/mentorship.schema';
import type { Stored } from '../../domain/schema';
import {
  NO_TALK,
  type SchoolClass,
  type Sex,
  type Student,
} from '../../domain/school/roster.schema';
import {
  CAST,
  type CastMember,
  CLASSES,
  classIdOf,
  divisionIdOf,
  PLACES_OF_HOMEROOM_TEACHER,
  PLACES_OF_MENTOR,
  PLACES_WITHOUT_MENTOR,
  SCHOOL_ID,
  STUDENTS,
  studentIdOf,
} from './cast';
import { drawName } from './names';
import { type Random, randomOf } from './random';

export interface ClassRoster {
  schoolClass: SchoolClass;
  homeroomTeacher: Person;
  /** Those who are mentors in the class and teach it, but for the cast. */
  teachers: Member[];
  /** By place; whoever left comes last. */
  students: Student[];
}

export type Person = Pick<Member, '_id' | 'name'>;

export interface RosterOptions {
  classes: number;
  studentsPerClass: number;
  /** The school year that the grades are counted in. */
  schoolYear: number;
  seed: string;
  /** What the founding of the school left on each document. */
  stamps: Omit<Stored, '_id'>;
}

type Place = readonly [grade: number, number: number];

const PLACES_OF_CAST: readonly Place[] = [
  [7, 3],
  [7, 1],
  [7, 4],
  [8, 2],
  [9, 1],
];

/** The classes of the cast first, then the free numbers of the four grades, turn by turn. */
function placesOf(count: number): Place[] {
  const isOfCast = (grade: number, number: number) =>
    PLACES_OF_CAST.some(([g, n]) => g === grade && n === number);
  const places = [...PLACES_OF_CAST];
  for (let number = 1; places.length < count; number += 1) {
    for (const grade of [7, 8, 6, 9]) {
      if (!isOfCast(grade, number)) places.push([grade, number]);
    }
  }
  return places.slice(0, count);
}

const personOf = ({ openid, name }: CastMember): Person => ({ _id: openid, name });

const CAST_HOMEROOM: Record<string, Person> = {
  [CLASSES.seven3]: personOf(CAST.homeroomTeacher),
  [CLASSES.seven1]: personOf(CAST.homeroomTeacher71),
  [CLASSES.eight2]: personOf(CAST.homeroomTeacher82),
};

/** Whose mentor in a class is somebody of the cast, by place. */
function castMentors(classId: string): Map<number, Person> {
  const mentors = new Map<number, Person>();
  const give = (places: readonly number[], mentor: CastMember) => {
    for (const place of places) mentors.set(place, personOf(mentor));
  };
  if (classId === CLASSES.seven3) give(PLACES_OF_HOMEROOM_TEACHER, CAST.homeroomTeacher);
  if (classId === CLASSES.seven3 || classId === CLASSES.seven1) give(PLACES_OF_MENTOR, CAST.mentor);
  return mentors;
}

const CAST_STUDENTS = new Map<string, { name: string; sex: Sex }>(
  Object.values(STUDENTS).map(({ _id, name, sex }) => [_id, { name, sex }]),
);

const SUBJECTS = ['语文', '数学', '英语', '历史', '地理', '生物', '体育', '音乐', '美术', '科学'];
const MENTEES = 8;

const here = (role: Posting['role'], reach: Omit<Posting, 'schoolId' | 'role'>): Posting => ({
  schoolId: SCHOOL_ID,
  role,
  ...reach,
});

/** Draws the people of one class; no name twice. */
function peopleOf(classId: string, random: Random) {
  const taken = new Set([...CAST_STUDENTS.values()].map(({ name }) => name));
  const draw = (sex: Sex) => drawName(random, sex, taken);
  return {
    teacher: (key: string, postings: Posting[]): Member => ({
      _id: `oQingHe-${classId.slice(SCHOOL_ID.length + 1)}-${key}`,
      name: draw(random.chance(0.6) ? 'female' : 'male'),
      postings,
    }),
    student(studentId: string) {
      const sex: Sex = random.chance(0.5) ? 'female' : 'male';
      return CAST_STUDENTS.get(studentId) ?? { name: draw(sex), sex };
    },
  };
}

/** Shares the places among as few teachers as can be, evenly. */
function sharesOf(places: number[]): number[][] {
  const teachers = Math.ceil(places.length / MENTEES);
  return Array.from({ length: teachers }, (_, index) =>
    places.filter((_place, order) => order % teachers === index),
  );
}

function makeClass([grade, number]: Place, options: RosterOptions): ClassRoster {
  const { studentsPerClass, schoolYear, seed, stamps } = options;
  const classId = classIdOf(grade, number);
  const draw = peopleOf(classId, randomOf(`${seed} ${classId}`));
  const places = Array.from({ length: studentsPerClass }, (_, index) => index + 1);

  const homeroomTeacher =
    CAST_HOMEROOM[classId] ??
    draw.teacher('homeroom', [here('homeroomTeacher', { classIds: [classId] })]);
  const mentors = castMentors(classId);
  const isAlone = (place: number) =>
    classId === CLASSES.nine1 && PLACES_WITHOUT_MENTOR.includes(place);
  const theirs = places.filter((place) => !mentors.has(place) && !isAlone(place));
  const teachers = sharesOf(theirs).map((share, index) => {
    const studentIds = share.map((place) => studentIdOf(classId, place));
    const subject = SUBJECTS[index % SUBJECTS.length] as string;
    const teacher = draw.teacher(`teacher${index + 1}`, [
      here('subjectTeacher', { classIds: [classId], subject }),
      here('mentor', { studentIds }),
    ]);
    for (const place of share) mentors.set(place, teacher);
    return teacher;
  });

  // 五四制: grade six is the first of the junior school.
  const classIdentity = { entryYear: schoolYear - (grade - 6), stage: 'junior' as const, number };
  const divisionId = divisionIdOf(grade);
  const student = (
    studentId: string,
    mentor: Person | null,
    status: Student['status'],
  ): Student => ({
    _id: studentId,
    ...stamps,
    ...draw.student(studentId),
    classId,
    classIdentity,
    divisionId,
    mentorId: mentor?._id ?? null,
    mentorName: mentor?.name ?? null,
    mentorshipId: mentor && mentorshipIdOf('first', studentId),
    mentorSince: mentor && dayOf(stamps.createdAt),
    ...NO_TALK,
    lastVisitOn: null,
    status,
  });
  const students = places.map((place) =>
    student(studentIdOf(classId, place), mentors.get(place) ?? null, 'enrolled'),
  );
  if (classId === CLASSES.seven3) students.push(student(STUDENTS.left._id, null, 'left'));

  return {
    schoolClass: {
      _id: classId,
      ...stamps,
      ...classIdentity,
      divisionId,
      homeroomTeacherId: homeroomTeacher._id,
      homeroomTeacherName: homeroomTeacher.name,
      studentCount: studentsPerClass,
    },
    homeroomTeacher,
    teachers,
    students,
  };
}

export const makeRoster = (options: RosterOptions): ClassRoster[] =>
  placesOf(options.classes).map((place) => makeClass(place, options));
