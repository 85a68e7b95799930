import type { ScopeFilter } from '../../../domain/access/scopes';
import { type Term, termLabel } from '../../../domain/calendar/term';
import {
  byNextVisit,
  isVisited,
  priorityIds,
  priorityKeys,
} from '../../../domain/home-visit/home-visit.rules';
import type { Student } from '../../../domain/school/roster.schema';
import type { Caller } from '../procedure';
import { readClass, readStudents, subjectOfClass, subjectOfStudent } from '../roster.store';
import { classLabelOf } from '../school-names';
import { termOf } from '../terms';
import {
  type ListedVisit,
  type OpenCare,
  readOpenCares,
  readOpenCategories,
  readOpenCategoriesWith,
  readStudentsToVisit,
  readVisitsOfClass,
  readVisitsOfStudents,
} from './home-visit.store';

/** Students whose open case the reader may see anyway: the mark tells nobody else of it. */
const caredFor = ({ access }: Caller, cares: readonly OpenCare[]): Set<string> =>
  new Set(
    cares
      .filter((care) => access.may('attentionCase.read', care))
      .map(({ studentId }) => studentId),
  );

/** How far a class is this term (S1-88), and who is next. */
export async function listVisitsOfClass(ctx: Caller, classId: string) {
  const { school, access } = ctx;
  const term = termOf(ctx);
  const [schoolClass, students, visits, rows, cares] = await Promise.all([
    readClass(classId),
    readStudentsToVisit(school._id, classId),
    readVisitsOfClass(school._id, classId, term.id),
    readOpenCategories(term.id, classId),
    readOpenCares(school._id, { classId }),
  ]);
  access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  const byCategory = priorityIds(rows, school.ledgerCategories);
  const priority = new Set([...byCategory, ...caredFor(ctx, cares)]);
  return present(ctx, { term, label: classLabelOf(ctx, schoolClass), students, visits, priority });
}

/** The students that a reach names one by one. */
const namedIn = (filter: ScopeFilter): string[] =>
  filter === 'everything'
    ? []
    : filter.flatMap(({ field, in: ids }) => (field === 'studentId' ? ids : []));

/** The same for those one is mentor of, from whatever class. */
export async function listVisitsOfMentees(ctx: Caller) {
  const { school, access } = ctx;
  const term = termOf(ctx);
  const ids = namedIn(access.filter());
  const first = priorityKeys(school.ledgerCategories);
  const [students, visits, cares, rows] = await Promise.all([
    readStudents(school._id, ids),
    readVisitsOfStudents(school._id, ids, term.id),
    readOpenCares(school._id, { studentIds: ids }),
    readOpenCategoriesWith(school._id, term.id, first, ids),
  ]);
  return present(ctx, {
    term,
    label: '受导学生',
    students,
    visits,
    priority: new Set([
      ...rows.flatMap((found) => [...priorityIds(found, school.ledgerCategories)]),
      ...caredFor(ctx, cares),
    ]),
  });
}

interface Facts {
  term: Term;
  label: string;
  students: Student[];
  visits: ListedVisit[];
  priority: ReadonlySet<string>;
}

function present(ctx: Caller, { term, label, students, visits, priority }: Facts) {
  const enrolled = students.filter(({ status }) => status === 'enrolled');
  const visited = enrolled.filter((student) => isVisited(student, term));
  return {
    label,
    term: { id: term.id, label: termLabel(term) },
    visited: visited.length,
    students: enrolled.sort(byNextVisit(term, priority)).map((student) => ({
      id: student._id,
      name: student.name,
      classId: student.classId,
      classLabel: classLabelOf(ctx, student.classIdentity),
      isPriority: priority.has(student._id),
      isVisited: isVisited(student, term),
      lastVisitOn: student.lastVisitOn ?? null,
      visits: visits.filter(({ studentId }) => studentId === student._id).map(presentListed),
      may: {
        record: ctx.access.may('homeVisit.record', {
          schoolId: student.schoolId,
          ...subjectOfStudent(student),
        }),
      },
    })),
  };
}

const presentListed = (visit: ListedVisit) => ({
  id: visit._id,
  status: visit.status,
  plannedOn: visit.plannedOn,
  visitedOn: visit.visitedOn,
  way: visit.way,
  dueOn: visit.dueOn,
  visitor: visit.visitorName,
});
