import {
  nextReview,
  refusedReviewDay,
  unknownFields,
} from '../../../domain/attention/attention-case.rules';
import type {
  AttentionCase,
  RecordAttentionCase,
} from '../../../domain/attention/attention-case.schema';
import { standingSettings } from '../../../domain/attention/attention-category.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { newStamps } from '../../kernel/database';
import { settle } from '../../kernel/settle';
import type { Caller } from '../procedure';
import { studentToWrite } from '../student-to-write';
import { readAttentionSettings, readOpenCasesOf } from './attention.store';
import { writeActionOf } from './attention-view';
import { changeCase } from './change-case';

type Input = z.infer<typeof RecordAttentionCase>;

/** Open a student's file, or write on in it (S4-207, S4-210, S4-266, S4-282). */
export async function recordCase(ctx: Caller, input: Input) {
  const { caseId, studentId, kind, level, fields, goal, measures, reviewOn } = input;
  const [{ student, why }, settings, openCases] = await Promise.all([
    studentToWrite(ctx, studentId, writeActionOf(kind)),
    readAttentionSettings(ctx.school._id),
    readOpenCasesOf(ctx.school._id, studentId),
  ]);
  const { reviewDays } = standingSettings(settings);
  const refusal = refusedReviewDay(reviewOn, level, ctx.today, reviewDays);
  if (refusal) throw new AppError('badInput', { sentence: refusal, fields: { reviewOn: refusal } });
  if (unknownFields(kind, fields).length > 0) {
    throw new AppError('badInput', { sentence: '有的栏目不属于这种档案，请刷新后再填。' });
  }
  const same = openCases.find((one) => one.kind === kind && one._id !== caseId);
  if (same) {
    throw new AppError('badInput', {
      sentence: `${student.name}已经有一份这样的档案（${same.openedByName}建立），请在那一份里写。`,
    });
  }
  return changeCase(ctx, {
    action: writeActionOf(kind),
    why,
    edit: input,
    studentId,
    begin: newCase(ctx, student, input),
    change: (base) => {
      if (base.kind !== kind) throw new AppError('badInput', { sentence: '档案的种类不能改。' });
      return { level, fields, goal, measures, reviewOn };
    },
    // A goal and what is done for it make the plan of S4-207.
    async beside(tx, { _id, classId, divisionId }) {
      if (goal === '' || measures.length === 0) return;
      const of = { on: ctx.today, studentId, classId, divisionId };
      await settle(tx, ctx, { ...of, kind: 'supportPlan', refId: _id });
    },
  });
}

function newCase(ctx: Caller, student: Student, { caseId, kind, level }: Input): AttentionCase {
  return {
    _id: caseId,
    ...newStamps(ctx),
    rev: 0,
    studentId: student._id,
    studentName: student.name,
    classId: student.classId,
    classIdentity: student.classIdentity,
    divisionId: student.divisionId,
    kind,
    status: 'open',
    level,
    fields: {},
    goal: '',
    measures: [],
    openedByName: ctx.member.name,
    reviewOn: nextReview(level, ctx.today, standingSettings(null).reviewDays),
    sponsorId: null,
    sponsorName: null,
    lastFollowUpId: null,
    lastFollowUpAt: null,
    followUps: 0,
    outcome: null,
    outcomeText: '',
    closedOn: null,
    hasSealed: false,
    voidedAt: null,
    voidReason: '',
    lastWriteId: '',
  };
}
