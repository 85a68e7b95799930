import type { Posting } from '../../../domain/access/roles';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { sayWeek } from '../../../domain/calendar/school-week';
import { termAt, termLabel } from '../../../domain/calendar/term';
import type { TemplateName } from '../../../domain/reminder/templates';
import { z } from '../../../domain/schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { MAX_CLASSES } from '../../../domain/school/roster.schema';
import { sayRole } from '../../../domain/school/structure.schema';
import { readNamed } from '../../kernel/database';
import { messageTemplates } from '../../kernel/reminder-templates';
import { type Caller, procedure, router } from '../procedure';
import { sayReach } from '../say-reach';
import { classLabelOf } from '../school-names';

const classIdsOf = (postings: readonly Posting[]): string[] => [
  ...new Set(postings.flatMap((p) => [...(p.classIds ?? []), ...(p.sponsored?.classIds ?? [])])),
];

function templateIds(): Record<TemplateName, string> {
  const { meeting, form, todo } = messageTemplates();
  return { meeting: meeting.id, form: form.id, todo: todo.id };
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
    /** Of the messages that may be offered; the phone asks WeChat with them. */
    templateIds: templateIds(),
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
