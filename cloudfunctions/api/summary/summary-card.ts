import type { Subject } from '../../../domain/access/scopes';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { cardFigures, familyFigures, sayTitle } from '../../../domain/summary/say-summary';
import {
  CARD_DAYS,
  type RecordSummaryCard,
  type Summary,
  type SummaryCard,
  type SummaryCardById,
} from '../../../domain/summary/summary.schema';
import { periodById } from '../../../domain/summary/summary-period.rules';
import { sumOf } from '../../../domain/summary/tally.rules';
import { TIMELINE_KINDS, type TimelineItem } from '../../../domain/timeline/timeline.schema';
import { auditOf } from '../../kernel/audit';
import { newStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readStudents, subjectOfStudent } from '../roster.store';
import { classLabelOf } from '../school-names';
import { readCard, readSharedWork, readSummary } from './summary.store';
import { presentSummary, subjectOf, subjectOfTally } from './summary-view';

const DAY_MS = 86_400_000;

/** Make the key of a card for a chat; it ends by itself. */
export async function recordCard(ctx: Caller, input: z.infer<typeof RecordSummaryCard>) {
  const { summaryId, token, writeId } = input;
  const why = ctx.access.authorize(subjectOf(await readSummary(summaryId)));
  const expiresAt = new Date(ctx.now.getTime() + CARD_DAYS * DAY_MS);
  return inTransaction(async (tx) => {
    const before = await tx.get<SummaryCard>('summaryCards', token);
    if (before) {
      if (before.lastWriteId === writeId) return { expiresAt: before.expiresAt };
      throw new AppError('notFound');
    }
    await tx.put<SummaryCard>('summaryCards', {
      _id: token,
      ...newStamps(ctx),
      summaryId,
      expiresAt,
      lastWriteId: writeId,
    });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'summaryCard.record',
        collection: 'summaries',
        documentId: summaryId,
        why,
      }),
    );
    return { expiresAt };
  });
}

/** A person has mentees and children by the dozen at most. */
const MAX_OWN = 60;

/** The students that a person is guardian or mentor of. */
function ownStudentIds({ member, school }: Caller, role: 'guardian' | 'mentor'): string[] {
  return member.postings
    .filter((posting) => posting.schoolId === school._id && posting.role === role)
    .flatMap(({ studentIds }) => studentIds ?? [])
    .slice(0, MAX_OWN);
}

/** The period stands in the id, so what belongs to it is read together with the summary. */
function daysOf({ school }: Caller, summaryId: string) {
  const [periodId = ''] = summaryId.split('~');
  const found = periodById(school.terms, calendarOf(school.calendar, school.terms), periodId);
  return found?.period ?? null;
}

const isWithin = ({ level, placeId }: Summary, { classId, divisionId }: Student): boolean =>
  level === 'school' || placeId === (level === 'division' ? divisionId : classId);

/** What the school noted for a family: how often, not what was said; that stands in the file. */
function presentChild(ctx: Caller, student: Student, work: readonly TimelineItem[]) {
  const mine = work.filter(
    ({ studentId, voidedAt, isSealed }) => studentId === student._id && !voidedAt && !isSealed,
  );
  const kinds = [...new Set(mine.map(({ kind }) => kind))];
  return {
    studentId: student._id,
    name: student.name,
    classLabel: classLabelOf(ctx, student.classIdentity),
    work: kinds.map((kind) => ({
      label: TIMELINE_KINDS[kind],
      count: mine.filter((item) => item.kind === kind).length,
    })),
  };
}

/** A card stands for what it was made of until its day; anything else is no card. */
const isValid = (card: SummaryCard | null, summary: Summary | null, now: Date): boolean =>
  card !== null && card.summaryId === summary?._id && new Date(card.expiresAt) > now;

type Key = z.infer<typeof SummaryCardById>;

/** The summary behind a card, and whoever of it is the caller's own; one trip. */
async function readBehind(ctx: Caller, { summaryId, token }: Key) {
  const { school } = ctx;
  const childIds = ownStudentIds(ctx, 'guardian');
  const own = [...childIds, ...ownStudentIds(ctx, 'mentor')];
  const days = daysOf(ctx, summaryId);
  const [summary, card, students, work] = await Promise.all([
    readSummary(summaryId),
    readCard(token),
    own.length > 0 ? readStudents(school._id, own) : [],
    days ? readSharedWork(school._id, childIds, days) : [],
  ]);
  const found = isValid(card, summary, ctx.now) ? summary : null;
  const within = students.filter((student) => found !== null && isWithin(found, student));
  const children = within.filter(({ _id }) => childIds.includes(_id));
  return { summary: found, within, children, work };
}

/** What lets somebody in: the place, one of its classes, or a student of theirs in it. */
const doorsOf = (summary: Summary, within: readonly Student[]): Subject[] => [
  subjectOf(summary) as Subject,
  ...summary.classes.map((tally) => subjectOfTally(summary, tally)),
  ...within.map((student) => subjectOfStudent(student) as Subject),
];

/** The classes of a summary that one reads, with what they still owe. */
const presentOwed = ({ access }: Caller, summary: Summary) =>
  summary.classes
    .filter((tally) => access.may('summary.read', subjectOfTally(summary, tally)))
    .map((tally) => ({
      ...tally,
      owed: summary.duties.flatMap(({ dutyId, title, places }) => {
        const count = places.find(({ placeId }) => placeId === tally.classId);
        return count && count.done < count.of ? [{ dutyId, title, late: count.late > 0 }] : [];
      }),
    }));

/**
 * Open a card by role: who reads the summary gets it whole, who has some of its classes gets
 * those, a family what was done for the children and what concerns their own. Who has no part in
 * the place, and a wrong or expired key, get one and the same answer.
 */
export async function cardById(ctx: Caller, input: Key) {
  const { school, member, access } = ctx;
  const { summary, within, children, work } = await readBehind(ctx, input);
  const doors = summary ? doorsOf(summary, within) : [];
  access.authorize(doors.find((door) => access.may('summaryCard.read', door)) ?? null);
  if (!summary) throw new Error('authorized without a summary');
  const isStaff = member.postings.some(
    ({ schoolId, role }) => schoolId === school._id && role !== 'guardian',
  );
  const sum = sumOf(summary.classes);
  const mayReadAll = access.may('summary.read', subjectOf(summary) as Subject);
  return {
    title: sayTitle(summary),
    from: summary.from,
    to: summary.to,
    isSigned: summary.signedAt !== null,
    figures: isStaff ? cardFigures(sum, summary.duties) : familyFigures(sum),
    /** For those who read the place: everything; else null. */
    summary: mayReadAll ? presentSummary(ctx, summary) : null,
    classes: presentOwed(ctx, summary),
    children: children.map((student) => presentChild(ctx, student, work)),
  };
}
