import { AppError } from '../../../domain/errors';
import { concerns } from '../../../domain/interaction-form/interaction-form.rules';
import type { ListInteractionRecords } from '../../../domain/interaction-form/interaction-record.schema';
import { menteesOf } from '../../../domain/mentoring/mentorship.rules';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import type { Caller } from '../procedure';
import {
  readClass,
  readClassStudents,
  readStudents,
  subjectOfClass,
  subjectOfStudent,
} from '../roster.store';
import { classLabelOf } from '../school-names';
import { readInteractionCodes } from './interaction-code.store';
import { presentInteractionCode } from './interaction-codes';
import { readAnswered, readCampaign, readPrepared } from './interaction-form.store';
import { presentCampaign } from './interaction-view';

const byName = (a: Student, b: Student) => a.name.localeCompare(b.name, 'zh-CN');

/** Who has answered and who has not: of a class, or of those one is mentor of. One trip. */
export async function listInteractionRecords(
  ctx: Caller,
  { campaignId, classId }: z.infer<typeof ListInteractionRecords>,
) {
  const { school, member, access } = ctx;
  const schoolId = school._id;
  const studentIds = menteesOf(member, schoolId);
  const reach = classId === undefined ? { studentIds } : { classId };
  const [campaign, schoolClass, students, answered, prepared, codes] = await Promise.all([
    readCampaign(campaignId),
    classId === undefined ? null : readClass(classId),
    classId === undefined
      ? readStudents(schoolId, studentIds)
      : readClassStudents(schoolId, classId),
    readAnswered(schoolId, campaignId, reach),
    readPrepared(schoolId, campaignId, reach),
    classId === undefined ? [] : readInteractionCodes(schoolId, campaignId, classId),
  ]);
  if (classId === undefined) access.filter();
  else access.authorize(subjectOfClass(schoolClass));
  if (campaign?.schoolId !== schoolId) throw new AppError('notFound');

  const records = new Map(answered.map((record) => [record.studentId, record]));
  const hasPart = new Set(prepared.map(({ studentId }) => studentId));
  const meant = students.filter(
    (student) => student.status === 'enrolled' && concerns(campaign, student),
  );
  const mayGiveCode =
    campaign.respondent === 'student' &&
    access.may('interactionCode.record', { schoolId, ...subjectOfClass(schoolClass) });
  return {
    /** The codes with which the class fills it in by itself; null for who gives out none. */
    codes: mayGiveCode ? codes.map((code) => presentInteractionCode(code, ctx.now)) : null,
    campaign: presentCampaign(ctx, campaign),
    label: schoolClass ? classLabelOf(ctx, schoolClass) : '我的受导学生',
    students: meant.sort(byName).map((student) => {
      const record = records.get(student._id);
      const subject = { schoolId, ...subjectOfStudent(student) };
      return {
        studentId: student._id,
        name: student.name,
        classLabel: classLabelOf(ctx, student.classIdentity),
        answeredAt: record?.answeredAt ?? null,
        byName: record?.updatedByName ?? null,
        waits: record?.checkState === 'review',
        hasSchoolPart: hasPart.has(student._id),
        may: {
          prepare: access.may('schoolPart.revise', subject),
          record: access.may('interactionRecord.record', subject),
        },
      };
    }),
  };
}
