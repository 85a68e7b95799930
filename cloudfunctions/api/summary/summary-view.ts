import type { Subject } from '../../../domain/access/scopes';
import { cardFigures, sayForChat, sayTitle } from '../../../domain/summary/say-summary';
import {
  type ClassTally,
  type DutyTally,
  type Summary,
  summaryIdOf,
} from '../../../domain/summary/summary.schema';
import { placeLabelIn } from '../../../domain/summary/summary-changes.rules';
import { sumOf, sumPlaces } from '../../../domain/summary/tally.rules';
import type { Caller } from '../procedure';
import type { ListedSummary } from './summary.store';

type Placed = Pick<Summary, 'schoolId' | 'divisionId' | 'classId'>;

/** What rights are asked about; null for what does not exist. */
export const subjectOf = (of: Placed | null): Subject | null =>
  of && {
    schoolId: of.schoolId,
    divisionId: of.divisionId ?? undefined,
    classId: of.classId ?? undefined,
  };

export const subjectOfTally = (
  { schoolId }: Pick<Summary, 'schoolId'>,
  { classId, divisionId }: ClassTally,
): Subject => ({ schoolId, divisionId, classId });

export const presentListed = (summary: ListedSummary) => ({
  id: summary._id,
  title: sayTitle(summary),
  periodKind: summary.periodKind,
  to: summary.to,
  version: summary.version,
  isSigned: summary.signedAt !== null,
  signedBy: summary.signedByName,
});

/** Who answers for what a class owes; divisions and the school are known by their name. */
const responsibleFor = ({ classes }: Summary, placeId: string): string | null =>
  classes.find(({ classId }) => classId === placeId)?.homeroomTeacher ?? null;

/** A duty with the places that owe it, in the order of the roster: named, never ranked. */
function presentDuty(summary: Summary, { places, ...duty }: DutyTally) {
  return {
    dutyId: duty.dutyId,
    title: duty.title,
    clause: duty.clause,
    sum: sumPlaces(places),
    places: places.map(({ placeId, done, of, late }) => ({
      placeId,
      label: placeLabelIn(summary, placeId),
      responsible: responsibleFor(summary, placeId),
      done,
      of,
      late,
    })),
  };
}

/** The whole summary, for those who read it; who was not seen is named to those who may see all. */
export function presentSummary(ctx: Pick<Caller, 'access'>, summary: Summary) {
  const { access } = ctx;
  const subject = subjectOf(summary) as Subject;
  const sum = sumOf(summary.classes);
  return {
    id: summary._id,
    rev: summary.rev,
    version: summary.version,
    level: summary.level,
    placeId: summary.placeId,
    classId: summary.classId,
    periodId: summary.periodId,
    periodKind: summary.periodKind,
    title: sayTitle(summary),
    from: summary.from,
    to: summary.to,
    countedOn: summary.countedOn,
    figures: cardFigures(sum, summary.duties),
    chatText: sayForChat(summary, sum, summary.duties),
    classes: summary.classes,
    duties: summary.duties.map((duty) => presentDuty(summary, duty)),
    /** null for those who may not see who of a class was not seen. */
    unseen: access.may('unseen.read', subject) ? summary.unseen : null,
    words: summary.words,
    updatedByName: summary.updatedByName,
    isSigned: summary.signedAt !== null,
    signedAt: summary.signedAt,
    signedBy: summary.signedByName,
    correction: summary.correction && {
      ...summary.correction,
      ofId: summaryIdOf(summary.periodId, summary.placeId, summary.correction.of),
    },
    replacedById:
      summary.replacedBy === null
        ? null
        : summaryIdOf(summary.periodId, summary.placeId, summary.replacedBy),
    may: {
      record: access.may('summary.record', subject),
      signOff: access.may('summary.signOff', subject),
      share: access.may('summaryCard.record', subject),
      export: access.may('summary.export', subject),
    },
  };
}
