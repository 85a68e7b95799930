import { addDays } from '../../domain/calendar/day';
import { CAST, CAST_TODAY, CLASSES, STUDENTS } from '../../test/school/cast';
import { meetingIdOf } from '../../test/school/consultations';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, principal, studentAffairsOffice, subjectTeacher } = CAST;
const placeId = CLASSES.seven3;
/** One that is planned here and held to its end; a made one that waits to be signed. */
export const consultationId = 'meeting0of0the0costs';
const conference = meetingIdOf(placeId, 'conference');
export const itemId = 'item0of0the0costs000';
const TOPIC = 'topic0of0the0costs00';

const READ = 2;

/** What the procedures of meetings may cost, in the order of a meeting's life; see `calls.ts`. */
export const MEETING_CALLS: Record<string, CostedCall> = {
  // Settings of the whole school: every class is counted, to say what a duty amounts to.
  'regulation.byId': {
    as: principal,
    billed: 3,
    trips: READ,
    readsPerClass: 1,
  },
  'consultationForm.byId': {
    as: homeroomTeacher,
    about: placeId,
    billed: 5,
    trips: READ,
  },
  'consultation.plan': {
    as: homeroomTeacher,
    about: placeId,
    input: { consultationId, recorderId: homeroomTeacher.openid },
    billed: 8,
    trips: 8,
  },
  'consultation.revise': {
    as: homeroomTeacher,
    about: consultationId,
    input: { rev: 1, startsAt: '16:30', place: '会议室' },
    billed: 7,
    trips: 8,
  },
  'consultationPreparation.record': {
    as: homeroomTeacher,
    about: consultationId,
    billed: 7,
    trips: 8,
  },
  'consultationApproval.record': {
    as: studentAffairsOffice,
    about: conference,
    billed: 9,
    trips: 10,
  },
  'consultationAttendance.record': {
    as: homeroomTeacher,
    about: consultationId,
    input: { came: [homeroomTeacher.openid], studentsCame: [STUDENTS.firstChild._id] },
    billed: 8,
    trips: 8,
  },
  'consultationItem.record': {
    as: homeroomTeacher,
    about: consultationId,
    input: {
      itemId,
      words: {
        kind: 'student',
        studentId: STUDENTS.firstChild._id,
        status: '作业拖到很晚。',
        cause: '不敢问。',
        measure: '每天先做数学。',
        ownerId: homeroomTeacher.openid,
        helperIds: [],
        dueOn: addDays(CAST_TODAY, 7),
      },
    },
    billed: 9,
    trips: 9,
  },
  'resolution.revise': {
    as: homeroomTeacher,
    about: `${meetingIdOf(placeId, 'signed')}~b`,
    input: {
      consultationId,
      rev: 1,
      verdict: 'late',
      words: '忙运动会。',
      dueOn: addDays(CAST_TODAY, 7),
    },
    billed: 8,
    trips: 9,
  },
  'consultation.byId': {
    as: homeroomTeacher,
    about: consultationId,
    input: { placeId },
    billed: 6,
    trips: READ,
  },
  // Forms of the last weeks and cases just opened are looked through for those of the class.
  'consultationAgenda.list': {
    as: homeroomTeacher,
    about: placeId,
    billed: 8,
    trips: READ,
    readsPerClass: 4,
  },
  'consultationTopic.record': {
    as: homeroomTeacher,
    about: placeId,
    input: { topicId: TOPIC },
    billed: 7,
    trips: 8,
  },
  'consultationTopic.record@second': { as: subjectTeacher, about: placeId, billed: 8, trips: 9 },
  'consultationTopic.void': {
    as: homeroomTeacher,
    about: placeId,
    input: { topicId: TOPIC },
    billed: 8,
    trips: 9,
  },
  // With a topic that waited, one decision and one student's part; each further one adds two requests.
  'consultation.close': {
    as: homeroomTeacher,
    about: consultationId,
    input: { rev: 2, minutes: '商定了一件事。', breachReason: '有两位老师在外听课。' },
    billed: 18,
    trips: 17,
  },
  'consultationReport.submit': {
    as: homeroomTeacher,
    about: consultationId,
    billed: 7,
    trips: 8,
  },
  // One's reach and one's invitations are a query each.
  'consultation.list': { as: homeroomTeacher, billed: 7, trips: READ },
  'consultation.list@principal': {
    as: principal,
    billed: 5,
    trips: READ,
    readsPerClass: 5,
  },
  'consultation.record': {
    as: homeroomTeacher,
    about: placeId,
    input: { consultationId: 'meeting1of0the0costs' },
    billed: 9,
    trips: 9,
  },
};
