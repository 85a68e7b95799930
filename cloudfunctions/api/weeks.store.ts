import { addDays, type Day } from '../../domain/calendar/day';
import { type PlaceWeek, TREND_WEEKS } from '../../domain/summary/week-trend.rules';
import { command } from '../kernel/cloud';
import { oneOf, readMany } from '../kernel/database';

/** A week's summaries, and the months' and the term's that end among them. */
const SUMMARIES = TREND_WEEKS + 5;

const FIELDS = ['placeId', 'placeLabel', 'periodKind', 'periodLabel', 'classes', 'duties', 'to'];

/** The summaries of some places in the weeks up to a day: one request for a trend. */
export const readWeeks = (
  schoolId: string,
  placeIds: readonly string[],
  until: Day,
): Promise<PlaceWeek[]> =>
  placeIds.length === 0
    ? Promise.resolve([])
    : readMany<PlaceWeek>('summaries', {
        where: {
          schoolId,
          placeId: oneOf(placeIds),
          replacedBy: null,
          to: command.gte(addDays(until, -7 * TREND_WEEKS)),
        },
        orderBy: [
          ['to', 'desc'],
          ['_id', 'desc'],
        ],
        fields: FIELDS,
        limit: SUMMARIES * placeIds.length,
      });
