import { type Audit, auditIdOf } from '../../cloudfunctions/kernel/audit';
import { addDays, type Day } from '../../domain/calendar/day';
import type { Term } from '../../domain/calendar/term';
import {
  feedbackDueOn,
  NO_VISIT_WORDS,
  visitTitle,
} from '../../domain/home-visit/home-visit.rules';
import type { HomeVisit } from '../../domain/home-visit/home-visit.schema';
import type { Stored } from '../../domain/schema';
import type { Student } from '../../domain/school/roster.schema';
import { type SealedNote, sealedNoteIdOf } from '../../domain/sealed-note/sealed-note.schema';
import type { TimelineItem } from '../../domain/timeline/timeline.schema';
import { CAST, CLASSES } from './cast';
import { drawFamilyNote } from './lines';
import { type Random, randomOf, writeIdOf } from './random';
import type { ClassRoster, Person } from './roster';
import { timelineItem } from './timeline';

export interface HomeVisitDocuments {
  /** Those of the class, as their visits left them. */
  students: Student[];
  homeVisits: HomeVisit[];
  sealedNotes: SealedNote[];
  timeline: TimelineItem[];
  audits: Audit[];
}

interface HomeVisitOptions {
  roster: ClassRoster;
  students: readonly Student[];
  term: Term;
  today: Day;
  seed: string;
}

/** How the visit of a student stands, by place, turn by turn; those not named were not visited. */
type Standing =
  | { is: 'closed'; daysAgo: number }
  | { is: 'visited'; daysAgo: number; isWithCompanion?: boolean; hasSealed?: boolean }
  | { is: 'planned'; inDays: number };

const STANDINGS: readonly (Standing | null)[] = [
  { is: 'closed', daysAgo: 24 },
  // Its feedback is overdue.
  { is: 'visited', daysAgo: 9 },
  null,
  { is: 'visited', daysAgo: 3, isWithCompanion: true, hasSealed: true },
  { is: 'planned', inDays: 1 },
  null,
  null,
  { is: 'closed', daysAgo: 33 },
  null,
];
/** Only so many of a class owe something at once; after them, visits are closed or not begun. */
const PLACES_THAT_OWE = STANDINGS.length;

function standingOf(place: number): Standing | null {
  const standing = STANDINGS[(place - 1) % STANDINGS.length] ?? null;
  return place <= PLACES_THAT_OWE || standing?.is === 'closed' ? standing : null;
}

const LEARNED = [
  '书桌在窗边，自己贴了作息表，晚上九点半睡。',
  '孩子在家主动洗碗、照看弟弟，家里很放心。',
  '作业写得晚，写完还想看一会儿手机。',
  '喜欢画画，画了一整本的植物。',
  '说起数学有点着急，其他功课都愿意聊。',
];
const AGREED = [
  '九点前把手机放到客厅，一家人都放。',
  '周三、周五各读半小时书，家长陪着读。',
  '错题每天整理两道，周末发给老师看。',
  '每天晚饭后说一件学校里的事。',
];
const EFFECTS = ['作业交得早了，上课也更精神。', '愿意和家里说学校的事了。', '错题本坚持了两周。'];

const at = (day: Day) => new Date(`${day}T18:30:00+08:00`);

const stampsOf = (schoolId: string, who: Person, created: Day, changed: Day, rev: number) => ({
  schemaVersion: 1,
  schoolId,
  createdAt: at(created),
  createdBy: who._id,
  updatedAt: at(changed),
  updatedBy: who._id,
  updatedByName: who.name,
  rev,
});

interface Part {
  student: Student;
  visitor: Person;
  companion: Person | undefined;
  term: Term;
  today: Day;
  random: Random;
}

function makeVisit(standing: Standing, part: Part): HomeVisit {
  const { student, visitor, term, today, random } = part;
  const isPlanned = standing.is === 'planned';
  const visitedOn = isPlanned ? null : addDays(today, -standing.daysAgo);
  const plannedOn = isPlanned ? addDays(today, standing.inDays) : visitedOn;
  const companion =
    standing.is === 'visited' && standing.isWithCompanion ? part.companion : undefined;
  const isClosed = standing.is === 'closed';
  const closedOn = visitedOn && addDays(visitedOn, isClosed ? 6 : 0);
  const stamps = isPlanned
    ? stampsOf(student.schoolId, visitor, addDays(today, -2), addDays(today, -2), 1)
    : stampsOf(student.schoolId, visitor, visitedOn as Day, closedOn as Day, isClosed ? 2 : 1);
  const plan: Partial<HomeVisit> = {
    reasons: [random.pick(['progress', 'study', 'life', 'communication'] as const)],
    plannedOn,
    partners: ['mother'],
    askAbout: isPlanned ? '在家怎么安排时间，最近对什么最有兴趣。' : '',
  };
  const words: Partial<HomeVisit> = visitedOn
    ? {
        way: random.chance(0.7) ? 'inPerson' : 'phone',
        visitedOn,
        met: ['mother', 'student'],
        learned: random.pick(LEARNED),
        agreed: random.pick(AGREED),
      }
    : {};
  return {
    _id: `visit~${student._id}`,
    ...stamps,
    ...NO_VISIT_WORDS,
    ...plan,
    ...words,
    ...(isClosed && { effect: 'better' as const, effectText: random.pick(EFFECTS) }),
    studentId: student._id,
    studentName: student.name,
    classId: student.classId,
    divisionId: student.divisionId,
    termId: term.id,
    status: standing.is,
    visitorId: visitor._id,
    visitorName: visitor.name,
    companionId: companion?._id ?? null,
    companionName: companion?.name ?? null,
    confirmedAt: null,
    awaitsId: companion?._id ?? null,
    dueOn: dueOf(standing, plannedOn, visitedOn),
    hasSealed: standing.is === 'visited' && standing.hasSealed === true,
    voidedAt: null,
    voidReason: '',
    lastWriteId: writeIdOf(`visit ${student._id}`),
  };
}

