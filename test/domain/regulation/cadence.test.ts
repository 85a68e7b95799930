import {
  CALENDAR_PRESET,
  type CalendarSettings,
  calendarOf,
} from '../../../domain/calendar/school-calendar';
import { type DutyWindow, windowAt, windowsOf } from '../../../domain/regulation/cadence';
import type { Cadence } from '../../../domain/regulation/cadence.schema';
import { PRESETS } from '../../../domain/regulation/presets/presets';
import { AUTUMN, CALENDAR, dueDays, moves, SPRING } from './fixture';

const windows = (cadence: Cadence, settings: Partial<CalendarSettings> = {}): DutyWindow[] =>
  windowsOf(cadence, AUTUMN, calendarOf({ ...CALENDAR_PRESET, ...settings }, [AUTUMN, SPRING]));

const labelled = (list: readonly DutyWindow[], label: string): DutyWindow => {
  const found = list.find((window) => window.label === label);
  if (!found) throw new Error(`no window ${label}`);
  return found;
};

const everyTerm = [AUTUMN, SPRING];
const everyCadence = PRESETS.flatMap(({ duties }) => duties.map(({ cadence }) => cadence));

describe('the windows of any cadence', () => {
  test('never overlap, open before they are due, and have ids of their own', () => {
    for (const term of everyTerm) {
      for (const cadence of everyCadence) {
        const list = windowsOf(cadence, term, CALENDAR);
        expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
        for (const [index, { opensOn, dueOn, closesOn, id }] of list.entries()) {
          expect(id).toMatch(/^[A-Za-z0-9-]{1,30}$/);
          expect(opensOn <= dueOn && dueOn <= closesOn).toBe(true);
          const next = list[index + 1];
          if (next) expect(closesOn < next.opensOn).toBe(true);
        }
      }
    }
  });

  test('of two weeks and of one week are never confused', () => {
    const ids = [...windows({ kind: 'weekly' }), ...windows({ kind: 'everyTwoWeeks' })].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('once a school year', () => {
  const both = (cadence: Cadence) =>
    everyTerm.map((term) => windowsOf(cadence, term, CALENDAR).map(({ dueOn }) => dueOn));

  test('in a month, by its last school day, in the term that the month is of', () => {
    expect(both({ kind: 'yearly', month: 9 })).toEqual([['2026-09-30'], []]);
    expect(both({ kind: 'yearly', month: 3 })).toEqual([[], ['2027-03-31']]);
  });

  test('by a day, which a holiday moves', () => {
    expect(both({ kind: 'yearly', month: 9, day: 18 })).toEqual([['2026-09-18'], []]);
    expect(both({ kind: 'yearly', month: 10, day: 3 })).toEqual([['2026-10-08'], []]);
    expect(both({ kind: 'yearly', month: 4, day: 31 })).toEqual([[], ['2027-04-30']]);
  });

  test('is asked once wherever it falls, also in the holidays', () => {
    for (let month = 1; month <= 12; month += 1) {
      for (const day of [undefined, 1, 15, 31]) {
        const asked = both({ kind: 'yearly', month, ...(day && { day }) }).flat();
        expect({ month, day, asked: asked.length }).toEqual({ month, day, asked: 1 });
      }
    }
  });

  test('without the other term set, each knows its own months', () => {
    const alone = (term: typeof AUTUMN, month: number) =>
      windowsOf({ kind: 'yearly', month }, term, calendarOf(CALENDAR_PRESET, [term])).length;
    expect([alone(AUTUMN, 9), alone(AUTUMN, 4), alone(SPRING, 4), alone(SPRING, 9)]).toEqual([
      1, 0, 1, 0,
    ]);
  });
});

describe('what a holiday does', () => {
  test('a fixed weekday moves to the next school day, with the reason', () => {
    expect(moves(windows({ kind: 'weekly', weekday: 5 }))).toEqual({
      第4周: '2026-09-25 → 2026-09-28 中秋节',
      第5周: '2026-10-02 → 2026-10-08 国庆节',
    });
  });

  test('a moved week that would meet the next one is not asked for by itself', () => {
    const thursdays = windows({ kind: 'weekly', weekday: 4 });
    expect(labelled(thursdays, '第5周')).toMatchObject({
      excused: '国庆节，并入第6周',
      moved: null,
    });
    expect(labelled(thursdays, '第6周')).toMatchObject({ dueOn: '2026-10-08', excused: null });
  });

  test('a week without a fixed day is due on the last school day that it has', () => {
    expect(labelled(windows({ kind: 'weekly' }), '第5周')).toMatchObject({
      dueOn: '2026-09-30',
      moved: null,
    });
  });

  test('a week without any school day is not owed, and says why', () => {
    const autumnBreak = { label: '秋假', from: '2026-11-02', to: '2026-11-08', isSchoolDay: false };
    for (const cadence of [{ kind: 'weekly' }, { kind: 'weekly', weekday: 3 }] as const) {
      const week = labelled(windows(cadence, { ownDays: [autumnBreak] }), '第10周');
      expect(week).toMatchObject({ excused: '秋假', moved: null });
    }
  });

  test('where holiday weeks are not counted, that week is no week at all', () => {
    const autumnBreak = { label: '秋假', from: '2026-11-02', to: '2026-11-08', isSchoolDay: false };
    const settings = { ownDays: [autumnBreak], isHolidayWeekCounted: false };
    const list = windows({ kind: 'weekly' }, settings);
    expect(list).toHaveLength(20);
    expect(labelled(list, '第10周').dueOn).toBe('2026-11-13');
    expect(dueDays(windows({ kind: 'oddWeeks', weekday: 5 }, settings))).toMatchObject({
      第9周: '2026-10-30',
      第11周: '2026-11-20',
    });
  });

  test('a year that is not announced moves nothing and says that it is not certain', () => {
    const newYear = labelled(windows({ kind: 'weekly', weekday: 5 }), '第18周');
    expect(newYear).toMatchObject({ dueOn: '2027-01-01', moved: null, isCertain: false });
    expect(labelled(windows({ kind: 'weekly', weekday: 5 }), '第17周').isCertain).toBe(true);
  });

  test('once the school knows its New Year, the same week is moved', () => {
    const newYear = { label: '元旦', from: '2027-01-01', to: '2027-01-03', isSchoolDay: false };
    const monday = { label: '上课', from: '2027-01-04', to: '2027-01-04', isSchoolDay: true };
    const list = windows({ kind: 'oddWeeks', weekday: 5 }, { ownDays: [newYear, monday] });
    expect(labelled(list, '第17周').dueOn).toBe('2026-12-25');
    const even = windows({ kind: 'evenWeeks', weekday: 5 }, { ownDays: [newYear, monday] });
    expect(moves(even)).toEqual({
      第4周: '2026-09-25 → 2026-09-28 中秋节',
      第18周: '2027-01-01 → 2027-01-04 元旦',
    });
  });
});

describe('exams', () => {
  const exam = { label: '期中考试', from: '2026-11-09', to: '2026-11-13' };

  test('that fill a week excuse it where the school says so', () => {
    const list = windows({ kind: 'weekly' }, { exams: [{ ...exam, isExcused: true }] });
    expect(labelled(list, '第11周').excused).toBe('期中考试');
    expect(labelled(list, '第12周').excused).toBeNull();
  });

  test('change nothing where the school does not', () => {
    const list = windows({ kind: 'weekly' }, { exams: [{ ...exam, isExcused: false }] });
    expect(labelled(list, '第11周').excused).toBeNull();
  });

  test('of three days leave the week to be used', () => {
    const short = { ...exam, to: '2026-11-11', isExcused: true };
    expect(labelled(windows({ kind: 'weekly' }, { exams: [short] }), '第11周').excused).toBeNull();
  });
});

describe('the window of a day', () => {
  const fridays = windows({ kind: 'oddWeeks', weekday: 5 });

  test('is the odd week, and still is in the even week after it', () => {
    expect(windowAt(fridays, '2026-10-27')?.label).toBe('第9周');
    expect(windowAt(fridays, '2026-11-05')?.label).toBe('第9周');
    expect(windowAt(fridays, '2026-11-09')?.label).toBe('第11周');
  });

  test('is none before the term and after it', () => {
    expect(windowAt(fridays, '2026-08-31')).toBeNull();
    expect(windowAt(fridays, '2027-01-23')).toBeNull();
  });

  test('on the day a moved meeting is held is the week it was moved from', () => {
    const saturdays = windows({ kind: 'weekly', weekday: 6 });
    expect(windowAt(saturdays, '2026-10-12')?.label).toBe('第6周');
    expect(windowAt(saturdays, '2026-10-13')?.label).toBe('第7周');
  });
});

test('facts of another term or another kind open no window', () => {
  const cadence: Cadence = { kind: 'afterEvent', event: 'homeVisit', days: 7 };
  const facts = [
    { id: 'talk', kind: 'talk', on: '2026-10-29' },
    { id: 'spring', kind: 'homeVisit', on: '2027-03-10' },
  ] as const;
  expect(windowsOf(cadence, AUTUMN, CALENDAR, facts)).toEqual([]);
});
