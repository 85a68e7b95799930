import type { Day } from '../../../domain/calendar/day';
import {
  MAX_OPEN_RESOLUTIONS,
  RESOLUTION_PAGE,
  type Resolution,
} from '../../../domain/consultation/resolution.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readMany, readNamed, readOne } from '../../kernel/database';
import type { StandingCount } from '../../kernel/settle';

export const readResolution = (resolutionId: string): Promise<Resolution | null> =>
  readOne<Resolution>('resolutions', resolutionId);

/** What a place still owes, longest first. */
export const readOpenResolutions = (schoolId: string, placeId: string): Promise<Resolution[]> =>
  readMany<Resolution>('resolutions', {
    where: { schoolId, placeId, isOpen: true },
    orderBy: [['dueOn', 'asc']],
    limit: MAX_OPEN_RESOLUTIONS,
  });

/** What a division still owes and nobody looked at since a day; two show whether one is the last. */
export const readUnchecked = (
  schoolId: string,
  divisionId: string,
  since: Day,
): Promise<Resolution[]> =>
  readMany<Resolution>('resolutions', {
    where: command.and([
      { schoolId, divisionId, isOpen: true },
      command.or([{ lastCheckOn: null }, { lastCheckOn: command.lt(since) }]),
    ]),
    limit: 2,
  });

/** What a meeting has asked about already, whatever became of it. */
export const readReviewed = (schoolId: string, consultationId: string): Promise<Resolution[]> =>
  readMany<Resolution>('resolutions', {
    where: { schoolId, 'steps.consultationId': consultationId },
    limit: MAX_OPEN_RESOLUTIONS,
  });

/** Resolutions that match, the nearest day first; one more than a page shows whether it ends. */
export function readResolutions(
  match: object,
  before?: { dueOn: Day; id: string },
): Promise<Resolution[]> {
  const open = command.and([match, { isOpen: true }]);
  const where = before
    ? command.and([
        open,
        { dueOn: command.gte(before.dueOn) },
        command.or([{ dueOn: command.gt(before.dueOn) }, { _id: command.gt(before.id) }]),
      ])
    : open;
  return readMany<Resolution>('resolutions', {
    where,
    orderBy: [
      ['dueOn', 'asc'],
      ['_id', 'asc'],
    ],
    limit: RESOLUTION_PAGE + 1,
  });
}

/** What 今天 shows; the nearest comes first. */
const MAX_TODAY = 10;

/** One's own that are due by a day, and what was decided for one since another, whenever it is due. */
export const readOwnResolutions = (
  schoolId: string,
  memberId: string,
  { dueBy, decidedSince }: { dueBy: Day; decidedSince: Day },
): Promise<Resolution[]> =>
  readMany<Resolution>('resolutions', {
    where: command.and([
      { schoolId, memberIds: memberId, isOpen: true },
      command.or([{ dueOn: command.lte(dueBy) }, { decidedOn: command.gte(decidedSince) }]),
    ]),
    orderBy: [['dueOn', 'asc']],
    limit: MAX_TODAY,
  });

const MAX_STANDINGS = 800;

/** What is known of duties that are counted from a meeting each. */
export const readStandingsOfDuties = async (
  schoolId: string,
  dutyIds: string[],
): Promise<StandingCount[]> =>
  dutyIds.length === 0
    ? []
    : readMany<StandingCount>('standings', {
        where: { schoolId, dutyId: oneOf(dutyIds) },
        limit: MAX_STANDINGS,
      });

/** How many records some duties have, by the ids of their counters; none stands for none. */
export const readStandings = (schoolId: string, ids: string[]): Promise<StandingCount[]> =>
  readNamed<StandingCount>('standings', '_id', ids.slice(0, MAX_STANDINGS), {
    where: { schoolId },
    limit: MAX_STANDINGS,
  });
