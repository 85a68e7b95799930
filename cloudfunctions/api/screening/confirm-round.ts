import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import {
  coverageOf,
  periodOf,
  refusedDueDay,
  roundTitle,
  screeningWorkOf,
} from '../../../domain/screening/screening.rules';
import {
  type CloseRound,
  type PlanScreeningRound,
  roundIdOf,
  type ScreeningRound,
  type ScreeningSheet,
  type SignOffSheets,
  sheetIdOf,
} from '../../../domain/screening/screening.schema';
import { auditIdOf, auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { settle } from '../../kernel/settle';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClasses, subjectOfClass } from '../roster.store';
import { termOf } from '../terms';
import { readProgress, readRound } from './screening.store';
import { presentRound } from './screening-view';

/** Begin a round (S4-184, S4-280). One a period: whoever comes second finds it begun. */
export async function planRound(ctx: Caller, input: z.infer<typeof PlanScreeningRound>) {
  const { kind, dueOn, writeId } = input;
  const { school, today } = ctx;
  const why = ctx.access.authorize({ schoolId: school._id });
  const refusal = refusedDueDay(dueOn, today);
  if (refusal) throw new AppError('badInput', { sentence: refusal, fields: { dueOn: refusal } });
  const term = termOf(ctx);
  const period = periodOf(kind, term, today);
  const round: ScreeningRound = {
    _id: roundIdOf(school._id, kind, period),
    ...newStamps(ctx),
    ...{ kind, termId: term.id, period, title: roundTitle(kind, term, today) },
    ...{ startsOn: today, dueOn, status: 'open', closedAt: null, closedByName: null },
    ...{ students: 0, findings: 0, lastWriteId: writeId },
  };
  return inTransaction(async (tx) => {
    const before = await tx.get<ScreeningRound>('screeningRounds', round._id);
    if (before) return presentRound(before);
    await tx.put('screeningRounds', round);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'screening.plan',
        collection: 'screeningRounds',
        documentId: round._id,
        why,
      }),
    );
    return presentRound(round);
  });
}

/** The word of division or school for sheets that were handed in; one tap for all that wait. */
export async function signOffSheets(ctx: Caller, input: z.infer<typeof SignOffSheets>) {
  const { roundId, classIds, writeId } = input;
  const { school, access } = ctx;
  const [round, classes, sheets] = await Promise.all([
    readRound(roundId),
    readClasses(school._id, access.filter()),
    readProgress(school._id, roundId, access.filter()),
  ]);
  const isOurs = round?.schoolId === school._id;
  const whys = classIds.map((classId) =>
    access.authorize(
      isOurs ? subjectOfClass(classes.find(({ _id }) => _id === classId) ?? null) : null,
    ),
  );
  const [why] = whys;
  if (!why) throw new AppError('notFound');
  return inTransaction(async (tx) => {
    let confirmed = 0;
    for (const classId of classIds) {
      const sheet = await tx.get<ScreeningSheet>('screeningSheets', sheetIdOf(roundId, classId));
      // Taken back a moment ago, or confirmed already: neither is a mistake of this tap.
      if (sheet?.status !== 'submitted') continue;
      confirmed += 1;
      await tx.put<ScreeningSheet>('screeningSheets', {
        ...sheet,
        ...changedStamps(sheet, ctx),
        status: 'confirmed',
        confirmedByName: ctx.member.name,
        lastWriteId: writeId,
      });
    }
    if (confirmed === 0 || !round) return { confirmed };
    const isConfirmed = (classId: string) =>
      classIds.includes(classId) ||
      sheets.some((sheet) => sheet.classId === classId && sheet.status === 'confirmed');
    for (const divisionId of new Set(classes.map((one) => one.divisionId))) {
      const ofDivision = classes.filter((one) => one.divisionId === divisionId);
      if (ofDivision.every(({ _id }) => isConfirmed(_id))) {
        await settleRound(tx, ctx, round, divisionId);
      }
    }
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'screening.signOff',
        collection: 'screeningRounds',
        documentId: roundId,
        why,
      }),
    );
    return { confirmed };
  });
}

/** Whole levels that are through: a division once its classes are, then the school (S4-184). */
const settleRound = (tx: Transaction, ctx: Caller, round: ScreeningRound, divisionId?: string) =>
  settle(tx, ctx, {
    kind: screeningWorkOf(round.kind),
    on: ctx.today,
    divisionId,
    refId: round._id,
  });

/** The school's word: every class confirmed, nobody missed (校不漏年级、年级不漏班、班不漏人). */
export async function closeRound(ctx: Caller, input: z.infer<typeof CloseRound>) {
  const { roundId, writeId, note } = input;
  const { school, access } = ctx;
  const [found, classes, sheets] = await Promise.all([
    readRound(roundId),
    readClasses(school._id, 'everything'),
    readProgress(school._id, roundId, 'everything'),
  ]);
  const why = access.authorize(found && { schoolId: found.schoolId });
  const { unconfirmed, students, findings } = coverageOf(classes, sheets);
  return inTransaction(async (tx) => {
    const before = await tx.get<ScreeningRound>('screeningRounds', roundId);
    if (!before) throw new AppError('notFound');
    const isRepeated = await tx.get('audits', auditIdOf(roundId, writeId));
    if (isRepeated || before.status === 'closed') return presentRound(before);
    if (unconfirmed > 0) {
      throw new AppError('screeningIncomplete', {
        sentence: `还有 ${unconfirmed} 个班没有经级部确认，请先催一催。`,
      });
    }
    const after: ScreeningRound = {
      ...before,
      ...changedStamps(before, ctx),
      ...{ status: 'closed', closedAt: ctx.now, closedByName: ctx.member.name },
      ...{ students, findings, lastWriteId: writeId },
    };
    await tx.put('screeningRounds', after);
    await settleRound(tx, ctx, after);
    // Whoever screened every class has gone through the list of those who need attention (S4-284).
    if (after.kind === 'monthly') {
      await settle(tx, ctx, { kind: 'attentionRegister', on: ctx.today, refId: roundId });
    }
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'screening.close',
        collection: 'screeningRounds',
        documentId: roundId,
        why,
        ...(note !== '' && { reason: note }),
      }),
    );
    return presentRound(after);
  });
}
