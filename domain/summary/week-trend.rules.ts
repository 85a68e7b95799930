import type { Summary } from './summary.schema';
import { sumOf, sumPlaces } from './tally.rules';

/** So many weeks are shown beside one another. */
export const TREND_WEEKS = 8;

/** A summary as far as a trend needs it. */
export type PlaceWeek = Pick<
  Summary,
  'placeId' | 'placeLabel' | 'periodKind' | 'periodLabel' | 'classes' | 'duties' | 'to'
>;

/** The last weeks of one place, earliest first: a place is compared with itself, with no other. */
export const trendOf = (summaries: readonly PlaceWeek[], placeId: string) =>
  summaries
    .filter((one) => one.placeId === placeId && one.periodKind === 'week')
    .sort((a, b) => (a.to < b.to ? -1 : 1))
    .slice(-TREND_WEEKS)
    .map(({ periodLabel, classes, duties }) => {
      const { seen, students, homeVisits } = sumOf(classes);
      const { done, of } = sumPlaces(duties.flatMap(({ places }) => places));
      return { label: periodLabel, seen, students, homeVisits, done, of };
    });
