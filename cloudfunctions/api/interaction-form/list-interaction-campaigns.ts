import type { ScopeFilter } from '../../../domain/access/scopes';
import { concernsClass } from '../../../domain/interaction-form/interaction-form.rules';
import { menteesOf } from '../../../domain/mentoring/mentorship.rules';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { Caller } from '../procedure';
import { readClasses, readStudents } from '../roster.store';
import { classLabelOf } from '../school-names';
import { type ListedCampaign, readSentBy, readSentTo } from './interaction-form.store';
import { presentCampaign } from './interaction-view';

/** What somebody may send a form to, in the order that a phone offers it. */
function targetsOf(ctx: Caller, classes: SchoolClass[]) {
  const { school, member, access } = ctx;
  const schoolId = school._id;
  const may = (subject: object) => access.may('interactionCampaign.plan', { schoolId, ...subject });
  const mentees = menteesOf(member, schoolId).length;
  const divisions = [...new Set(classes.map(({ divisionId }) => divisionId))];
  return {
    classes: classes
      .filter(({ _id: classId, divisionId }) => may({ classId, divisionId }))
      .map((item) => ({ id: item._id, label: classLabelOf(ctx, item) })),
    divisions: divisions
      .filter((divisionId) => may({ divisionId }))
      .map((id) => {
        const first = classes.find(({ divisionId }) => divisionId === id) as SchoolClass;
        return { id, label: `${classLabelOf(ctx, first).replace(/[((].*$/, '')}级部` };
      }),
    mentees: may({ memberId: member._id }) ? mentees : 0,
    school: may({}),
  };
}

/** What one sent, what is open for one's students, and whom one may send a form to. One trip. */
export async function listInteractionCampaigns(ctx: Caller) {
  const { school, member, today, access } = ctx;
  const schoolId = school._id;
  access.authorize({ schoolId, memberId: member._id });
  const reach = access.filterFor('interactionRecord.read');
  const menteeIds = menteesOf(member, schoolId);
  const [sent, sentTo, classes, mentees] = await Promise.all([
    readSentBy(schoolId, member._id),
    readSentTo(schoolId, menteeIds, today),
    readClasses(schoolId, reach),
    readStudents(schoolId, menteeIds),
  ]);
  const classIds = new Set([...classes, ...classesOf(mentees)].map(({ _id }) => _id));
  const isMine = ({ createdBy }: ListedCampaign) => createdBy === member._id;
  const open = sentTo.filter(
    (one) =>
      !isMine(one) &&
      (!one.isWide || sees(reach) || [...classIds].some((classId) => concernsClass(one, classId))),
  );
  const isWideReader = access.may('interactionTally.read', { schoolId });
  return {
    sent: sent.map((one) => presentCampaign(ctx, one)),
    open: open.map((one) => presentCampaign(ctx, one)),
    /** The class to look at first; null for mentors and for those who lead. */
    ownClassId: isWideReader ? null : ownClassOf(ctx),
    mentees: menteeIds.length,
    targets: targetsOf(ctx, classes),
  };
}

const sees = (filter: ScopeFilter): boolean => filter === 'everything';

const classesOf = (students: { classId: string }[]) =>
  students.map(({ classId }) => ({ _id: classId }));

const ownClassOf = ({ member, school }: Caller): string | null =>
  member.postings.find(
    ({ schoolId, role }) => schoolId === school._id && role === 'homeroomTeacher',
  )?.classIds?.[0] ?? null;
