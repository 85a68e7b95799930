import { mentorshipIdOf } from '../../domain/mentoring/mentorship.schema';
import { talkIdOf } from '../../domain/talk/talk.schema';
import { CAST, CLASSES, STUDENTS, studentIdOf } from '../../test/school/cast';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, mentor, leader, principal } = CAST;
const classId = CLASSES.seven3;
const READ = 2;

const mentee = STUDENTS.menteeIn73._id;
/** Another mentee of the same mentor, who gets a new one. */
const given = studentIdOf(classId, 4);
/** The one that `talk.record` stores, for those who change it. */
const recordedTalk = talkIdOf(writeIdOf('talk'), mentee);

/** What mentorships and talks may cost; see `calls.ts`. */
export const MENTORING_CALLS: Record<string, CostedCall> = {
  'mentoringSetting.list': { as: principal, billed: 2, trips: READ },
  'mentoringSetting.revise': {
    as: principal,
    input: { rev: 1 },
    billed: 6,
    trips: 7,
  },
  'mentee.list': { as: homeroomTeacher, billed: 3, trips: READ },
  // Anybody of the staff may become a mentor: the whole staff is read, some eight a class.
  'mentorship.plan': {
    as: homeroomTeacher,
    billed: 5,
    trips: READ,
    readsPerClass: 8,
  },
  'mentorship.byId': { as: mentor, about: mentee, billed: 4, trips: READ },
  // One student from one mentor to another; each further one adds five requests.
  'mentorship.assign': {
    as: homeroomTeacher,
    about: given,
    input: {
      mentorId: homeroomTeacher.openid,
      students: [{ studentId: given, mentorshipId: mentorshipIdOf('first', given) }],
    },
    billed: 15,
    trips: 15,
  },

  'talk.list': { as: mentor, about: mentee, billed: 4, trips: READ },
  'talk.record': {
    as: mentor,
    about: mentee,
    input: { writeId: writeIdOf('talk') },
    billed: 11,
    trips: 12,
  },
  'talk.revise': {
    as: mentor,
    about: recordedTalk,
    input: { rev: 1 },
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
    about: recordedTalk,
    billed: 13,
    trips: 14,
  },
  // One query for the class, one for the mentees.
  'unseen.list': { as: homeroomTeacher, billed: 4, trips: READ },
  'unseen.list@principal': { as: principal, billed: 3, trips: READ },
  // Sponsor of a grade that a school of one class does not have.
  'unseen.list@leader': { as: leader, billed: 4, trips: READ, readsPerClass: 1 },
};
