import type { Subject } from '../../../domain/access/scopes';
import { addDays } from '../../../domain/calendar/day';
import type { z } from '../../../domain/schema';
import {
  type Audience,
  type ListTimeline,
  OPEN_FOR_DAYS,
  TIMELINE_PAGE,
  type TimelineItem,
} from '../../../domain/timeline/timeline.schema';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { readAgreed, readTimeline } from './timeline.store';

type Asked = z.infer<typeof ListTimeline>;

/**
 * What the caller may turn out to be to this student, before the student is read: asking for both
 * in one trip costs only the few who teach at the school of their own child.
 */
function audiencesOf({ access }: Caller, studentId: string): Audience[] {
  const staff = access.filterFor('timeline.readStaff');
  if (staff === 'everything') return ['staff'];
  if (staff.length === 0) return ['family'];
  const all = access.filter();
  const named = all !== 'everything' && all.some(({ in: ids }) => ids.includes(studentId));
  const asMentor = staff.some(({ in: ids }) => ids.includes(studentId));
  return named && !asMentor ? ['staff', 'family'] : ['staff'];
}

/** Those who may open what is sealed and are nearest to the child. */
const askWhom = (mentor: string | null): string =>
  mentor === null ? '班主任或心理教师' : `班主任、导师${mentor}或心理教师`;

const presentItem = (item: TimelineItem, mayOpen: boolean) => ({
  id: item._id,
  kind: item.kind,
  refId: item.refId,
  placeId: item.placeId ?? null,
  at: item.at,
  title: item.title,
  excerpt: item.excerpt,
  isSealed: item.isSealed,
  /** Set for who may open it, with a reason. */
  noteId: mayOpen ? item.noteId : null,
  byName: item.byName,
});

const presentAgreed = ({ _id, kind, refId, agreed, agreedUntil, byName }: TimelineItem) => ({
  id: _id,
  kind,
  refId,
  text: agreed ?? '',
  until: agreedUntil ?? '',
  byName,
});

/** Read for each audience that is possible; the student then decides which was asked for. */
async function readPages(ctx: Caller, asked: Asked, audiences: Audience[]) {
  const since = addDays(ctx.today, -OPEN_FOR_DAYS);
  const pages = audiences.map(async (audience) => {
    const question = { ...asked, schoolId: ctx.school._id, audience };
    const [items, agreed] = await Promise.all([
      readTimeline(question),
      asked.before ? [] : readAgreed(question, since),
    ]);
    return [audience, { items, agreed }] as const;
  });
  return new Map(await Promise.all(pages));
}

/**
 * A page of a student's file, newest first, with what was agreed and still waits on the first.
 * Guardians see what is marked for the family; a sealed item shows that it is there, and no word.
 */
export async function listTimeline(ctx: Caller, asked: Asked) {
  const [student, pages] = await Promise.all([
    readStudent(asked.studentId),
    readPages(ctx, asked, audiencesOf(ctx, asked.studentId)),
  ]);
  const subject = subjectOfStudent(student) as Subject;
  ctx.access.authorize(student && subject);
  const isStaff = ctx.access.may('timeline.readStaff', subject);
  const page = pages.get(isStaff ? 'staff' : 'family');
  if (!page) throw new Error('the page was not asked for');

  const mayOpen = ctx.access.may('sealedNote.read', subject);
  const items = page.items.slice(0, TIMELINE_PAGE);
  const last = page.items.length > TIMELINE_PAGE ? items.at(-1) : undefined;
  return {
    items: items.map((item) => presentItem(item, mayOpen)),
    next: last ? { at: last.at, id: last._id } : null,
    agreed: page.agreed.map(presentAgreed),
    /** Whom to ask about what is sealed. */
    askWhom: askWhom(student?.mentorName ?? null),
  };
}
