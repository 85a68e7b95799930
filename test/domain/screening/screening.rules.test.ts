import type { Term } from '../../../domain/calendar/term';
import {
  countsOf,
  coverageOf,
  dueOnOf,
  periodOf,
  refusedDueDay,
  roundTitle,
  untickedOf,
  withTicks,
} from '../../../domain/screening/screening.rules';
import type { Tick } from '../../../domain/screening/screening.schema';

const TERM: Term = {
  id: '2026-1',
  schoolYear: 2026,
  half: 1,
  startsOn: '2026-09-01',
  endsOn: '2027-01-29',
  weekOneOn: '2026-09-01',
};
const at = new Date('2026-10-29T02:00:00Z');
const same: Tick = { state: 'same', at };
const concern: Tick = { state: 'concern', at };
const student = (_id: string, status: 'enrolled' | 'left' = 'enrolled') => ({
  _id,
  name: _id,
  status,
});

describe('a round', () => {
  test('of a month has one id a month, 摸底 one a term, an irregular one a day', () => {
    expect(periodOf('monthly', TERM, '2026-10-29')).toBe('2026-10');
    expect(periodOf('health', TERM, '2026-10-29')).toBe('2026-1');
    expect(periodOf('irregular', TERM, '2026-10-29')).toBe('2026-10-29');
    expect(roundTitle('monthly', TERM, '2026-10-29')).toBe('10月集中排查');
  });

  test('of 特异体质 is due within a week after the term starts (S4-280)', () => {
    expect(dueOnOf('health', TERM, '2026-09-01')).toBe('2026-09-07');
    expect(dueOnOf('health', TERM, '2026-09-05')).toBe('2026-09-07');
    expect(dueOnOf('health', TERM, '2026-10-29')).toBe('2026-11-04');
  });

  test('is due neither in the past nor after two months', () => {
    expect(refusedDueDay('2026-10-28', '2026-10-29')).toContain('已经过去');
    expect(refusedDueDay('2026-12-29', '2026-10-29')).toContain('太远');
    expect(refusedDueDay('2026-10-29', '2026-10-29')).toBeNull();
  });
});

describe('班不漏人', () => {
  test('names every enrolled student without a tick, also one who came later', () => {
    const roster = [student('甲'), student('乙'), student('走了', 'left')];
    expect(untickedOf(null, roster).map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(untickedOf({ ticks: { 甲: same } }, roster).map(({ name }) => name)).toEqual(['乙']);
  });

  test('a tick is given and taken; a finding is kept by both', () => {
    const ticks = { 甲: concern, 乙: same };
    expect(withTicks(ticks, ['甲', '乙', '丙'], 'same', at)).toEqual({ ...ticks, 丙: same });
    expect(withTicks(ticks, ['甲', '乙'], null, at)).toEqual({ 甲: concern });
    expect(countsOf(ticks)).toEqual({ ticked: 2, findings: 1 });
  });
});

test('校不漏年级、年级不漏班: a class without a sheet counts as missing, least first', () => {
  const classes = [
    { _id: 'a', studentCount: 40 },
    { _id: 'b', studentCount: 40 },
    { _id: 'c', studentCount: 20 },
  ];
  const sheets = [
    { classId: 'a', status: 'confirmed' as const, ticked: 41, findings: 2 },
    { classId: 'c', status: 'submitted' as const, ticked: 10, findings: 0 },
  ];
  const coverage = coverageOf(classes, sheets);
  expect(coverage.rows.map(({ schoolClass }) => schoolClass._id)).toEqual(['b', 'c', 'a']);
  expect(coverage).toMatchObject({ students: 100, ticked: 50, findings: 2, unconfirmed: 2 });
});
