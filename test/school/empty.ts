/** What a school meets on its first day: `npm start -- --school test/school/empty.ts --fresh`. */
import type { Person } from '../../local-cloud/person';
import { migrate } from './seed';
import { FUNCTION_VARIABLES, SET_UP_CODE } from './set-up-code';

const somebody = (openid: string, name: string): Person => ({
  openid,
  name,
  roles: ['还没有学校的人'],
  schoolName: `开通码 ${SET_UP_CODE}`,
});

export const people: Person[] = [
  somebody('oFirst-office', '第一位老师'),
  somebody('oFirst-teacher', '第二位老师'),
  somebody('oFirst-guardian', '一位家长'),
];

export const variables = FUNCTION_VARIABLES;

/** Collections and indexes, and nothing in them. */
export const seedSchool = migrate;
