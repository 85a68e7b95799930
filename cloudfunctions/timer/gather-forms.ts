import type { Member } from '../../domain/access/roles';
import type { InteractionCampaign } from '../../domain/interaction-form/interaction-campaign.schema';
import type { Due, Occasion } from '../../domain/reminder/due';
import { formDue, formReminderOf } from '../../domain/reminder/due-forms';
import type { School } from '../../domain/school/school.schema';
import {
  readAnsweredStudentIds,
  readAskedStudents,
  readMembersInRoles,
  readOpenCampaigns,
} from '../api/reminder/due-records.store';

/** Families are asked on the day a form is sent, and once more on its last day. */
export async function formDuesOf(
  school: School,
  occasion: Occasion,
  know: (members: readonly Member[]) => void,
): Promise<Due[]> {
  const campaigns = await readOpenCampaigns(school._id, occasion.today);
  const today = campaigns.filter((campaign) => formReminderOf(campaign, occasion) !== null);
  // The families are read on the few days when one of them is asked something.
  if (today.length === 0) return [];
  const guardians = await readMembersInRoles(school._id, ['guardian']);
  know(guardians);
  const guardiansOf = byChild(guardians, school._id);
  const dues: Due[] = [];
  for (const campaign of today) {
    dues.push(...(await duesOf(campaign, guardiansOf, occasion)));
  }
  return dues;
}

function byChild(guardians: readonly Member[], schoolId: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { _id, postings } of guardians) {
    for (const posting of postings) {
      if (posting.schoolId !== schoolId || posting.role !== 'guardian') continue;
      for (const studentId of posting.studentIds ?? []) {
        found.set(studentId, [...(found.get(studentId) ?? []), _id]);
      }
    }
  }
  return found;
}

async function duesOf(
  campaign: InteractionCampaign,
  guardiansOf: Map<string, string[]>,
  occasion: Occasion,
): Promise<Due[]> {
  const [students, answered] = await Promise.all([
    readAskedStudents(campaign.schoolId, campaign),
    readAnsweredStudentIds(campaign.schoolId, campaign._id),
  ]);
  return students
    .filter(({ _id, status }) => status === 'enrolled' && !answered.has(_id))
    .flatMap((student) =>
      (guardiansOf.get(student._id) ?? []).map((memberId) =>
        formDue(campaign, student, memberId, occasion),
      ),
    );
}
