import { newSchool } from '../../school/new-school';
import { SET_UP_CODE } from '../../school/set-up-code';
import type { Example } from './examples';
import { newWriteId } from './writes';

/** First run, classes and staff; part of the table in `examples.ts`. */
export const STAFF_EXAMPLES: Readonly<Record<string, Example>> = {
  'setUp.byId': { about: 'anybody', input: () => ({ code: SET_UP_CODE }) },
  'setUp.record': { about: 'anybody', input: () => newSchool(newWriteId()) },
};
