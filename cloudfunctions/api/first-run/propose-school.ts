import { type Day, monthAndDay } from '../../../domain/calendar/day';
import { PUBLISHED_YEARS } from '../../../domain/calendar/holidays/published';
import { schoolYearFrom, usualTerms } from '../../../domain/first-run/first-run.rules';
import { PRESETS } from '../../../domain/regulation/presets/presets';

/** 国庆节 10月1日—10月7日; of the calendar years that the school year touches. */
function knownHolidays(schoolYear: number): string[] {
  const [from, to] = [`${schoolYear}-09-01`, `${schoolYear + 1}-07-31`];
  return PUBLISHED_YEARS.flatMap(({ holidays }) => holidays)
    .filter((holiday) => holiday.from >= from && holiday.from <= to)
    .map(({ label, from: first, to: last }) =>
      first === last
        ? `${label} ${monthAndDay(first)}`
        : `${label} ${monthAndDay(first)}—${monthAndDay(last)}`,
    );
}

/** What a school begins with unless it says otherwise; everything can be changed, now and later. */
export function proposeSchool(today: Day) {
  const schoolYear = schoolYearFrom(today);
  const published = PUBLISHED_YEARS.map(({ year }) => year);
  return {
    schoolYear,
    terms: usualTerms(schoolYear),
    holidays: knownHolidays(schoolYear),
    unpublishedYears: [schoolYear, schoolYear + 1].filter((year) => !published.includes(year)),
    presets: PRESETS.map(({ id, label, about, part }) => ({ id, label, about, part })),
  };
}
