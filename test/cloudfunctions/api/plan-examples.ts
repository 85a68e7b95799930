import { CAST_TERM } from '../../school/cast';
import { classWork, newWriteId } from './writes';

const edit = (placeId: string, rev: number) => ({
  level: 'class',
  placeId,
  termId: CAST_TERM,
  rev,
  writeId: newWriteId(),
});

/** One valid input for every procedure of 学期会商计划, of 班级工作记录 and of printed books. */
export const PLAN_EXAMPLES = {
  'book.list': { about: 'caller', input: () => undefined },
  'termPlan.byId': { about: 'class', input: (placeId) => ({ level: 'class', placeId }) },
  'termPlan.list': { about: 'reach', input: () => ({}) },
  'termPlan.revise': {
    about: 'class',
    input: (placeId) => ({ ...edit(placeId, 0), goals: '', measures: '', rows: [] }),
  },
  // Nothing is written yet: whoever may file is told that it is stale.
  'termPlan.submit': { about: 'class', input: (placeId) => edit(placeId, 9) },
  'classWork.list': { about: 'class', input: (classId) => ({ classId }) },
  'classWork.record': { about: 'class', input: (classId) => classWork(classId) },
  'classWorkPhoto.list': { about: 'classWork', input: (workId) => ({ workId }) },
  'classWork.void': {
    about: 'classWork',
    input: (workId) => ({ workId, rev: 0, writeId: newWriteId(), reason: '记错了班' }),
  },
} as const satisfies Record<string, { about: string; input(id: string): unknown }>;
