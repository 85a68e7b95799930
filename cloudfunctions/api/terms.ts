import type { Day } from '../../domain/calendar/day';
import { isTermOver, type Term, termAt } from '../../domain/calendar/term';
import { AppError } from '../../domain/errors';
import type { School } from '../../domain/school/school.schema';

/** The term asked for, else that of today. */
export function termOf(ctx: { school: School; today: Day }, termId?: string): Term {
  if (termId === undefined) {
    const current = termAt(ctx.school.terms, ctx.today);
    if (!current) throw new AppError('termUnknown');
    return current;
  }
  const term = ctx.school.terms.find((candidate) => candidate.id === termId);
  if (!term) throw new AppError('notFound');
  return term;
}

/** The same, for writing: a term that is over is only read. */
export function openTermOf(ctx: { school: School; today: Day }, termId: string): Term {
  const term = termOf(ctx, termId);
  if (isTermOver(term, ctx.today)) throw new AppError('termOver');
  return term;
}
