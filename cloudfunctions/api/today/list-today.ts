import type { Posting, Role } from '../../../domain/access/roles';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { sayWeek } from '../../../domain/calendar/school-week';
import { isTermOver, termAt, termLabel } from '../../../domain/calendar/term';
import { isWritten } from '../../../domain/class-ledger/class-ledger.rules';
import type { LedgerEntry } from '../../../domain/class-ledger/class-ledger.schema';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import type { Caller } from '../procedure';
import { classLabelOf } from '../school-names';
import {
  type LedgerProgress,
  readClassesIn,
  readEntriesOf,
  readProgress,
  readStudentsOf,
} from './today.store';
import { unseenToday } from './unseen-today';

/** Names are shown, not totals; the first few are enough to begin with. */
const FIRST_NAMES = 8;

const LEADING: readonly Role[] = [
  'principal',
  'leader',
  'studentAffairsOffice',
  'academicAffairsOffice',
  'divisionHead',
];

const idsOf = (postings: Posting[], role: Role, field: 'classIds' | 'studentIds'): string[] =>
  postings.filter((posting) => posting.role === role).flatMap((posting) => posting[field] ?? []);

interface Person {
  studentId: string;
  name: string;
  classLabel: string;
}

/** What somebody still owes: a title, how far it is, and whom it concerns first. */
interface Duty {
  id: string;
  kind: 'ledger' | 'contribution';
  title: string;
  done: number;
  of: number;
  classId: string | null;
  waiting: Person[];
}

const duty = (
  ctx: Caller,
  base: Pick<Duty, 'id' | 'kind' | 'title' | 'classId'>,
  students: Student[],
  isDone: (student: Student) => boolean,
): Duty => {
  const waiting = students.filter((student) => !isDone(student));
  return {
    ...base,
    done: students.length - waiting.length,
    of: students.length,
    waiting: waiting.slice(0, FIRST_NAMES).map((student) => ({
      studentId: student._id,
      name: student.name,
      classLabel: classLabelOf(ctx, student.classIdentity),
    })),
  };
};

/** Lines of one's own class that are not written, and mentees one has said nothing about. */
function dutiesOf(ctx: Caller, own: string[], mentees: string[], facts: OwnFacts): Duty[] {
  const { students, entries } = facts;
  const lines = new Map(entries.map((entry) => [entry.studentId, entry]));
  const written = ({ _id }: Student) => {
    const entry = lines.get(_id);
    return entry !== undefined && isWritten(entry);
  };
  const contributed = ({ _id }: Student) =>
    lines.get(_id)?.contributions.some(({ memberId }) => memberId === ctx.member._id) ?? false;
  const enrolled = students.filter((student) => student.status === 'enrolled');

  const ledgers = own.map((classId) => {
    const ofClass = enrolled.filter((student) => student.classId === classId);
    const label = ofClass[0] ? classLabelOf(ctx, ofClass[0].classIdentity) : '本班';
    const base = { id: `ledger~${classId}`, kind: 'ledger' as const, classId };
    return duty(ctx, { ...base, title: `${label}学情台账` }, ofClass, written);
  });
  const ofMentees = enrolled.filter((student) => mentees.includes(student._id));
  const base = { id: 'contribution', kind: 'contribution' as const, classId: null };
  const mine = duty(ctx, { ...base, title: '受导学生的台账补充' }, ofMentees, contributed);
  return [...ledgers, mine].filter((item) => item.done < item.of);
}

interface OwnFacts {
  students: Student[];
  entries: LedgerEntry[];
}

/** For those who lead: each class in reach and how far its ledger is, least first. */
function progressOf(ctx: Caller, classes: SchoolClass[], progress: LedgerProgress[]) {
  const written = new Map(progress.map((item) => [item.classId, item.writtenLines]));
  return classes
    .map((item) => ({
      classId: item._id,
      label: classLabelOf(ctx, item),
      homeroomTeacher: item.homeroomTeacherName,
      written: written.get(item._id) ?? 0,
      students: item.studentCount,
    }))
    .sort((a, b) => a.written / (a.students || 1) - b.written / (b.students || 1));
}

/** Everything a person owes today, in one trip whatever their roles. */
export async function listToday(ctx: Caller) {
  const { member, school, today, access } = ctx;
  access.authorize({ schoolId: school._id, memberId: member._id });
  const postings = member.postings.filter((posting) => posting.schoolId === school._id);
  const term = termAt(school.terms, today);
  const isOpen = term !== null && !isTermOver(term, today);
  const own = isOpen ? idsOf(postings, 'homeroomTeacher', 'classIds') : [];
  const mentees = isOpen ? idsOf(postings, 'mentor', 'studentIds') : [];
  const children = idsOf(postings, 'guardian', 'studentIds');
  const leads = postings.some(({ role }) => LEADING.includes(role));
  const reach = leads ? access.filterFor('classLedger.read') : [];

  const ids = { classIds: own, studentIds: mentees };
  const [students, entries, classes, progress] = await Promise.all([
    readStudentsOf(school._id, { ...ids, studentIds: [...mentees, ...children] }),
    isOpen ? readEntriesOf(school._id, term.id, ids) : [],
    readClassesIn(school._id, reach),
    term ? readProgress(school._id, term.id, reach) : [],
  ]);

  return {
    name: member.name,
    week: sayWeek(term, today, calendarOf(school.calendar, school.terms)),
    term: term && { id: term.id, label: termLabel(term) },
    duties: dutiesOf(ctx, own, mentees, { students, entries }),
    unseen: unseenToday(ctx, students, mentees),
    ledgers: progressOf(ctx, classes, progress),
    children: students
      .filter((student) => children.includes(student._id))
      .map((student) => ({
        studentId: student._id,
        name: student.name,
        classLabel: classLabelOf(ctx, student.classIdentity),
        mentor: student.mentorName,
      })),
  };
}
