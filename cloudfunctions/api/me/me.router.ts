import type { Posting } from '../../../domain/access/roles';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { sayWeek } from '../../../domain/calendar/school-week';
import { termAt, termLabel } from '../../../domain/calendar/term';
import { z } from '../../../domain/schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { MAX_CLASSES } from '../../../domain/school/roster.schema';
import { sayRole } from '../../../domain/school/structure.schema';
import { readNamed } from '../../kernel/database';
import { type Caller, procedure, router } from '../procedure';
import { classLabelOf } from '../school-names';

const classIdsOf = (postings: readonly Posting[]): string[] => [
  ...new Set(postings.flatMap((p) => [...(p.classIds ?? []), ...(p.sponsored?.classIds ?? [])])),
];

/** How far a role reaches, in words: 七年级(3)班, 8 名受导学生. */
function sayReach(posting: Posting, labels: Map<string, string>): string {
  const name = (ids: string[] = []) => ids.map((classId) => labels.get(classId) ?? '').join('、');
  const count = posting.studentIds?.length ?? 0;
  switch (posting.role) {
    case 'homeroomTeacher':
      return name(posting.classIds);
    case 'subjectTeacher':
      return `${posting.subject ?? ''} · ${name(posting.classIds)}`;
    case 'mentor':
      return `${count} 名受导学生`;
    case 'guardian':
      return count === 1 ? '1 个孩子' : `${count} 个孩子`;
    case 'leader':
      return `包靠 ${name(posting.sponsored?.classIds) || '级部'}`;
    case 'divisionHead':
      return '本级部';
    default:
      return '全校';
  }
}

async function present(ctx: Caller) {
  const { member, school, today, openid } = ctx;
  const postings = member.postings.filter((posting) => posting.schoolId === school._id);
  const classIds = classIdsOf(postings);
  const classes = await readNamed<SchoolClass>('classes', '_id', classIds, {
    where: { schoolId: school._id },
    limit: MAX_CLASSES,
  });
  const labels = new Map(classes.map((item) => [item._id, classLabelOf(ctx, item)]));
  const term = termAt(school.terms, today);
  return {
    id: openid ?? '',
    name: member.name,
    school: { id: school._id, name: school.name },
    week: sayWeek(term, today, calendarOf(school.calendar, school.terms)),
    term: term && { id: term.id, label: termLabel(term) },
    roles: postings.map((posting) => ({
      role: posting.role,
      label: sayRole(posting.role, school.structure),
      reach: sayReach(posting, labels),
      classId: posting.classIds?.[0] ?? null,
    })),
  };
}

export const meRouter = router({
  byId: procedure('me.read')
    .input(z.optional(z.strictObject({})))
    .query(({ ctx }) => {
      ctx.access.authorize({ schoolId: ctx.school._id, memberId: ctx.member._id });
      return present(ctx);
    }),
});
