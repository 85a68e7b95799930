import type { Posting } from '../../../domain/access/roles';
import { termAt } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import { coverageOf, dueOnOf } from '../../../domain/screening/screening.rules';
import type { ScreeningKind } from '../../../domain/screening/screening.schema';
import type { Caller } from '../procedure';
import { readClass, readClasses, readClassStudents, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import { readProgress, readRound, readRounds, readSheet } from './screening.store';
import { presentRound, presentSheet } from './screening-view';

/** What a caller is appointed to. */
export const idsOf = (
  ctx: Caller,
  role: Posting['role'],
  field: 'classIds' | 'divisionIds',
): string[] =>
  ctx.member.postings
    .filter((posting) => posting.schoolId === ctx.school._id && posting.role === role)
    .flatMap((posting) => posting[field] ?? []);

/** The rounds of the school, newest first, and what a new one would begin with. */
export async function listRounds(ctx: Caller) {
  const { school, access, today } = ctx;
  // Who has the row sees that there are rounds; what is in them depends on the reach.
  access.filter();
  const rounds = await readRounds(school._id);
  const term = termAt(school.terms, today);
  const due = (kind: ScreeningKind) => (term ? dueOnOf(kind, term, today) : today);
  return {
    rounds: rounds.map(presentRound),
    ownClassIds: idsOf(ctx, 'homeroomTeacher', 'classIds'),
    may: { plan: access.may('screening.plan', { schoolId: school._id }) },
    dueOn: { monthly: due('monthly'), irregular: due('irregular'), health: due('health') },
  };
}

/** A round class by class: the proof that nobody was missed, as far as the caller reaches. */
export async function roundById(ctx: Caller, roundId: string) {
  const { school, access } = ctx;
  const filter = access.filter();
  const [round, classes, sheets] = await Promise.all([
    readRound(roundId),
    readClasses(school._id, filter),
    readProgress(school._id, roundId, filter),
  ]);
  // A round is the school's: whoever has the row sees that it is there, and their own classes in it.
  if (round?.schoolId !== school._id) throw new AppError('notFound');
  const { rows, ...sums } = coverageOf(classes, sheets);
  return {
    ...presentRound(round),
    ...sums,
    classes: rows.map(({ schoolClass, status, ticked, of, findings }) => {
      const subject = subjectOfClass(schoolClass);
      return {
        classId: schoolClass._id,
        label: classLabelOf(ctx, schoolClass),
        homeroomTeacher: schoolClass.homeroomTeacherName,
        ...{ status, ticked, of, findings },
        maySignOff:
          status === 'submitted' && subject !== null && access.may('screening.signOff', subject),
      };
    }),
    may: {
      close: round.status === 'open' && access.may('screening.close', { schoolId: school._id }),
    },
  };
}

export async function sheetById(ctx: Caller, roundId: string, classId: string) {
  const { school, access } = ctx;
  const [round, schoolClass, sheet, roster] = await Promise.all([
    readRound(roundId),
    readClass(classId),
    readSheet(roundId, classId),
    readClassStudents(school._id, classId),
  ]);
  access.authorize(round?.schoolId === school._id ? subjectOfClass(schoolClass) : null);
  if (!round || !schoolClass) throw new Error('authorized without a round');
  return presentSheet(ctx, { round, schoolClass, sheet, roster });
}
