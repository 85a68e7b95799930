import {
  type AttentionCategory,
  type AttentionSettings,
  listAt,
  NO_OFFICIAL_LIST,
  standingSettings,
} from '../../../domain/attention/attention-category.schema';
import type { AttentionCount } from '../../../domain/attention/attention-count';
import { CASE_KIND_NAMES, CASE_KINDS } from '../../../domain/attention/case-kinds';
import { termAt } from '../../../domain/calendar/term';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { classLabelOf } from '../school-names';
import {
  readAttentionCount,
  readAttentionSettings,
  readCase,
  readFollowUps,
  readOpenCasesOf,
} from './attention.store';
import { presentCase, presentFollowUp, subjectOfCase, writeActionOf } from './attention-view';

const presentSettings = ({ today }: Caller, stored: AttentionSettings | null) => {
  const { lists, reviewDays } = standingSettings(stored);
  return { categories: listAt(lists, today).categories, reviewDays };
};

/** A case with its follow-ups, and what its groups are called today. */
export async function caseById(ctx: Caller, caseId: string) {
  const { school, access } = ctx;
  const [found, followUps, settings] = await Promise.all([
    readCase(caseId),
    readFollowUps(school._id, caseId),
    readAttentionSettings(school._id),
  ]);
  access.authorize(subjectOfCase(found));
  if (!found) throw new Error('authorized without a case');
  return {
    ...presentCase(ctx, found),
    followUps: followUps.map((one) => presentFollowUp(ctx, one, found)),
    ...presentSettings(ctx, settings),
  };
}

/** What a new file begins with: the student, and which of the kinds one may write they do not have. */
export async function caseForm(ctx: Caller, studentId: string) {
  const { school, access } = ctx;
  const [student, open, settings] = await Promise.all([
    readStudent(studentId),
    readOpenCasesOf(school._id, studentId),
    readAttentionSettings(school._id),
  ]);
  const subject = subjectOfStudent(student);
  access.authorize(subject);
  if (!student || !subject) throw new Error('authorized without a student');
  const kinds = CASE_KIND_NAMES.filter((kind) => access.may(writeActionOf(kind), subject));
  return {
    student: {
      id: student._id,
      name: student.name,
      classLabel: classLabelOf(ctx, student.classIdentity),
    },
    kinds: kinds.map((kind) => ({
      kind,
      label: CASE_KINDS[kind].label,
      caseId: open.find((one) => one.kind === kind)?._id ?? null,
    })),
    ...presentSettings(ctx, settings),
  };
}

/** How many students are in each group now, and were when the school year began (S4-284). */
function presentCounts(
  { today, school }: Caller,
  count: AttentionCount | null,
  categories: readonly AttentionCategory[],
) {
  const schoolYear = termAt(school.terms, today)?.schoolYear;
  const year = count?.years.find((one) => one.schoolYear === schoolYear);
  return {
    countedOn: year?.on ?? null,
    groups: categories.map(({ key, label }) => ({
      key,
      label,
      now: count?.open[key] ?? 0,
      atStart: year ? (year.counts[key] ?? 0) : null,
    })),
  };
}

/**
 * The school's lists, for whoever sets them, with how many each group holds. Figures stand here,
 * where there are no names: beside the names of those with a file they would tell too much.
 */
export async function listCategories(ctx: Caller) {
  ctx.access.authorize({ schoolId: ctx.school._id });
  const [stored, count] = await Promise.all([
    readAttentionSettings(ctx.school._id),
    readAttentionCount(ctx.school._id),
  ]);
  const { lists, reviewDays } = standingSettings(stored);
  return {
    counts: presentCounts(ctx, count, listAt(lists, ctx.today).categories),
    rev: stored?.rev ?? 0,
    lists,
    reviewDays,
    current: listAt(lists, ctx.today),
    note: stored ? null : NO_OFFICIAL_LIST,
  };
}
