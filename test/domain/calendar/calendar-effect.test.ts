import { effectOf } from '../../../domain/calendar/calendar-effect';
import { CALENDAR_PRESET, calendarOf } from '../../../domain/calendar/school-calendar';
import { ReviseSchoolCalendar } from '../../../domain/calendar/school-calendar.schema';
import { type Term, termIdOf } from '../../../domain/calendar/term';

const dates = {
  ...{ schoolYear: 2026, half: 1 as const },
  ...{ startsOn: '2026-09-01', endsOn: '2027-01-22', weekOneOn: '2026-09-01' },
};
const term: Term = { id: termIdOf(dates), ...dates };
const calendarWith = (more: object) => calendarOf({ ...CALENDAR_PRESET, ...more }, [term]);

describe('what a calendar amounts to', () => {
  test('its weeks; a holiday week that is not counted is one fewer', () => {
    expect(effectOf(term, calendarWith({})).weeks).toBe('共 21 周，第1周从8月31日算起');
    const less = effectOf(term, calendarWith({ isHolidayWeekCounted: false })).weeks;
    expect(less).toContain('共 21 周');
    const autumnBreak = {
      isHolidayWeekCounted: false,
      ownDays: [{ label: '秋假', from: '2026-11-02', to: '2026-11-06', isSchoolDay: false }],
    };
    expect(effectOf(term, calendarWith(autumnBreak)).weeks).toContain('共 20 周');
  });

  test('what a holiday moves, and to which day', () => {
    const { moved } = effectOf(term, calendarWith({}));
    expect(moved).toContain('国庆节 10月1日—10月7日，要做的事顺延到10月8日（周四）');
  });

  test('a year that nobody has announced is said to be unknown', () => {
    expect(effectOf(term, calendarWith({})).unknown).toContain('2027年的放假安排还没有公布');
  });
});

describe('a calendar that is saved', () => {
  const base = {
    ...{ rev: 1, writeId: 'a'.repeat(20), terms: [dates] },
    ...{ ownDays: [], exams: [], isHolidayWeekCounted: true },
  };
  const why = (more: object) =>
    ReviseSchoolCalendar.safeParse({ ...base, ...more }).error?.issues[0]?.message;

  test('has at least one term, and none that overlap', () => {
    expect(why({})).toBeUndefined();
    expect(why({ terms: [] })).toContain('至少设一个学期');
    const spring = { ...dates, half: 2, startsOn: '2027-01-20', endsOn: '2027-07-01' };
    expect(why({ terms: [dates, { ...spring, weekOneOn: '2027-02-24' }] })).toContain('重叠');
  });

  test('says which day of a term is wrong', () => {
    expect(why({ terms: [{ ...dates, endsOn: '2026-08-01' }] })).toContain('早于开学日期');
    expect(why({ terms: [{ ...dates, weekOneOn: '2026-08-20' }] })).toContain('不在这个学期里');
  });
});
