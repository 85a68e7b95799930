import { type Member, ROLES } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { menteesOf } from '../../../domain/mentoring/mentorship.rules';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import { readStaff } from '../members.store';
import type { Caller } from '../procedure';
import { readClasses, readClassStudents, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import { MAX_WITHOUT_MENTOR, readWithoutMentor } from './mentoring.store';

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'zh-CN');

const presentStudent = (student: Student) => ({
  id: student._id,
  name: student.name,
  mentorshipId: student.mentorshipId,
  mentor: student.mentorName,
});

/** As what somebody may be chosen: the subject they teach the class, else their roles. */
function capacityOf(ctx: Caller, member: Member, classId: string): string {
  const postings = staffPostings(member, ctx.school._id);
  const own = postings.find(
    (posting) => posting.role === 'homeroomTeacher' && posting.classIds?.includes(classId),
  );
  if (own) return ROLES.homeroomTeacher;
  const teaching = postings.find(
    (posting) => posting.role === 'subjectTeacher' && posting.classIds?.includes(classId),
  );
  if (teaching?.subject) return teaching.subject;
  const [other] = postings.filter(({ role }) => role !== 'mentor');
  return other ? ROLES[other.role] : ROLES.mentor;
}

function presentMentor(ctx: Caller, member: Member, classId: string) {
  const postings = staffPostings(member, ctx.school._id);
  return {
    id: member._id,
    name: member.name,
    capacity: capacityOf(ctx, member, classId),
    mentees: menteesOf(member, ctx.school._id).length,
    teachesClass: postings.some((posting) => posting.classIds?.includes(classId)),
  };
}

type Mentor = ReturnType<typeof presentMentor>;

/** Those who know the class first, then whoever has most room. */
const byFit = (a: Mentor, b: Mentor) =>
  Number(b.teachesClass) - Number(a.teachesClass) || a.mentees - b.mentees || byName(a, b);

const firstOf = (classes: SchoolClass[], asked: string | undefined) =>
  classes.find(({ _id }) => _id === asked) ?? null;

/**
 * What assigning mentors needs to see: the classes in reach, before one is chosen with how many
 * students of each have no mentor; of one class the students, those without a mentor first; and
 * everybody who may become one, with how many they have (S4-285).
 */
export async function planMentorships(ctx: Caller, asked: string | undefined) {
  const { school, access } = ctx;
  const filter = access.filter();
  const own = filter === 'everything' ? undefined : classIdIn(filter);
  const classId = asked ?? own;
  const [classes, roster, staff, without] = await Promise.all([
    readClasses(school._id, filter),
    classId ? readClassStudents(school._id, classId) : [],
    classId ? readStaff(school._id) : [],
    classId ? [] : readWithoutMentor(school._id, filter),
  ]);
  const chosen = firstOf(classes, classId);
  if (asked !== undefined) access.authorize(subjectOfClass(chosen));
  const students = chosen ? roster.filter(({ status }) => status === 'enrolled') : [];
  return {
    classes: classes.map((item) => ({
      id: item._id,
      label: classLabelOf(ctx, item),
      withoutMentor: without.filter((student) => student.classId === item._id).length,
    })),
    // More than are read: the counts are of the first, and the next visit shows the rest.
    isCut: without.length === MAX_WITHOUT_MENTOR,
    classId: chosen?._id ?? null,
    capacity: school.mentoring.capacity,
    students: students
      .sort((a, b) => Number(a.mentorId !== null) - Number(b.mentorId !== null) || byName(a, b))
      .map(presentStudent),
    mentors: chosen
      ? staff
          .filter((member) => staffPostings(member, school._id).length > 0)
          .map((member) => presentMentor(ctx, member, chosen._id))
          .sort(byFit)
      : [],
  };
}

/** The one class of somebody whose reach is classes. */
const classIdIn = (filter: { field: string; in: string[] }[]): string | undefined =>
  filter.find(({ field }) => field === 'classId')?.in[0];
