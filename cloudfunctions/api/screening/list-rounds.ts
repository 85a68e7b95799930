import type { Posting } from '../../../domain/access/roles';
import { termAt } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import { coverageOf, dueOnOf } from '../../../domain/screening/screening.rules';
import type { ScreeningKind } from '../../../domain/screening/screening.schema';
import type { Caller } from '../procedure';
import { readClass, readClasses, readClassStudents, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import { termOf } from '../terms';
import {
  readOpenRounds,
  readProgress,
  readProgressOfClasses,
  readRound,
  readRounds,
  readSheet,
  readSubmitted,
} from './screening.store';
import { presentRound, presentSheet } from './screening-view';

const idsOf = (ctx: Caller, role: Posting['role'], field: 'classIds' | 'divisionIds'): string[] =>
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

/** Sheets that one owes, and sheets that wait for one's word. */
export async function listScreeningDuties(ctx: Caller) {
  const { school, member, access, today } = ctx;
  access.authorize({ schoolId: school._id, memberId: member._id });
  const own = idsOf(ctx, 'homeroomTeacher', 'classIds');
  const led = idsOf(ctx, 'divisionHead', 'divisionIds');
  if ((own.length === 0 && led.length === 0) || !termAt(school.terms, today)) {
    return { owed: [], toConfirm: [] };
  }
  const [rounds, sheets, submitted] = await Promise.all([
    readOpenRounds(school._id),
    readProgressOfClasses(school._id, own, termOf(ctx).id),
    readSubmitted(school._id, led),
  ]);
  const owed = rounds.flatMap((round) =>
    own.flatMap((classId) => {
      const sheet = sheets.find((one) => one.roundId === round._id && one.classId === classId);
      if (sheet && sheet.status !== 'open') return [];
      const { _id: roundId, title, dueOn } = round;
      return [{ roundId, classId, title, dueOn, ticked: sheet?.ticked ?? 0 }];
    }),
  );
  const toConfirm = rounds
    .map(({ _id: roundId, title, dueOn }) => ({
      ...{ roundId, title, dueOn },
      classes: submitted.filter((sheet) => sheet.roundId === roundId).length,
    }))
    .filter(({ classes }) => classes > 0);
  return { owed, toConfirm };
}
