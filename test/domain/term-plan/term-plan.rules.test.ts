import { startFrom } from '../../../domain/regulation/presets/presets';
import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import {
  plannedByRules,
  refusedFiling,
  scheduleRows,
  scheduleText,
} from '../../../domain/term-plan/term-plan.rules';
import { MAX_PLAN_ROWS, ReviseTermPlan } from '../../../domain/term-plan/term-plan.schema';
import { AUTUMN, CALENDAR } from '../regulation/fixture';
import { but, sentences } from '../sentences';

const rules = [startFrom([XIJIAO], { version: 1, effectiveOn: '2026-08-01' })];

describe('a plan begins with what the school’s rules ask', () => {
  test('S4-201 a class has a consultation every week, in order, and none in the holidays', () => {
    const rows = plannedByRules(rules, AUTUMN, CALENDAR, 'class');
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.length).toBeLessThanOrEqual(MAX_PLAN_ROWS);
    expect(rows[0]).toEqual({ when: '第1周', what: '班级学情会商例会' });
    expect(new Set(rows.map(({ when }) => when)).size).toBe(rows.length);
  });

  test('S4-204 a division has a plenary at the start, in the middle and at the end of a term', () => {
    const rows = plannedByRules(rules, AUTUMN, CALENDAR, 'division');
    expect(rows.map(({ what }) => what)).toEqual(Array(3).fill('学情会商大会'));
  });

  test('a school without rules begins with an empty page', () => {
    expect(plannedByRules([], AUTUMN, CALENDAR, 'class')).toEqual([]);
  });
});

describe('the lines of a plan', () => {
  test('are typed as one text, a line each, and come back the same', () => {
    const rows = [
      { when: '第3周', what: '班级学情会商例会' },
      { when: '10月', what: '期中前 看作业' },
    ];
    expect(scheduleRows(scheduleText(rows))).toEqual(rows);
  });

  test('forgive blank lines and any kind of space', () => {
    expect(scheduleRows('\n 第3周\t例会 \n\n')).toEqual([{ when: '第3周', what: '例会' }]);
    expect(scheduleRows('第3周')).toEqual([{ when: '第3周', what: '' }]);
  });
});

describe('filing', () => {
  const plan = { goals: '有进步', measures: '', rows: [{ when: '第3周', what: '例会' }] };

  test('S4-265 asks for a goal and for what is held when', () => {
    expect(refusedFiling(plan)).toBeNull();
    expect(refusedFiling({ ...plan, goals: '' })).toBe('请先写这学期的目标，再报备。');
    expect(refusedFiling({ ...plan, rows: [] })).toBe('请先安排这学期的会商，再报备。');
  });
});

test('a plan is refused in words when it is too long or a line has no time', () => {
  const valid = {
    ...{ level: 'class', placeId: 'c1', termId: '2026-1', rev: 0, writeId: 'a'.repeat(16) },
    ...{ goals: '', measures: '', rows: [] as object[] },
  };
  expect(sentences(ReviseTermPlan, valid)).toEqual({});
  const tooMany = Array(MAX_PLAN_ROWS + 1).fill({ when: '第3周', what: '' });
  expect(sentences(ReviseTermPlan, but(valid, { rows: tooMany }))).toEqual({
    rows: '最多安排 30 行。',
  });
  const timeless = [{ when: '', what: '例会' }];
  expect(sentences(ReviseTermPlan, but(valid, { rows: timeless }))).toEqual({
    'rows.0.when': '请填写“时间”。',
  });
});
