import type { Member } from '../../../domain/access/roles';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import { menteesOf } from '../../../domain/mentoring/mentorship.rules';
import { oneOf, readMany, updateMany } from '../../kernel/database';

const MAX_SPONSORED = 60;

/** The students whom a leader stands for by an open case: that reach belongs to the case. */
export const readStudentsByCase = (
  schoolId: string,
  sponsorId: string,
): Promise<{ studentId: string }[]> =>
  readMany<{ studentId: string }>('attentionCases', {
    where: { schoolId, sponsorId, status: 'open' },
    fields: ['studentId'],
    limit: MAX_SPONSORED,
  });

/** More meetings than somebody is asked to at a time. */
const MAX_MEETINGS = 60;

/** The meetings to come that somebody is asked to. */
export const readMeetingsAskedTo = (
  schoolId: string,
  memberId: string,
): Promise<Pick<Consultation, '_id'>[]> =>
  readMany<Pick<Consultation, '_id'>>('consultations', {
    where: { schoolId, invitedIds: memberId, isOpen: true },
    fields: ['invitedIds'],
    limit: MAX_MEETINGS,
  });

/** The name of one of the staff, wherever it stands beside something that is not over. */
export async function renameWhatIsOpen(schoolId: string, member: Member): Promise<void> {
  const { _id, name } = member;
  const mentees = menteesOf(member, schoolId);
  const mine = { schoolId, mentorId: _id };
  await Promise.all([
    updateMany('classes', { schoolId, homeroomTeacherId: _id }, { homeroomTeacherName: name }),
    updateMany('students', mine, { mentorName: name }),
    updateMany(
      'mentorships',
      { ...mine, studentId: oneOf(mentees), until: null },
      { mentorName: name },
    ),
    updateMany(
      'attentionCases',
      { schoolId, sponsorId: _id, status: 'open' },
      { sponsorName: name },
    ),
    updateMany(
      'resolutions',
      { schoolId, memberIds: _id, isOpen: true, ownerId: _id },
      { ownerName: name },
    ),
    updateMany(
      'homeVisits',
      { schoolId, visitorId: _id, status: 'planned' },
      { visitorName: name },
    ),
    updateMany('staffRecords', { schoolId, memberId: _id }, { name }),
  ]);
}
