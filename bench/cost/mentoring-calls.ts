import { mentorshipIdOf } from '../../domain/mentoring/mentorship.schema';
import { talkIdOf } from '../../domain/talk/talk.schema';
import { CAST, CAST_TODAY, CLASSES, STUDENTS, studentIdOf } from '../../test/school/cast';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, mentor, leader, principal } = CAST;
const classId = CLASSES.seven3;
const READ = 2;

const mentee = STUDENTS.menteeIn73._id;
/** Another mentee of the same mentor, who gets a new one. */
const given = studentIdOf(classId, 4);
const talkWords = {
  how: 'inPerson',
  topics: ['study'],
  said: '说这两周作业写得快了。',
  agreed: '每天先做数学。',
  reflection: '',
  nextOn: null,
};
const talk = { ...talkWords, on: CAST_TODAY, isNoChange: false };
/** The one that `talk.record` stores, for those who change it. */
const recordedTalk = talkIdOf(writeIdOf('talk'), mentee);

/** What mentorships and talks may cost; see `calls.ts`. */
export const MENTORING_CALLS: Record<string, CostedCall> = {
  'mentoringSetting.list': { as: principal, input: undefined, billed: 2, trips: READ },
  'mentoringSetting.revise': {
    as: principal,
    input: { rev: 1, writeId: writeIdOf('mentoring'), capacity: 15, talkEveryDays: 14 },
    billed: 6,
    trips: 7,
  },
  'mentee.list': { as: homeroomTeacher, input: {}, billed: 3, trips: READ },
  // Anybody of the staff may become a mentor: the whole staff is read, some eight a class.
  'mentorship.plan': {
    as: homeroomTeacher,
    input: {},
    billed: 5,
    trips: READ,
    readsPerClass: 8,
  },
  'mentorship.byId': { as: mentor, input: { studentId: mentee }, billed: 4, trips: READ },
  // One student from one mentor to another; each further one adds five requests.
  'mentorship.assign': {
    as: homeroomTeacher,
    input: {
      writeId: writeIdOf('assign'),
      mentorId: homeroomTeacher.openid,
      students: [{ studentId: given, mentorshipId: mentorshipIdOf('first', given) }],
      reason: '换到本班老师。',
    },
    billed: 15,
    trips: 15,
  },

  'talk.list': { as: mentor, input: { studentId: mentee }, billed: 4, trips: READ },
  'talk.record': {
    as: mentor,
    input: { writeId: writeIdOf('talk'), studentIds: [mentee], ...talk },
    billed: 11,
    trips: 12,
  },
  'talk.revise': {
    as: mentor,
    input: { talkId: recordedTalk, rev: 1, writeId: writeIdOf('reflect'), ...talkWords },
    billed: 12,
    trips: 13,
  },
  'sealedNote.reviseTalk': {
    as: mentor,
    input: { talkId: recordedTalk, rev: 0, writeId: writeIdOf('sealed talk'), text: '家里的变化' },
    billed: 9,
    trips: 9,
  },
  'talk.void': {
    as: mentor,
    input: { talkId: recordedTalk, writeId: writeIdOf('void'), reason: '点错了' },
    billed: 13,
    trips: 14,
  },
  // One query for the class, one for the mentees.
  'unseen.list': { as: homeroomTeacher, input: {}, billed: 4, trips: READ },
  'unseen.list@principal': { as: principal, input: {}, billed: 3, trips: READ },
  // Sponsor of a grade that a school of one class does not have.
  'unseen.list@leader': { as: leader, input: {}, billed: 4, trips: READ, readsPerClass: 1 },
};
