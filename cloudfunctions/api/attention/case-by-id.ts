import {
  type AttentionSettings,
  listAt,
  NO_OFFICIAL_LIST,
  standingSettings,
} from '../../../domain/attention/attention-category.schema';
import { CASE_KIND_NAMES, CASE_KINDS } from '../../../domain/attention/case-kinds';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { classLabelOf } from '../school-names';
import { readAttentionSettings, readCase, readFollowUps, readOpenCasesOf } from './attention.store';
import { presentCase, presentFollowUp, subjectOfCase } from './attention-view';

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
    followUps: followUps.map((one) => presentFollowUp(ctx, one, found.lastFollowUpId)),
    ...presentSettings(ctx, settings),
  };
}

/** What a new file begins with: the student, and which kinds they do not have yet. */
export async function caseForm(ctx: Caller, studentId: string) {
  const { school, access } = ctx;
  const [student, open, settings] = await Promise.all([
    readStudent(studentId),
    readOpenCasesOf(school._id, studentId),
    readAttentionSettings(school._id),
  ]);
  access.authorize(subjectOfStudent(student));
  if (!student) throw new Error('authorized without a student');
  return {
    student: {
      id: student._id,
      name: student.name,
      classLabel: classLabelOf(ctx, student.classIdentity),
    },
    kinds: CASE_KIND_NAMES.map((kind) => ({
      kind,
      label: CASE_KINDS[kind].label,
      caseId: open.find((one) => one.kind === kind)?._id ?? null,
    })),
    ...presentSettings(ctx, settings),
  };
}

/** The school's lists, for whoever sets them. */
export async function listCategories(ctx: Caller) {
  ctx.access.authorize({ schoolId: ctx.school._id });
  const stored = await readAttentionSettings(ctx.school._id);
  const { lists, reviewDays } = standingSettings(stored);
  return {
    rev: stored?.rev ?? 0,
    lists,
    reviewDays,
    current: listAt(lists, ctx.today),
    note: stored ? null : NO_OFFICIAL_LIST,
  };
}
