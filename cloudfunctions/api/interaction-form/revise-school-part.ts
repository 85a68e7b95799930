import { AppError } from '../../../domain/errors';
import type {
  ReviseSchoolPart,
  SchoolPart,
  SchoolPartWords,
} from '../../../domain/interaction-form/interaction-campaign.schema';
import { concerns } from '../../../domain/interaction-form/interaction-form.rules';
import { recordIdOf } from '../../../domain/interaction-form/interaction-record.schema';
import type { z } from '../../../domain/schema';
import { newStamps } from '../../kernel/database';
import type { Caller } from '../procedure';
import { studentToWrite } from '../student-to-write';
import { changeDocument } from './change-document';
import { countProgress } from './count-progress';
import { readCampaign } from './interaction-form.store';
import { presentSchoolPart } from './interaction-view';

const pickWords = ({ strengths, progress, wish }: SchoolPartWords): SchoolPartWords => ({
  strengths,
  progress,
  wish,
});

/** Write how the child is at school, for the family to read above the questions (S4-260). */
export async function reviseSchoolPart(ctx: Caller, input: z.infer<typeof ReviseSchoolPart>) {
  const { campaignId, studentId } = input;
  const [{ student, why }, campaign] = await Promise.all([
    studentToWrite(ctx, studentId),
    readCampaign(campaignId),
  ]);
  const isMeant =
    campaign?.schoolId === ctx.school._id && campaign.hasSchoolPart && concerns(campaign, student);
  if (!isMeant) throw new AppError('notFound');
  const id = recordIdOf(campaignId, studentId);
  const words = pickWords(input);
  return changeDocument<SchoolPart, ReturnType<typeof presentSchoolPart>>(ctx, {
    collection: 'schoolParts',
    id,
    action: 'schoolPart.revise',
    ...{ why, edit: input, studentId },
    begin: () => ({
      _id: id,
      ...newStamps(ctx),
      rev: 0,
      ...words,
      ...{ campaignId, studentId, lastWriteId: '' },
      classId: student.classId,
      divisionId: student.divisionId,
    }),
    change: () => words,
    fieldsOf: pickWords,
    present: presentSchoolPart,
    async beside(tx, before, after) {
      if (before) return;
      await countProgress(tx, ctx, after, ({ prepared }) => ({ prepared: prepared + 1 }));
    },
  });
}
