import { AppError } from '../../../domain/errors';
import {
  concerns,
  isOpen,
  lastAnswers,
} from '../../../domain/interaction-form/interaction-form.rules';
import type { InteractionRecordById } from '../../../domain/interaction-form/interaction-record.schema';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { classLabelOf } from '../school-names';
import {
  readCampaign,
  readLastRecords,
  readRecord,
  readSchoolPart,
} from './interaction-form.store';
import { presentCampaign, presentRecord, presentSchoolPart } from './interaction-view';

/**
 * One form of one student, to fill in or to read: the school's part, the questions, what stands,
 * and what was answered last time. One trip.
 */
export async function interactionRecordOf(
  ctx: Caller,
  { campaignId, studentId }: z.infer<typeof InteractionRecordById>,
) {
  const { school, access } = ctx;
  const [student, campaign, record, part, earlier] = await Promise.all([
    readStudent(studentId),
    readCampaign(campaignId),
    readRecord(campaignId, studentId),
    readSchoolPart(campaignId, studentId),
    readLastRecords(school._id, studentId),
  ]);
  const subject = subjectOfStudent(student);
  access.authorize(subject);
  if (!student || !subject) throw new Error('authorized without a student');
  const isMeant = campaign?.schoolId === school._id && (concerns(campaign, student) || record);
  if (!isMeant) throw new AppError('notFound');

  const { questions } = campaign;
  const last = earlier.find(
    (one) => one.formId === campaign.formId && one.campaignId !== campaignId,
  );
  const shown = presentRecord(ctx, questions, last ?? null);
  const mayAnswer =
    campaign.respondent === 'guardian'
      ? access.may('interactionRecord.submit', subject)
      : access.may('interactionRecord.record', subject);
  return {
    campaign: { ...presentCampaign(ctx, campaign), intro: campaign.intro },
    questions,
    student: {
      id: student._id,
      name: student.name,
      classId: student.classId,
      classLabel: classLabelOf(ctx, student.classIdentity),
      mentor: student.mentorName,
    },
    schoolPart: campaign.hasSchoolPart ? presentSchoolPart(part) : null,
    record: presentRecord(ctx, questions, record),
    last: shown && {
      answers: lastAnswers(questions, shown.answers),
      answeredAt: shown.answeredAt,
    },
    may: {
      answer: mayAnswer && isOpen(campaign, ctx.today),
      prepare: campaign.hasSchoolPart && access.may('schoolPart.revise', subject),
    },
  };
}
