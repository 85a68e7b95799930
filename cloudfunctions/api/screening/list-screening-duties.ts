import { calendarOf } from '../../../domain/calendar/school-calendar';
import { type Term, termAt } from '../../../domain/calendar/term';
import { isOpen } from '../../../domain/regulation/cadence';
import { dutyWindows } from '../../../domain/regulation/regulation';
import { periodOf, roundTitle, screeningWorkOf } from '../../../domain/screening/screening.rules';
import { roundIdOf, type ScreeningRound } from '../../../domain/screening/screening.schema';
import { readOpenRounds } from '../open-rounds.store';
import type { Caller } from '../procedure';
import { idsOf } from './list-rounds';
import { readProgressOfClasses, readRound, readSubmitted } from './screening.store';

const NOTHING = { owed: [], toConfirm: [], toBegin: null, toClose: [] };

/** Sheets that one owes, sheets that wait for one's word, and what the office begins and ends. */
export async function listScreeningDuties(ctx: Caller) {
  const { school, member, access, today } = ctx;
  access.authorize({ schoolId: school._id, memberId: member._id });
  const own = idsOf(ctx, 'homeroomTeacher', 'classIds');
  const led = idsOf(ctx, 'divisionHead', 'divisionIds');
  const isOffice = access.may('screening.plan', { schoolId: school._id });
  const term = termAt(school.terms, today);
  if ((own.length === 0 && led.length === 0 && !isOffice) || !term) return NOTHING;
  const [rounds, sheets, submitted, thisMonth] = await Promise.all([
    readOpenRounds(school._id),
    readProgressOfClasses(school._id, own, term.id),
    readSubmitted(school._id, led),
    isOffice ? readRound(roundIdOf(school._id, 'monthly', periodOf('monthly', term, today))) : null,
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
  return {
    ...{ owed, toConfirm },
    ...(isOffice ? officeDuties(ctx, term, rounds, thisMonth) : { toBegin: null, toClose: [] }),
  };
}

/** The month's round that nobody has begun, where the rules ask for one; and those past their day. */
function officeDuties(
  { school, today }: Caller,
  term: Term,
  rounds: readonly ScreeningRound[],
  thisMonth: ScreeningRound | null,
) {
  const calendar = calendarOf(school.calendar, school.terms);
  const isAsked = dutyWindows(school.regulationHistory, term, calendar).some(
    ({ duty, window }) => duty.settledBy === screeningWorkOf('monthly') && isOpen(window, today),
  );
  return {
    toBegin: isAsked && !thisMonth ? { title: roundTitle('monthly', term, today) } : null,
    toClose: rounds
      .filter(({ dueOn }) => dueOn <= today)
      .map(({ _id: roundId, title, dueOn }) => ({ roundId, title, dueOn })),
  };
}
