import { addDays, weekdayOf } from '../../../domain/calendar/day';
import { PUBLISHED_YEARS } from '../../../domain/calendar/holidays/published';
import { CALENDAR_PRESET, calendarOf, dayKind } from '../../../domain/calendar/school-calendar';

const CALENDAR = calendarOf(CALENDAR_PRESET, []);

describe.each(PUBLISHED_YEARS.map((year) => [year.year, year] as const))(
  'the holidays of %i',
  (number, year) => {
    test('lie in that year, in order, without overlap', () => {
      for (const { from, to } of year.holidays) {
        expect(from.slice(0, 4)).toBe(String(number));
        expect(to.slice(0, 4)).toBe(String(number));
        expect(from <= to).toBe(true);
      }
      const ends = year.holidays.flatMap(({ from, to }) => [from, to]);
      expect(ends).toEqual([...ends].sort());
    });

    test('are the seven that the law names', () => {
      const labels = year.holidays.map(({ label }) => label).join('、');
      expect(new Set(labels.split('、'))).toEqual(
        new Set(['元旦', '春节', '清明节', '劳动节', '端午节', '国庆节', '中秋节']),
      );
    });

    test('make-up days are Saturdays and Sundays outside the holidays', () => {
      for (const day of year.makeUpDays) {
        expect(weekdayOf(day)).toBeGreaterThan(5);
        expect(dayKind(CALENDAR, day)).toEqual({ kind: 'makeUpDay', label: '调休上课' });
      }
    });

    test('thirteen days by law, the rest are weekends and days made up for', () => {
      let off = 0;
      for (const { from, to } of year.holidays) {
        for (let day = from; day <= to; day = addDays(day, 1)) if (weekdayOf(day) <= 5) off += 1;
      }
      const byLaw = 13;
      // A law's day that falls on a Saturday or Sunday costs no working day.
      expect(off - year.makeUpDays.length).toBeLessThanOrEqual(byLaw);
      expect(off - year.makeUpDays.length).toBeGreaterThanOrEqual(byLaw - 2);
    });
  },
);
