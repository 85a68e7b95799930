import type { Due, Occasion } from '../../domain/reminder/due';
import {
  caseDues,
  resolutionDues,
  type TalkedStudent,
  talkDues,
  visitDues,
} from '../../domain/reminder/due-work';
import type { School } from '../../domain/school/school.schema';
import type { Talk } from '../../domain/talk/talk.schema';
import {
  readCasesAhead,
  readClassesOfSchool,
  readResolutionsAround,
  readTalksAhead,
  readVisitsAhead,
} from '../api/reminder/due-records.store';
import { readByIds } from '../kernel/database';

/** Talks, visits, resolutions and reviews that are due: the small things of the day. */
export async function workDuesOf(school: School, occasion: Occasion): Promise<Due[]> {
  const { _id: schoolId } = school;
  const { today } = occasion;
  const [resolutions, visits, talks, cases] = await Promise.all([
    readResolutionsAround(schoolId, today),
    readVisitsAhead(schoolId, today),
    readTalksAhead(schoolId, today),
    readCasesAhead(schoolId, today),
  ]);
  const [studentOf, classes] = await Promise.all([
    readTalked(talks),
    cases.length > 0 ? readClassesOfSchool(schoolId) : [],
  ]);
  const teacherOf = new Map(classes.map((one) => [one._id, one.homeroomTeacherId]));
  return [
    ...resolutions.flatMap((resolution) => resolutionDues(resolution, occasion)),
    ...visits.flatMap((visit) => visitDues(visit, occasion)),
    ...talks.flatMap((talk) => {
      const student = studentOf.get(talk.studentId);
      return student ? talkDues(talk, student, occasion) : [];
    }),
    ...cases.flatMap((one) => {
      const teacherId = teacherOf.get(one.classId);
      return teacherId ? caseDues(one, teacherId, occasion) : [];
    }),
  ];
}

async function readTalked(talks: readonly Talk[]): Promise<Map<string, TalkedStudent>> {
  const ids = [...new Set(talks.map(({ studentId }) => studentId))];
  const found = await readByIds<TalkedStudent>('students', ids, ['name', 'lastTalkId']);
  return new Map(found.map((student) => [student._id, student]));
}
