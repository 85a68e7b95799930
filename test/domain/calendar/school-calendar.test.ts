import {
  CALENDAR_PRESET,
  type CalendarSettings,
  calendarOf,
  dayKind,
  examAt,
  isSchoolDay,
  nextSchoolDay,
} from '../../../domain/calendar/school-calendar';
import { ReviseSchoolCalendar } from '../../../domain/calendar/school-calendar.schema';
import { sayWeek, schoolWeek, weeksOf } from '../../../domain/calendar/school-week';
import { AUTUMN } from '../regulation/fixture';
import { but, sentences } from '../sentences';

const calendar = (settings: Partial<CalendarSettings> = {}) =>
  calendarOf({ ...CALENDAR_PRESET, ...settings }, [AUTUMN]);

const autumnBreak = { label: '秋假', from: '2026-10-08', to: '2026-10-11', isSchoolDay: false };

describe('what a day is', () => {
  test('Monday to Friday is taught, Saturday and Sunday are not', () => {
    expect(dayKind(calendar(), '2026-10-29')).toEqual({ kind: 'schoolDay', label: null });
    expect(dayKind(calendar(), '2026-10-31')).toEqual({ kind: 'weekend', label: null });
  });

  test('a holiday is called by its name', () => {
    expect(dayKind(calendar(), '2026-10-02')).toEqual({ kind: 'holiday', label: '国庆节' });
    expect(dayKind(calendar(), '2025-10-08')).toEqual({
      kind: 'holiday',
      label: '国庆节、中秋节',
    });
  });

  test('a make-up Saturday is a school day', () => {
    expect(dayKind(calendar(), '2026-10-10').kind).toBe('makeUpDay');
    expect(isSchoolDay(calendar(), '2026-10-10')).toBe(true);
  });

  test('a year that is not announced says so, even of a plain Wednesday', () => {
    expect(dayKind(calendar(), '2027-01-06')).toEqual({
      kind: 'unknown',
      label: '2027年的放假安排还没有公布',
    });
    expect(isSchoolDay(calendar(), '2027-01-06')).toBeNull();
  });

  test('the school’s own word stands above the notice, and makes an unknown day known', () => {
    const own = calendar({
      ownDays: [
        autumnBreak,
        { label: '元旦', from: '2027-01-01', to: '2027-01-03', isSchoolDay: false },
        { label: '补课', from: '2026-11-07', to: '2026-11-07', isSchoolDay: true },
        { label: '返校', from: '2026-10-07', to: '2026-10-07', isSchoolDay: true },
      ],
    });
    expect(dayKind(own, '2026-10-10')).toEqual({ kind: 'holiday', label: '秋假' });
    expect(isSchoolDay(own, '2027-01-01')).toBe(false);
    expect(dayKind(own, '2026-11-07')).toEqual({ kind: 'makeUpDay', label: '补课' });
    expect(dayKind(own, '2026-10-07')).toEqual({ kind: 'schoolDay', label: '返校' });
  });
});

describe('the next school day', () => {
  test('passes over the weekend and the holiday', () => {
    expect(nextSchoolDay(calendar(), '2026-10-30')).toBe('2026-11-02');
    expect(nextSchoolDay(calendar(), '2026-10-01')).toBe('2026-10-08');
  });

  test('is the make-up Saturday where there is one', () => {
    expect(nextSchoolDay(calendar(), '2026-10-09')).toBe('2026-10-10');
  });

  test('is not known over the turn to a year that is not announced', () => {
    expect(nextSchoolDay(calendar(), '2026-12-31')).toBeNull();
  });
});

describe('weeks and holidays', () => {
  const off = calendar({ ownDays: [autumnBreak], isHolidayWeekCounted: false });

  test('the week of the National Day has school days in 2026, so it is counted either way', () => {
    expect(schoolWeek(AUTUMN, '2026-10-12', calendar())).toBe(7);
    expect(schoolWeek(AUTUMN, '2026-10-12', calendar({ isHolidayWeekCounted: false }))).toBe(7);
  });

  test('a week without a school day has no number where the school says so', () => {
    expect(schoolWeek(AUTUMN, '2026-10-04', off)).toBe(5);
    expect(schoolWeek(AUTUMN, '2026-10-12', off)).toBe(6);
    expect(sayWeek(AUTUMN, '2026-10-06', off)).toBe('假期 · 周二');
    expect(sayWeek(AUTUMN, '2026-10-12', off)).toBe('第6周 · 双周 · 周一');
  });

  test('where the school counts it, the same week keeps its number', () => {
    const counted = calendar({ ownDays: [autumnBreak] });
    expect(sayWeek(AUTUMN, '2026-10-06', counted)).toBe('第6周 · 双周 · 周二');
    expect(schoolWeek(AUTUMN, '2026-10-12', counted)).toBe(7);
  });

  test('the term has twenty-one weeks, cut to its first and last day', () => {
    const weeks = weeksOf(AUTUMN, calendar());
    expect(weeks).toHaveLength(21);
    expect(weeks[0]).toMatchObject({ number: 1, from: '2026-09-01', to: '2026-09-06' });
    expect(weeks[20]).toMatchObject({ number: 21, from: '2027-01-18', to: '2027-01-22' });
    expect(weeksOf(AUTUMN, off).map(({ number }) => number)).toHaveLength(20);
  });

  test('the list of weeks and the week of a day agree', () => {
    for (const week of weeksOf(AUTUMN, off)) {
      expect(schoolWeek(AUTUMN, week.from, off)).toBe(week.number);
      expect(schoolWeek(AUTUMN, week.to, off)).toBe(week.number);
    }
  });
});

test('exams are known by their days', () => {
  const midterm = { label: '期中考试', from: '2026-11-09', to: '2026-11-11', isExcused: true };
  expect(examAt(calendar({ exams: [midterm] }), '2026-11-10')).toBe(midterm);
  expect(examAt(calendar({ exams: [midterm] }), '2026-11-12')).toBeNull();
});

describe('setting the calendar', () => {
  const entered = {
    rev: 0,
    writeId: 'a1b2c3d4e5f6g7h8',
    terms: [
      {
        ...{ schoolYear: 2026, half: 1, weekOneOn: '2026-09-01' },
        ...{ startsOn: '2026-09-01', endsOn: '2027-01-22' },
      },
    ],
    ownDays: [autumnBreak],
    exams: [{ label: '期中考试', from: '2026-11-09', to: '2026-11-11', isExcused: true }],
    isHolidayWeekCounted: true,
  };

  test('is accepted as entered', () => {
    expect(sentences(ReviseSchoolCalendar, entered)).toEqual({});
  });

  test('refuses days that run backwards or do not exist, and fields it does not know', () => {
    const backwards = { ...autumnBreak, to: '2026-10-01' };
    expect(sentences(ReviseSchoolCalendar, but(entered, { ownDays: [backwards] }))).toEqual({
      'ownDays.0.to': '结束日期早于开始日期，请重新选择。',
    });
    const never = { ...autumnBreak, from: '2026-02-30' };
    expect(sentences(ReviseSchoolCalendar, but(entered, { ownDays: [never] }))).toEqual({
      'ownDays.0.from': '请选择“开始日期”。',
    });
    expect(Object.values(sentences(ReviseSchoolCalendar, but(entered, { hours: 3 })))).toEqual([
      '多出了不认识的内容：hours。请更新小程序后再试。',
    ]);
  });
});
