import type { Grant } from '../../../domain/access/can';
import { AppError } from '../../../domain/errors';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import {
  type ScreeningRound,
  type ScreeningSheet,
  sheetIdOf,
} from '../../../domain/screening/screening.schema';
import { newStamps } from '../../kernel/database';
import type { Caller } from '../procedure';
import { readClass, readClassStudents, subjectOfClass } from '../roster.store';
import { readRound } from './screening.store';

export interface SheetToWrite {
  round: ScreeningRound;
  schoolClass: SchoolClass;
  roster: Student[];
  why: Grant;
}

/** The round and class of a sheet that somebody writes in; a round that is over is only read. */
export async function sheetToWrite(
  ctx: Caller,
  { roundId, classId }: { roundId: string; classId: string },
): Promise<SheetToWrite> {
  const [round, schoolClass, roster] = await Promise.all([
    readRound(roundId),
    readClass(classId),
    readClassStudents(ctx.school._id, classId),
  ]);
  const why = ctx.access.authorize(
    round?.schoolId === ctx.school._id ? subjectOfClass(schoolClass) : null,
  );
  if (!round || !schoolClass) throw new Error('authorized without a round');
  if (round.status !== 'open') {
    throw new AppError('stale', { sentence: '这次排查已经由学校确认，只能查看。' });
  }
  return { round, schoolClass, roster, why };
}

/** A sheet that nobody has written in yet, at revision 0. */
export const newSheet = (
  ctx: Caller,
  round: ScreeningRound,
  { _id: classId, divisionId }: SchoolClass,
): ScreeningSheet => ({
  _id: sheetIdOf(round._id, classId),
  ...newStamps(ctx),
  rev: 0,
  roundId: round._id,
  classId,
  divisionId,
  termId: round.termId,
  ticks: {},
  status: 'open',
  submittedAt: null,
  submittedByName: null,
  confirmedByName: null,
  ticked: 0,
  findings: 0,
  lastWriteId: '',
});

export function refuseSubmitted({ status }: ScreeningSheet): void {
  if (status === 'open') return;
  throw new AppError('stale', {
    sentence:
      status === 'confirmed' ? '级部已经确认，只能查看。' : '排查表已经交了。要改，请先收回。',
  });
}
