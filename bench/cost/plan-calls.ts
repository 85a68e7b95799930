import { workPhotoPathOf } from '../../domain/class-work/class-work.schema';
import { CAST, CLASSES } from '../../test/school/cast';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, academicAffairsOffice, leader } = CAST;
const placeId = CLASSES.seven3;

/** The one that `classWork.record` stores, for those who change it. */
const WORK = 'work0of0the0costs000';

const READ = 2;

/** What the procedures of 学期会商计划, of 班级工作记录 and of printed books may cost; see `calls.ts`. */
export const PLAN_CALLS: Record<string, CostedCall> = {
  'book.list': { as: academicAffairsOffice, billed: 4, trips: READ, readsPerClass: 1 },
  'termPlan.byId': { as: homeroomTeacher, about: placeId, billed: 4, trips: READ },
  'termPlan.list': { as: academicAffairsOffice, billed: 4, trips: READ, readsPerClass: 2 },
  'termPlan.revise': {
    as: homeroomTeacher,
    about: placeId,
    input: { goals: '每名学生都有人说得出他的进步', rows: [{ when: '第9周', what: '例会' }] },
    billed: 7,
    trips: 7,
  },
  'termPlan.submit': {
    as: homeroomTeacher,
    about: placeId,
    input: { rev: 1 },
    billed: 10,
    trips: 10,
  },
  'classWork.list': { as: homeroomTeacher, about: placeId, billed: 4, trips: READ },
  'classWork.list@leader': { as: leader, billed: 3, trips: READ },
  'classWork.record': {
    as: homeroomTeacher,
    about: placeId,
    input: {
      workId: WORK,
      photos: [`cloud://local/${workPhotoPathOf(WORK, 'photo0of0the0costs00')}`],
    },
    billed: 9,
    trips: 10,
  },
  'classWorkPhoto.list': { as: homeroomTeacher, about: WORK, billed: 4, trips: 3 },
  'classWork.void': { as: homeroomTeacher, about: WORK, input: { rev: 1 }, billed: 9, trips: 10 },
};
