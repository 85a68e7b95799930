import { dayOf } from '../../../domain/calendar/day';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import {
  countsOf,
  NOT_HANDED_IN,
  screeningWorkOf,
  ticksOfEnrolled,
  untickedOf,
  withTicks,
} from '../../../domain/screening/screening.rules';
import {
  findingIdOf,
  type RecordFinding,
  type RecordTicks,
  type ScreeningSheet,
  type SubmitSheet,
  sheetIdOf,
} from '../../../domain/screening/screening.schema';
import { auditIdOf, auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { noteWork } from '../../kernel/note-work';
import { settle, unsettle } from '../../kernel/settle';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { inSealedTransaction, writeSealedNote } from '../write-sealed-note';
import { newSheet, refuseSubmitted, type SheetToWrite, sheetToWrite } from './change-sheet';
import { findingNoteIdOf, presentSheet } from './screening-view';

/** Store a changed sheet with its counters and the audit; the sheet as its writer sees it. */
async function putSheet(
  tx: Transaction,
  ctx: Caller,
  { round, schoolClass, roster, why }: SheetToWrite,
  base: ScreeningSheet,
  change: Partial<ScreeningSheet>,
  writeId: string,
) {
  const ticks = change.ticks ?? base.ticks;
  const sheet: ScreeningSheet = {
    ...base,
    ...changedStamps(base, ctx),
    ...change,
    ...countsOf(ticksOfEnrolled(ticks, roster)),
    lastWriteId: writeId,
  };
  await tx.put('screeningSheets', sheet);
  await tx.put(
    'audits',
    auditOf(ctx, {
      id: writeId,
      action: 'screening.record',
      collection: 'screeningSheets',
      documentId: sheet._id,
      why,
    }),
  );
  return presentSheet(ctx, { round, schoolClass, sheet, roster });
}

const isRepeated = async (tx: Transaction, sheetId: string, writeId: string) =>
  (await tx.get('audits', auditIdOf(sheetId, writeId))) !== null;

/**
 * Tick students as 无变化, or take ticks back. `rest` is one write for everybody who has no tick
 * yet, whoever they are by now: 其余无变化 after the few were looked at.
 */
export async function recordTicks(ctx: Caller, input: z.infer<typeof RecordTicks>) {
  const { students, state, writeId } = input;
  const of = await sheetToWrite(ctx, input);
  const enrolled = of.roster.filter(({ status }) => status === 'enrolled');
  const known = new Set(enrolled.map(({ _id }) => _id));
  if (students !== 'rest' && !students.every((id) => known.has(id))) {
    throw new AppError('notInClass');
  }
  return inTransaction(async (tx) => {
    const base =
      (await tx.get<ScreeningSheet>('screeningSheets', sheetIdOf(of.round._id, input.classId))) ??
      newSheet(ctx, of.round, of.schoolClass);
    if (await isRepeated(tx, base._id, writeId)) return presentSheet(ctx, { ...of, sheet: base });
    refuseSubmitted(base);
    const ids = students === 'rest' ? untickedOf(base, enrolled).map(({ _id }) => _id) : students;
    const ticks = withTicks(base.ticks, ids, state, ctx.now);
    return putSheet(tx, ctx, of, base, { ticks }, writeId);
  });
}

/**
 * Write what was seen of one student: the sheet knows that there is something, the sealed note
 * says what, and the student's file shows that it exists (S4-182: 早发现、早报告).
 */
export async function recordFinding(ctx: Caller, input: z.infer<typeof RecordFinding>) {
  const { studentId, concern, text, roundId, classId, writeId } = input;
  const of = await sheetToWrite(ctx, input);
  const student = of.roster.find(({ _id, status }) => _id === studentId && status === 'enrolled');
  if (!student) throw new AppError('notInClass');
  const { divisionId } = of.schoolClass;
  const noteId = findingNoteIdOf(roundId, studentId);
  const ofId = findingIdOf(roundId, studentId);
  const key = {
    ...{ _id: noteId, ofId, kind: 'screening' as const },
    ...{ classId, divisionId, studentId },
  };
  const content = { text, rows: { [concern]: [studentId] } };
  return inSealedTransaction(ctx, key, of.why, async (tx) => {
    const base =
      (await tx.get<ScreeningSheet>('screeningSheets', sheetIdOf(roundId, classId))) ??
      newSheet(ctx, of.round, of.schoolClass);
    if (await isRepeated(tx, base._id, writeId)) return presentSheet(ctx, { ...of, sheet: base });
    refuseSubmitted(base);
    await writeSealedNote(tx, ctx, key, content, { ...input, why: of.why });
    await noteWork(tx, ctx, {
      student,
      kind: 'screeningFinding',
      refId: roundId,
      at: ctx.now,
      title: '',
      excerpt: '',
      audience: 'staff',
      isSealed: true,
      noteId,
    });
    const ticks = { ...base.ticks, [studentId]: { state: 'concern' as const, at: ctx.now } };
    return putSheet(tx, ctx, of, base, { ticks }, writeId);
  });
}

/** Hand the sheet in, or take it back until the division has confirmed. 班不漏人: nobody open. */
export async function submitSheet(ctx: Caller, input: z.infer<typeof SubmitSheet>) {
  const { isSubmitted, writeId } = input;
  const of = await sheetToWrite(ctx, input);
  return inTransaction(async (tx) => {
    const base =
      (await tx.get<ScreeningSheet>('screeningSheets', sheetIdOf(of.round._id, input.classId))) ??
      newSheet(ctx, of.round, of.schoolClass);
    if (await isRepeated(tx, base._id, writeId)) return presentSheet(ctx, { ...of, sheet: base });
    if (base.status === 'confirmed') refuseSubmitted(base);
    const missed = untickedOf(base, of.roster);
    if (isSubmitted && missed.length > 0)
      throw new AppError('screeningIncomplete', sayMissed(missed));
    await (isSubmitted ? settle : unsettle)(tx, ctx, {
      kind: screeningWorkOf(of.round.kind),
      on: isSubmitted || !base.submittedAt ? ctx.today : dayOf(base.submittedAt),
      divisionId: of.schoolClass.divisionId,
      classId: input.classId,
      refId: base._id,
    });
    return putSheet(tx, ctx, of, base, submitted(ctx, isSubmitted), writeId);
  });
}

const submitted = ({ now, member }: Caller, isSubmitted: boolean): Partial<ScreeningSheet> =>
  isSubmitted
    ? { status: 'submitted', submittedAt: now, submittedByName: member.name }
    : NOT_HANDED_IN;

const FIRST_NAMES = 5;

function sayMissed(missed: readonly { name: string }[]): { sentence: string } {
  const names = missed.slice(0, FIRST_NAMES).map(({ name }) => name);
  const more = missed.length > FIRST_NAMES ? `等 ${missed.length} 人` : '';
  return { sentence: `还没有看到：${names.join('、')}${more}。请都点一下再交。` };
}
