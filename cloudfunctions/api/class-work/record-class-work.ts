import { termAt } from '../../../domain/calendar/term';
import type { ClassWork, RecordClassWork } from '../../../domain/class-work/class-work.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { newStamps } from '../../kernel/database';
import type { Caller } from '../procedure';
import { readClass, subjectOfClass } from '../roster.store';
import { openTermOf } from '../terms';
import { changeClassWork } from './change-class-work';

const badDay = (sentence: string) =>
  new AppError('badInput', { sentence, fields: { on: sentence } });

function termOfDay(ctx: Caller, on: string) {
  if (on > ctx.today) throw badDay('日期不能晚于今天。');
  const term = termAt(ctx.school.terms, on);
  if (!term) throw badDay('这一天不在学校设定的学期里。');
  return openTermOf(ctx, term.id);
}

/**
 * Record a piece of work with a class, or a sponsor's summary, or correct one's own (S1-76, S1-82,
 * S1-91, S1-101, S1-102, S1-121, S4-217, S4-307, S4-310). It settles its duty by itself.
 */
export async function recordClassWork(ctx: Caller, input: z.infer<typeof RecordClassWork>) {
  const { school, member, access } = ctx;
  const { workId, kind, classId, on, title, text, photos } = input;
  const schoolClass = classId === null ? null : await readClass(classId);
  const why =
    classId === null
      ? access.authorize({ schoolId: school._id, memberId: member._id }, 'sponsorSummary.record')
      : access.authorize(subjectOfClass(schoolClass));
  const termId = termOfDay(ctx, on).id;
  const words = { on, title, text, photos, termId };
  const begin: ClassWork = {
    _id: workId,
    ...newStamps(ctx),
    rev: 0,
    ...words,
    kind,
    classId,
    divisionId: schoolClass?.divisionId ?? null,
    byName: member.name,
    voidedAt: null,
    voidReason: '',
    lastWriteId: '',
  };
  return changeClassWork(ctx, {
    action: 'classWork.record',
    why,
    edit: input,
    begin,
    change: words,
  });
}
