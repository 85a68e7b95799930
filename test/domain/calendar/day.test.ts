import {
  addDays,
  dayOf,
  daysBetween,
  sayDay,
  timeOf,
  weekdayLabel,
  weekdayOf,
} from '../../../domain/calendar/day';

describe('the day of an instant', () => {
  test('a day ends at midnight in Shanghai, not in Greenwich', () => {
    expect(dayOf(new Date('2026-10-28T15:59:59.999Z'))).toBe('2026-10-28');
    expect(dayOf(new Date('2026-10-28T16:00:00.000Z'))).toBe('2026-10-29');
  });

  test('the year turns at midnight in Shanghai too', () => {
    expect(dayOf(new Date('2026-12-31T15:59:59Z'))).toBe('2026-12-31');
    expect(dayOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
  });

  test('the time of day is that of Shanghai in summer and winter alike', () => {
    expect(timeOf(new Date('2026-07-01T00:05:00Z'))).toBe('08:05');
    expect(timeOf(new Date('2026-01-01T00:05:00Z'))).toBe('08:05');
    expect(timeOf(new Date('2026-01-01T16:00:00Z'))).toBe('00:00');
  });
});

describe('counting days', () => {
  test('Monday is the first day of the week and Sunday the seventh', () => {
    expect(weekdayOf('2026-10-26')).toBe(1);
    expect(weekdayOf('2026-11-01')).toBe(7);
    expect(weekdayLabel('2026-10-26')).toBe('周一');
    expect(weekdayLabel('2026-11-01')).toBe('周日');
  });

  test('days are added over the ends of months, leap days and years', () => {
    expect(addDays('2026-10-31', 1)).toBe('2026-11-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });

  test('the distance to an earlier day is negative', () => {
    expect(daysBetween('2026-10-29', '2026-11-02')).toBe(4);
    expect(daysBetween('2026-11-02', '2026-10-29')).toBe(-4);
  });
});

describe('a day as people say it', () => {
  const today = '2026-10-29';
  test.each([
    ['2026-10-29', '今天'],
    ['2026-10-28', '昨天'],
    ['2026-10-30', '明天'],
    ['2026-10-31', '周六'],
    ['2026-11-04', '周三'],
    ['2026-11-05', '11月5日'],
    ['2026-10-27', '10月27日'],
    ['2025-03-05', '2025年3月5日'],
    ['2027-01-01', '2027年1月1日'],
  ])('%s is %s', (day, words) => {
    expect(sayDay(day, today)).toBe(words);
  });
});
