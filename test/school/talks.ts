import { type Audit, auditIdOf } from '../../cloudfunctions/kernel/audit';
import { addDays, type Day } from '../../domain/calendar/day';
import type { Term } from '../../domain/calendar/term';
import type { Mentorship } from '../../domain/mentoring/mentorship.schema';
import type { Stored } from '../../domain/schema';
import { MENTORING_PRESET } from '../../domain/school/mentoring-settings.schema';
import type { Student } from '../../domain/school/roster.schema';
import { agreedUntil, lastTalkOf, talkExcerpt, talkTitle } from '../../domain/talk/talk.rules';
import { TALK_TOPICS, type Talk, type TalkTopic, talkIdOf } from '../../domain/talk/talk.schema';
import type { TimelineItem } from '../../domain/timeline/timeline.schema';
import { drawAgreed, drawSaid } from './lines';
import { type Random, randomOf, writeIdOf } from './random';
import type { ClassRoster, Person } from './roster';

export interface MentoringDocuments {
  /** Those of the class, as their talks left them. */
  students: Student[];
  mentorships: Mentorship[];
  talks: Talk[];
  timeline: TimelineItem[];
  audits: Audit[];
}

interface MentoringOptions {
  roster: ClassRoster;
  term: Term;
  today: Day;
  seed: string;
}

/** Talks are held every two weeks. */
const EVERY = 14;
/**
 * Days since the last talk, by place, turn by turn: seen this week, last week, too long ago, and
 * not at all this term. So every mentor has somebody to see.
 */
const DAYS_AGO = [3, 9, 18, null] as const;
const daysAgoOf = (place: number) => DAYS_AGO[(place - 1) % DAYS_AGO.length] ?? null;

const TOPICS = Object.keys(TALK_TOPICS) as TalkTopic[];

const stampsOf = (schoolId: string, { _id, name }: Person, at: Date): Omit<Stored, '_id'> => ({
  schemaVersion: 1,
  schoolId,
  createdAt: at,
  createdBy: _id,
  updatedAt: at,
  updatedBy: _id,
  updatedByName: name,
  rev: 1,
});

const inTheAfternoon = (day: Day) => new Date(`${day}T16:20:00+08:00`);

/** The days on which a student was talked with this term, earliest first. */
function daysOf(place: number, term: Term, today: Day): Day[] {
  const daysAgo = daysAgoOf(place);
  if (daysAgo === null) return [];
  const days: Day[] = [];
  for (let day = addDays(today, -daysAgo); day >= term.startsOn; day = addDays(day, -EVERY)) {
    days.unshift(day);
  }
  return days;
}

function makeTalk(student: Student, mentor: Person, on: Day, term: Term, random: Random): Talk {
  const lastWriteId = writeIdOf(`talk ${student._id} ${on}`);
  const isNoChange = random.chance(0.2);
  return {
    _id: talkIdOf(lastWriteId, student._id),
    ...stampsOf(student.schoolId, mentor, inTheAfternoon(on)),
    studentId: student._id,
    classId: student.classId,
    divisionId: student.divisionId,
    termId: term.id,
    on,
    byName: mentor.name,
    how: random.chance(0.85) ? 'inPerson' : 'phone',
    topics: isNoChange ? [] : random.shuffle(TOPICS).slice(0, 1 + random.below(2)),
    said: isNoChange ? '' : drawSaid(random),
    agreed: isNoChange ? '' : drawAgreed(random),
    reflection: '',
    nextOn: random.chance(0.5) ? addDays(on, EVERY) : null,
    isNoChange,
    hasSealed: false,
    voidedAt: null,
    voidReason: '',
    lastWriteId,
  };
}

const timelineOf = (talk: Talk): TimelineItem => ({
  _id: `talk~${talk._id}~${talk.studentId}`,
  schemaVersion: 1,
  schoolId: talk.schoolId,
  studentId: talk.studentId,
  classId: talk.classId,
  divisionId: talk.divisionId,
  at: talk.createdAt,
  kind: 'talk',
  refId: talk._id,
  title: talkTitle(talk),
  excerpt: talkExcerpt(talk),
  isSealed: false,
  noteId: null,
  agreed: talk.agreed || null,
  agreedUntil: talk.agreed ? agreedUntil(talk, MENTORING_PRESET) : null,
  audience: 'staff',
  by: talk.createdBy,
  byName: talk.byName,
  voidedAt: null,
});

const auditOf = (talk: Talk): Audit => ({
  _id: auditIdOf(talk._id, talk.lastWriteId),
  kind: 'recorded',
  schemaVersion: 1,
  schoolId: talk.schoolId,
  at: talk.createdAt,
  by: talk.createdBy,
  byName: talk.byName,
  action: 'talk.record',
  collection: 'talks',
  documentId: talk._id,
  studentId: talk.studentId,
  why: { role: 'mentor', scope: 'mentees' },
  reason: null,
});

/** The mentorship of each student, and the talks that mentors held this term until yesterday. */
export function makeMentoring({ roster, term, today, seed }: MentoringOptions): MentoringDocuments {
  const made: MentoringDocuments = {
    students: [],
    mentorships: [],
    talks: [],
    timeline: [],
    audits: [],
  };
  for (const [index, student] of roster.students.entries()) {
    const { mentorId, mentorName, mentorshipId, mentorSince } = student;
    if (!mentorId || !mentorName || !mentorshipId || !mentorSince) {
      made.students.push(student);
      continue;
    }
    const mentor = { _id: mentorId, name: mentorName };
    made.mentorships.push({
      _id: mentorshipId,
      ...stampsOf(student.schoolId, roster.homeroomTeacher, student.createdAt),
      studentId: student._id,
      classId: student.classId,
      divisionId: student.divisionId,
      mentorId,
      mentorName,
      from: mentorSince,
      until: null,
      reason: '',
    });
    const random = randomOf(`${seed} talks ${student._id}`);
    const talks = daysOf(index + 1, term, today).map((on) =>
      makeTalk(student, mentor, on, term, random),
    );
    const last = talks.at(-1);
    made.students.push(last ? { ...student, ...lastTalkOf(last) } : student);
    made.talks.push(...talks);
    made.timeline.push(...talks.map(timelineOf));
    made.audits.push(...talks.map(auditOf));
  }
  return made;
}
