import { summaryIdOf } from '../../domain/summary/summary.schema';
import { CAST, CAST_TERM, CLASSES, SCHOOL_ID } from '../../test/school/cast';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { principal, homeroomTeacher, leader, guardian } = CAST;
const READ = 2;

const placeId = CLASSES.seven3;
const periodId = `${CAST_TERM}-w09`;
const ofClass = summaryIdOf(periodId, placeId, 1);
const ofSchool = summaryIdOf(periodId, SCHOOL_ID, 1);
const token = writeIdOf('card');
const edit = (summaryId: string, key: string, rev: number) => ({
  summaryId,
  rev,
  writeId: writeIdOf(key),
});
const words = { good: '例会都按时开。', care: '', next: '' };

/** What summaries, cards for a chat and the leader's page may cost. */
export const SUMMARY_CALLS: Record<string, CostedCall> = {
  'summary.list': { as: homeroomTeacher, input: {}, billed: 4, trips: READ },
  'summary.list@principal': { as: principal, input: {}, billed: 4, trips: READ, readsPerClass: 1 },
  'summary.byId': { as: homeroomTeacher, input: { summaryId: ofClass }, billed: 4, trips: READ },
  'summary.record': {
    as: homeroomTeacher,
    input: { writeId: writeIdOf('summary'), level: 'class', placeId, periodId },
    billed: 10,
    trips: 7,
  },
  // The school is the sum of its classes: each has a summary to add.
  'summary.record@principal': {
    as: principal,
    input: { writeId: writeIdOf('school'), level: 'school', placeId: SCHOOL_ID, periodId },
    billed: 8,
    trips: 7,
    readsPerClass: 2,
  },
  'summary.revise': {
    as: homeroomTeacher,
    input: { ...edit(ofClass, 'words', 1), words },
    billed: 7,
    trips: 8,
  },
  'summary.signOff': { as: principal, input: edit(ofSchool, 'sign', 1), billed: 9, trips: 10 },
  'summaryCorrection.record': {
    as: principal,
    input: { ...edit(ofSchool, 'correct', 2), words, why: '家访少记了一次' },
    billed: 12,
    trips: 12,
    readsPerClass: 2,
  },
  'summaryCard.record': {
    as: homeroomTeacher,
    input: { summaryId: ofClass, token, writeId: writeIdOf('share') },
    billed: 6,
    trips: 7,
  },
  'summaryCard.byId': {
    as: homeroomTeacher,
    input: { summaryId: ofClass, token },
    billed: 5,
    trips: READ,
  },
  'summaryCard.byId@guardian': {
    as: guardian,
    input: { summaryId: ofClass, token },
    billed: 6,
    trips: READ,
  },
  // Its columns are the duties that are open, four to a question; its rows the classes within reach.
  'leader.list': { as: principal, input: {}, billed: 8, trips: READ, readsPerClass: 12 },
  'leader.list@leader': { as: leader, input: {}, billed: 8, trips: READ, readsPerClass: 12 },
};