function dueOf({ is }: Standing, plannedOn: Day | null, visitedOn: Day | null): Day | null {
  if (is === 'planned') return plannedOn;
  return is === 'visited' && visitedOn ? feedbackDueOn(visitedOn) : null;
}

const noteOf = (visit: HomeVisit): TimelineItem =>
  timelineItem(
    visit,
    { openid: visit.visitorId, name: visit.visitorName, postings: [] },
    {
      kind: 'homeVisit',
      refId: visit._id,
      at: visit.createdAt,
      title: visitTitle(visit),
      excerpt: visit.agreed,
      audience: 'family',
      agreed: visit.dueOn ? visit.agreed : null,
      agreedUntil: visit.dueOn,
    },
  );

const sealedOf = (visit: HomeVisit, random: Random): SealedNote => {
  const { rev: _rev, ...stamps } = stampsOf(
    visit.schoolId,
    { _id: visit.visitorId, name: visit.visitorName },
    visit.visitedOn as Day,
    visit.visitedOn as Day,
    1,
  );
  return {
    _id: sealedNoteIdOf(visit._id, 'homeVisit'),
    ...stamps,
    rev: 1,
    ofId: visit._id,
    kind: 'homeVisit',
    classId: visit.classId,
    divisionId: visit.divisionId,
    studentId: visit.studentId,
    text: drawFamilyNote(random),
    rows: {},
    lastWriteId: writeIdOf(`sealed ${visit._id}`),
  };
};

const auditOf = (
  of: Stored & { lastWriteId: string; studentId: string | null },
  deed: Pick<Audit, 'action' | 'collection'>,
): Audit => ({
  _id: auditIdOf(of._id, of.lastWriteId),
  kind: 'recorded',
  schemaVersion: 1,
  schoolId: of.schoolId,
  at: of.updatedAt,
  by: of.updatedBy,
  byName: of.updatedByName,
  ...deed,
  documentId: of._id,
  studentId: of.studentId,
  why: { role: 'homeroomTeacher', scope: 'class' },
  reason: null,
});

/** What the homeroom teacher has visited and planned this term. */
export function makeHomeVisits(options: HomeVisitOptions): HomeVisitDocuments {
  const { roster, students, term, today, seed } = options;
  const { homeroomTeacher: visitor, schoolClass } = roster;
  const maths = { _id: CAST.subjectTeacher.openid, name: CAST.subjectTeacher.name };
  const companion = schoolClass._id === CLASSES.seven3 ? maths : roster.teachers[0];
  const made: HomeVisitDocuments = {
    students: [],
    homeVisits: [],
    sealedNotes: [],
    timeline: [],
    audits: [],
  };
  for (const [index, student] of students.entries()) {
    const standing = student.status === 'enrolled' ? standingOf(index + 1) : null;
    const random = randomOf(`${seed} visit ${student._id}`);
    const part = { student, visitor, companion, term, today, random };
    const visit = standing && makeVisit(standing, part);
    // Early in a term there is nothing behind the teachers yet.
    if (!visit || (visit.visitedOn !== null && visit.visitedOn < term.startsOn)) {
      made.students.push(student);
      continue;
    }
    made.students.push({ ...student, lastVisitOn: visit.visitedOn });
    made.homeVisits.push(visit);
    made.audits.push(auditOf(visit, { action: 'homeVisit.record', collection: 'homeVisits' }));
    if (visit.visitedOn) made.timeline.push(noteOf(visit));
    if (visit.hasSealed) {
      const note = sealedOf(visit, random);
      made.sealedNotes.push(note);
      made.audits.push(auditOf(note, { action: 'sealedNote.revise', collection: 'sealedNotes' }));
    }
  }
  return made;
}
