import { isOddWeek, sayWeek, schoolWeek } from '../../../domain/calendar/school-week';
import {
  isTermOver,
  type Term,
  termAt,
  termBefore,
  termLabel,
} from '../../../domain/calendar/term';

/** Autumn begins on a Tuesday: its first week is a short one. */
const AUTUMN: Term = {
  id: '2026-1',
  schoolYear: 2026,
  half: 1,
  startsOn: '2026-09-01',
  endsOn: '2027-01-29',
  weekOneOn: '2026-09-01',
};
const SPRING: Term = {
  id: '2026-2',
  schoolYear: 2026,
  half: 2,
  startsOn: '2027-02-26',
  endsOn: '2027-07-09',
  weekOneOn: '2027-03-01',
};
/** In no order: a school may have typed the later one first. */
const TERMS = [SPRING, AUTUMN];

describe('the weeks of a term', () => {
  test('week 1 runs to its Sunday although teaching begins on a Tuesday', () => {
    expect(schoolWeek(AUTUMN, '2026-09-01')).toBe(1);
    expect(schoolWeek(AUTUMN, '2026-09-06')).toBe(1);
    expect(schoolWeek(AUTUMN, '2026-09-07')).toBe(2);
  });

  test('it makes no difference which day of the first week the school names', () => {
    for (const weekOneOn of ['2026-08-31', '2026-09-03', '2026-09-06']) {
      expect(schoolWeek({ ...AUTUMN, weekOneOn }, '2026-10-29')).toBe(9);
    }
  });

  test('odd and even are of the school week, not of the year (S0-11)', () => {
    expect(sayWeek(AUTUMN, '2026-10-29')).toBe('第9周 · 单周 · 周四');
    expect(sayWeek(AUTUMN, '2026-11-02')).toBe('第10周 · 双周 · 周一');
    expect([1, 2, 9, 10].map(isOddWeek)).toEqual([true, false, true, false]);
  });

  test('a term may open some days before its first teaching week', () => {
    expect(schoolWeek(SPRING, '2027-02-26')).toBe(0);
    expect(sayWeek(SPRING, '2027-02-26')).toBe('开学前 · 周五');
    expect(sayWeek(SPRING, '2027-03-01')).toBe('第1周 · 单周 · 周一');
  });

  test('weeks before the first keep their parity', () => {
    expect(schoolWeek(SPRING, '2027-02-15')).toBe(-1);
    expect(isOddWeek(-1)).toBe(true);
    expect(isOddWeek(0)).toBe(false);
  });

  test('the last day still belongs to the term, the next one is a holiday', () => {
    expect(sayWeek(AUTUMN, '2027-01-29')).toMatch(/^第22周/);
    expect(sayWeek(AUTUMN, '2027-01-30')).toBe('假期 · 周六');
    expect(isTermOver(AUTUMN, '2027-01-29')).toBe(false);
    expect(isTermOver(AUTUMN, '2027-01-30')).toBe(true);
  });

  test('without a term there is only the weekday', () => {
    expect(sayWeek(null, '2026-10-29')).toBe('假期 · 周四');
  });
});

describe('which term a day belongs to', () => {
  test('a day within a term belongs to it, whatever the order of the list', () => {
    expect(termAt(TERMS, '2026-10-29')).toBe(AUTUMN);
    expect(termAt(TERMS, '2027-03-15')).toBe(SPRING);
  });

  test('in the holidays the term that ended last is still the one at hand', () => {
    expect(termAt(TERMS, '2027-02-10')).toBe(AUTUMN);
    expect(termAt(TERMS, '2027-08-15')).toBe(SPRING);
  });

  test('before the first term there is none', () => {
    expect(termAt(TERMS, '2026-08-31')).toBeNull();
    expect(termAt([], '2026-10-29')).toBeNull();
  });

  test('asking leaves the list of terms as it was', () => {
    const list = [...TERMS];
    termAt(list, '2027-08-15');
    expect(list).toEqual(TERMS);
  });

  test('the term before another is found by its days, over the turn of the year', () => {
    expect(termBefore(TERMS, SPRING)).toBe(AUTUMN);
    expect(termBefore(TERMS, AUTUMN)).toBeNull();
  });
});

test('a term is named by its school year and half', () => {
  expect(termLabel(AUTUMN)).toBe('2026-2027学年第一学期');
  expect(termLabel(SPRING)).toBe('2026-2027学年第二学期');
});
