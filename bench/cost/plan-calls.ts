import { CAST, CAST_TERM, CLASSES } from '../../test/school/cast';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, academicAffairsOffice } = CAST;
const of = { level: 'class', placeId: CLASSES.seven3 };
const edit = (key: string, rev: number) => ({
  ...of,
  termId: CAST_TERM,
  rev,
  writeId: writeIdOf(key),
});

const READ = 2;

/** What the procedures of 学期会商计划 and of printed books may cost; see `calls.ts`. */
export const PLAN_CALLS: Record<string, CostedCall> = {
  'book.list': {
    as: academicAffairsOffice,
    input: undefined,
    billed: 4,
    trips: READ,
    readsPerClass: 1,
  },
  'termPlan.byId': { as: homeroomTeacher, input: of, billed: 4, trips: READ },
  'termPlan.list': {
    as: academicAffairsOffice,
    input: {},
    billed: 4,
    trips: READ,
    readsPerClass: 2,
  },
  'termPlan.revise': {
    as: homeroomTeacher,
    input: {
      ...edit('write plan', 0),
      goals: '每名学生都有人说得出他的进步',
      measures: '每周一次会商，每次看三名学生',
      rows: [{ when: '第9周', what: '班级学情会商例会' }],
    },
    billed: 7,
    trips: 7,
  },
  'termPlan.submit': {
    as: homeroomTeacher,
    input: edit('file plan', 1),
    billed: 10,
    trips: 10,
  },
};
