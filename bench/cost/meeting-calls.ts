import { addDays } from '../../domain/calendar/day';
import { CAST, CAST_TODAY, CLASSES, STUDENTS } from '../../test/school/cast';
import { meetingIdOf } from '../../test/school/consultations';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, principal, studentAffairsOffice } = CAST;
const placeId = CLASSES.seven3;
/** One that is planned here and held to its end; a made one that waits to be signed. */
export const consultationId = 'meeting0of0the0costs';
const conference = meetingIdOf(placeId, 'conference');
export const itemId = 'item0of0the0costs000';

const READ = 2;
const edit = (key: string, rev: number) => ({ consultationId, rev, writeId: writeIdOf(key) });
const tap = (id: string, key: string) => ({ consultationId: id, writeId: writeIdOf(key) });

/** What the procedures of meetings may cost, in the order of a meeting's life; see `calls.ts`. */
export const MEETING_CALLS: Record<string, CostedCall> = {
  // Settings of the whole school: every class is counted, to say what a duty amounts to.
  'regulation.byId': {
    as: principal,
    input: undefined,
    billed: 3,
    trips: READ,
    readsPerClass: 1,
  },
  'consultationForm.byId': {
    as: homeroomTeacher,
    input: { kindId: 'weeklyConsultation', placeId },
    billed: 5,
    trips: READ,
  },
  'consultation.plan': {
    as: homeroomTeacher,
    input: {
      ...edit('plan meeting', 0),
      kindId: 'weeklyConsultation',
      placeId,
      on: CAST_TODAY,
      startsAt: '16:10',
      place: '会议室',
      agenda: '作业量',
      chairId: null,
      recorderId: homeroomTeacher.openid,
    },
    billed: 8,
    trips: 8,
  },
  'consultation.revise': {
    as: homeroomTeacher,
    input: {
      ...edit('move meeting', 1),
      change: 'moved',
      on: CAST_TODAY,
      startsAt: '16:30',
      place: '会议室',
      reason: '会议室有考试',
    },
    billed: 7,
    trips: 8,
  },
  'consultationPreparation.record': {
    as: homeroomTeacher,
    input: {
      ...tap(consultationId, 'prepare'),
      topicsSent: true,
      dataPackFor: [],
      campaignIds: [],
    },
    billed: 6,
    trips: 7,
  },
  'consultationApproval.record': {
    as: studentAffairsOffice,
    input: { ...tap(conference, 'approve'), matter: 'plan', by: 'administrativeMeeting' },
    billed: 6,
    trips: 7,
  },
  'consultationAttendance.record': {
    as: homeroomTeacher,
    input: {
      ...tap(consultationId, 'attend'),
      came: [homeroomTeacher.openid],
      notCame: [],
      studentsCame: [STUDENTS.firstChild._id],
      studentsNotCame: [],
      guests: [],
    },
    billed: 7,
    trips: 7,
  },
  'consultationItem.record': {
    as: homeroomTeacher,
    input: {
      ...edit('say', 0),
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
    input: {
      resolutionId: `${meetingIdOf(placeId, 'signed')}~b`,
      consultationId,
      rev: 1,
      writeId: writeIdOf('review'),
      verdict: 'late',
      words: '忙运动会。',
      dueOn: addDays(CAST_TODAY, 7),
    },
    billed: 8,
    trips: 9,
  },
  'consultation.byId': {
    as: homeroomTeacher,
    input: { consultationId, placeId },
    billed: 6,
    trips: READ,
  },
  'consultationAgenda.list': {
    as: homeroomTeacher,
    input: { scope: 'class', placeId },
    billed: 8,
    trips: READ,
  },
  // With one decision and one student's part; each further one adds two requests.
  'consultation.close': {
    as: homeroomTeacher,
    input: {
      ...edit('close meeting', 2),
      minutes: '商定了一件事。',
      breachReason: '有两位老师在外听课。',
    },
    billed: 15,
    trips: 14,
  },
  'consultationReport.submit': {
    as: homeroomTeacher,
    input: { ...tap(consultationId, 'report'), text: '会后按意见做了三件事。' },
    billed: 6,
    trips: 7,
  },
  // One's reach and one's invitations are a query each.
  'consultation.list': { as: homeroomTeacher, input: {}, billed: 7, trips: READ },
  'consultation.list@principal': {
    as: principal,
    input: {},
    billed: 5,
    trips: READ,
    readsPerClass: 5,
  },
  'consultation.record': {
    as: homeroomTeacher,
    input: {
      ...tap('meeting1of0the0costs', 'huddle'),
      classId: placeId,
      line: '今天课间安静多了。',
    },
    billed: 9,
    trips: 9,
  },
};
