import type { Answers } from '../../../domain/interaction-form/interaction-record.schema';
import { FORM_PRESETS } from '../../../domain/interaction-form/presets';
import { CAST_TODAY, OTHER_SCHOOL_ID, SCHOOL_ID } from '../../school/cast';
import { campaignIdOf, type SentForm } from '../../school/interaction-forms';
import { newWriteId } from './writes';

/** The campaign of the school that a class or student is of. */
export const campaignOf = (id: string, sent: SentForm): string =>
  campaignIdOf(id.startsWith(OTHER_SCHOOL_ID) ? OTHER_SCHOOL_ID : SCHOOL_ID, sent);

/** What a guardian or a student answers who answers only what must be. */
export const ANSWERS: Answers = { mood: ['o3'], homework: ['o1'], talk: ['o2'] };

/** What the phone sends to fill in a form. */
export const filled = (
  campaignId: string,
  studentId: string,
  rev: number,
  answers: Answers = {},
  writeId = newWriteId(),
) => {
  const isOfStudents = campaignId.endsWith('students');
  const asked = isOfStudents ? ['mood', 'talk'] : ['mood', 'homework'];
  const must = Object.fromEntries(asked.map((key) => [key, ANSWERS[key] ?? []]));
  return { campaignId, studentId, rev, writeId, answers: { ...must, ...answers } };
};

/** What the phone sends to write the school's part. */
export const schoolPart = (
  campaignId: string,
  studentId: string,
  rev: number,
  strengths = '课上爱提问',
  writeId = newWriteId(),
) => ({ campaignId, studentId, rev, writeId, strengths, progress: '', wish: '' });

/** What the phone sends to change a form of the school. */
export const form = (formId: string, rev: number, fields: object = {}) => ({
  ...{ formId, rev, writeId: newWriteId() },
  ...FORM_PRESETS.mentorGuardian,
  ...fields,
});

/** What the phone sends to send out a form. */
export const sending = (target: object, fields: object = {}) => {
  const writeId = newWriteId();
  return {
    ...{ campaignId: `c${writeId}`, writeId, formId: 'mentorGuardian', title: '互动表' },
    ...{ target, opensOn: CAST_TODAY, closesOn: CAST_TODAY },
    ...fields,
  };
};
