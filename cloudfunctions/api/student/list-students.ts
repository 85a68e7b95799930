import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import type { Caller } from '../procedure';
import { readClasses, readClassStudents, readStudents, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';

/** The class to open first: one's own as homeroom teacher, then one that one teaches. */
function firstClassId({ member, school }: Caller): string | undefined {
  const postings = member.postings.filter((posting) => posting.schoolId === school._id);
  const own = postings.find(({ role }) => role === 'homeroomTeacher');
  const taught = postings.find(({ role }) => role === 'subjectTeacher');
  return own?.classIds?.[0] ?? taught?.classIds?.[0];
}

const byName = (a: Student, b: Student) => a.name.localeCompare(b.name, 'zh-CN');

const presentClass = (ctx: Caller, item: SchoolClass) => ({
  id: item._id,
  label: classLabelOf(ctx, item),
  divisionId: item.divisionId,
  homeroomTeacher: item.homeroomTeacherName,
  studentCount: item.studentCount,
});

const presentStudent = (ctx: Caller, student: Student) => ({
  id: student._id,
  name: student.name,
  classLabel: classLabelOf(ctx, student.classIdentity),
  mentor: student.mentorName,
});

/**
 * The students of one class, and the classes to choose from; with no class of one's own, the
 * students that one is mentor or guardian of. All requests go in one trip.
 */
export async function listStudents(ctx: Caller, asked: string | undefined) {
  const { school, access } = ctx;
  const filter = access.filter();
  const namedIds =
    filter === 'everything'
      ? []
      : filter.flatMap(({ field, in: ids }) => (field === 'studentId' ? ids : []));
  const classId = asked ?? firstClassId(ctx);

  const [classes, ofClass, named] = await Promise.all([
    readClasses(school._id, filter),
    classId ? readClassStudents(school._id, classId) : [],
    asked ? [] : readStudents(school._id, namedIds),
  ]);

  const chosen = classes.find((item) => item._id === classId) ?? null;
  if (asked !== undefined) access.authorize(subjectOfClass(chosen));
  const students = chosen ? ofClass.filter((student) => student.status === 'enrolled') : [];
  return {
    classes: classes.map((item) => presentClass(ctx, item)),
    classId: chosen?._id ?? null,
    students: students.sort(byName).map((student) => presentStudent(ctx, student)),
    /** Mentees or own children, from whatever class. */
    named: named.sort(byName).map((student) => presentStudent(ctx, student)),
  };
}
