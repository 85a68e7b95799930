import { CONSENT_VERSION } from '../../../domain/joining/consent';
import { CLASSES } from '../../school/cast';
import { INVITATION_CODE, JOIN_CODE } from '../../school/joining';
import type { Example } from './examples';
import { newWriteId } from './writes';

/** What a guardian sends to be let in. */
export const guardianRequest = (more: object = {}) => ({
  code: JOIN_CODE,
  writeId: newWriteId(),
  guardianName: '周海宁',
  relation: 'father',
  childName: '苏予安',
  consentVersion: CONSENT_VERSION,
  isUnderFourteen: true,
  agreesForChild: true,
  ...more,
});

/** What the office sends to invite somebody. */
export const invitation = (more: object = {}) => ({
  writeId: newWriteId(),
  name: '新来的物理老师',
  postings: [
    { role: 'subjectTeacher', classIds: [CLASSES.seven3], divisionIds: [], subject: '物理' },
  ],
  maxUses: 1,
  ...more,
});

const byCode = (code: string) => ({ code, writeId: newWriteId() });

/** One valid input for every procedure of joining. */
export const JOINING_EXAMPLES: Readonly<Record<string, Example>> = {
  'guardianCode.record': {
    about: 'class',
    input: (classId) => ({ classId, writeId: newWriteId() }),
  },
  'guardianCode.close': { about: 'guardianCode', input: byCode },
  'guardianCode.export': { about: 'guardianCode', input: (code) => ({ code }) },
  'guardianDoor.byId': { about: 'anybody', input: () => ({ code: JOIN_CODE }) },
  'guardianDoor.submit': { about: 'anybody', input: () => guardianRequest() },
  'guardianDoor.list': { about: 'anybody', input: () => undefined },
  'guardianRequest.list': { about: 'class', input: (classId) => ({ classId }) },
  'guardianRequest.close': {
    about: 'guardianRequest',
    input: (requestId) => ({
      requestId,
      writeId: newWriteId(),
      decision: { state: 'refused', reason: '请再核对一下孩子的姓名。' },
    }),
  },
  'guardianRequest.void': {
    about: 'guardianRequest',
    input: (requestId) => ({ requestId, writeId: newWriteId() }),
  },
  'consent.list': { about: 'caller', input: () => undefined },
  'consent.close': {
    about: 'ownChildLast',
    input: (studentId) => ({ studentId, writeId: newWriteId() }),
  },
  'staffInvitation.list': { about: 'school', input: () => undefined },
  'staffInvitation.record': {
    about: 'school',
    input: () =>
      invitation({
        postings: [{ role: 'counsellor', classIds: [], divisionIds: [], subject: '' }],
      }),
  },
  'staffInvitation.close': { about: 'staffInvitation', input: byCode },
  'phoneDoor.byId': { about: 'anybody', input: () => undefined },
  // WeChat's code for a number is a story of its own: one that nobody was given lets nobody in.
  'phoneDoor.submit': { about: 'anybody', input: () => ({ phoneCode: 'nobodysCode00001' }) },
  'staffDoor.byId': { about: 'anybody', input: () => ({ code: INVITATION_CODE }) },
  'staffDoor.submit': {
    about: 'anybody',
    input: () => ({ ...byCode(INVITATION_CODE), name: '郑老师' }),
  },
};
