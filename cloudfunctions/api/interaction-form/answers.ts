import { AppError } from '../../../domain/errors';
import type { InteractionCampaign } from '../../../domain/interaction-form/interaction-campaign.schema';
import { refusedAnswers } from '../../../domain/interaction-form/interaction-form.rules';
import {
  type CheckState,
  type InteractionRecord,
  recordIdOf,
} from '../../../domain/interaction-form/interaction-record.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { checkContent } from '../../kernel/content-safety';
import { newStamps, type Writer } from '../../kernel/database';

/** @throws AppError badInput with a sentence per question */
export function refuseAnswers(
  questions: InteractionCampaign['questions'],
  answers: InteractionRecord['answers'],
  recordId: string,
): void {
  const refused = Object.entries(refusedAnswers(questions, answers, recordId));
  const [first] = refused;
  if (!first) return;
  throw new AppError('badInput', {
    sentence: first[1],
    fields: Object.fromEntries(refused.map(([key, sentence]) => [`answers.${key}`, sentence])),
  });
}

/** @throws AppError contentRefused for words that the platform forbids */
export async function checkWords(openid: string, words: string): Promise<CheckState> {
  if (words === '') return 'pass';
  const verdict = await checkContent(openid, [words]);
  if (verdict === 'risky') throw new AppError('contentRefused');
  return verdict;
}

/** A form that nobody has filled in yet, at revision 0. */
export const newRecord = (
  writer: Writer,
  { _id: campaignId, formId }: Pick<InteractionCampaign, '_id' | 'formId'>,
  student: Student,
): InteractionRecord => ({
  _id: recordIdOf(campaignId, student._id),
  ...newStamps(writer),
  rev: 0,
  ...{ campaignId, formId },
  studentId: student._id,
  studentName: student.name,
  classId: student.classId,
  divisionId: student.divisionId,
  answers: {},
  answeredAt: writer.now,
  checkState: 'pass',
  lastWriteId: '',
});
