import { addDays } from '../../../domain/calendar/day';
import { CAST_TODAY } from '../../school/cast';
import { campaignIdOf } from '../../school/interaction-forms';
import type { Example } from './examples';
import { campaignOf, filled, form, schoolPart, sending } from './interaction-writes';
import { newWriteId } from './writes';

const nothing = () => undefined;

/** One valid input for every procedure of 互动表; see `examples.ts`. */
export const INTERACTION_EXAMPLES: Readonly<Record<string, Example>> = {
  'interactionForm.list': { about: 'caller', input: nothing },
  'interactionForm.revise': { about: 'school', input: () => form('own', 0) },
  'interactionCampaign.list': { about: 'caller', input: nothing },
  'interactionCampaign.plan': {
    about: 'class',
    input: (classId) => sending({ kind: 'class', classId }),
  },
  'interactionCampaign.revise': {
    about: 'campaign',
    input: (campaignId) => ({
      ...{ campaignId, rev: 0, writeId: newWriteId() },
      closesOn: addDays(CAST_TODAY, 20),
    }),
  },
  'interactionCampaign.close': {
    about: 'campaign',
    input: (campaignId) => ({ campaignId, rev: 0, writeId: newWriteId() }),
  },
  'interactionProgress.list': {
    about: 'reach',
    input: (schoolId) => ({ campaignId: campaignIdOf(schoolId, 'guardians') }),
  },
  'interactionRecord.list': {
    about: 'class',
    input: (classId) => ({ campaignId: campaignOf(classId, 'guardians'), classId }),
  },
  'interactionRecord.byId': {
    about: 'student',
    input: (studentId) => ({ campaignId: campaignOf(studentId, 'guardians'), studentId }),
  },
  'interactionRecord.submit': {
    about: 'student',
    input: (studentId) => filled(campaignOf(studentId, 'guardians'), studentId, 0),
  },
  'interactionRecord.record': {
    about: 'student',
    input: (studentId) => filled(campaignOf(studentId, 'students'), studentId, 0),
  },
  'interactionRecord.signOff': {
    about: 'student',
    input: (studentId) => ({
      ...{ campaignId: campaignOf(studentId, 'guardians'), studentId },
      writeId: newWriteId(),
    }),
  },
  'interactionPhoto.list': {
    about: 'student',
    input: (studentId) => ({ campaignId: campaignOf(studentId, 'guardians'), studentId }),
  },
  'schoolPart.revise': {
    about: 'student',
    input: (studentId) => schoolPart(campaignOf(studentId, 'guardians'), studentId, 0),
  },
  'interactionTally.byId': {
    about: 'class',
    input: (classId) => ({ campaignId: campaignOf(classId, 'guardians'), classId }),
  },
  'interactionText.list': {
    about: 'class',
    input: (classId) => ({
      ...{ campaignId: campaignOf(classId, 'guardians'), classId },
      questionKey: 'opinion',
    }),
  },
  'interactionTheme.revise': {
    about: 'class',
    input: (classId) => ({
      ...{ campaignId: campaignOf(classId, 'guardians'), classId, questionKey: 'opinion' },
      ...{ rev: 0, writeId: newWriteId(), themes: [], assigned: {} },
    }),
  },
  'interactionCode.record': {
    about: 'class',
    input: (classId) => ({
      ...{ campaignId: campaignOf(classId, 'students'), classId },
      writeId: newWriteId(),
    }),
  },
  'interactionCode.close': {
    about: 'interactionCode',
    input: (code) => ({ code, writeId: newWriteId() }),
  },
  'interactionSlip.byId': { about: 'anybody', input: nothing },
  'interactionSlip.submit': { about: 'anybody', input: nothing },
  'interactionDuty.list': { about: 'caller', input: nothing },
};
