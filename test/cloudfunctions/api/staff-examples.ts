import { newSchool } from '../../school/new-school';
import { SET_UP_CODE } from '../../school/set-up-code';
import type { Example } from './examples';
import { newWriteId } from './writes';

/** What the office fills in for one role; what the role does not name stays empty. */
export const posting = (role: string, named: object = {}) => ({
  role,
  ...{ classIds: [], divisionIds: [], studentIds: [], isWholeSchool: false, subject: '' },
  ...named,
});

/** Nobody's postings have changed so often: an outdated view of them. */
const NEVER = 99;

/** First run, classes and staff; part of the table in `examples.ts`. */
export const STAFF_EXAMPLES: Readonly<Record<string, Example>> = {
  'setUp.byId': { about: 'anybody', input: () => ({ code: SET_UP_CODE }) },
  'setUp.record': { about: 'anybody', input: () => newSchool(newWriteId()) },
  'school.byId': { about: 'school', input: () => undefined },
  'school.revise': {
    about: 'school',
    input: () => ({
      ...{ rev: 0, writeId: newWriteId(), name: '白杨小学', divisions: [] },
      campuses: [{ id: 'baiyang-campus1', label: '本部' }],
      officeNames: { studentAffairsOffice: '德育处', academicAffairsOffice: '教务处' },
    }),
  },
  'phoneJoining.revise': {
    about: 'school',
    input: () => ({ rev: 0, writeId: newWriteId(), isOn: true }),
  },
  'schoolClass.record': {
    about: 'school',
    input: () => ({
      ...{ rev: 0, writeId: newWriteId(), count: 1 },
      ...{ stage: 'primary', entryYear: 2026, campusId: 'baiyang-campus1' },
    }),
  },
  'schoolClass.close': {
    about: 'class',
    input: (classId) => ({ classId, writeId: newWriteId(), isClosed: true }),
  },
  'schoolClass.assign': {
    about: 'class',
    // To the division where it is: what others may see of it stays as the table says.
    input: (classId) => ({
      classId,
      writeId: newWriteId(),
      divisionId: classId.replace(/-c\d+$/, ''),
    }),
  },
  'staff.list': { about: 'school', input: () => undefined },
  'staff.byId': { about: 'staffMember', input: (memberId) => ({ memberId }) },
  'staff.revise': {
    about: 'staffMember',
    input: (memberId) => ({ memberId, rev: NEVER, writeId: newWriteId(), name: '新姓名' }),
  },
  'staff.assign': {
    about: 'staffMember',
    input: (memberId) => ({
      ...{ memberId, rev: NEVER, writeId: newWriteId() },
      postings: [posting('counsellor')],
    }),
  },
};
