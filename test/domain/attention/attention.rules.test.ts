import {
  followedUp,
  goalHints,
  leadersWithout,
  nextReview,
  openMeasure,
  refusedReviewDay,
  takenBack,
  unknownFields,
} from '../../../domain/attention/attention-case.rules';
import {
  type AttentionCase,
  RecordAttentionCase,
  RecordFollowUp,
} from '../../../domain/attention/attention-case.schema';
import {
  ATTENTION_CATEGORY_PRESET,
  type AttentionCategoryList,
  listAt,
  MAX_LISTS,
  REVIEW_DAYS_PRESET,
  ReviseAttentionCategories,
  standingSettings,
  withList,
} from '../../../domain/attention/attention-category.schema';
import { CASE_KINDS } from '../../../domain/attention/case-kinds';
import { addDays } from '../../../domain/calendar/day';
import { makeSchool } from '../../school/make-school';

const TODAY = '2026-10-29';
const found = makeSchool().collections.attentionCases?.[0] as AttentionCase;
const list = (effectiveOn: string): AttentionCategoryList => ({
  effectiveOn,
  categories: [{ key: 'a', label: '甲', meaning: '' }],
});

describe('when a case is looked at again', () => {
  test.each([
    [1, '2026-11-05'],
    [2, '2026-11-12'],
    [3, '2026-11-28'],
  ] as const)('level %i: within its interval, until %s', (level, last) => {
    expect(nextReview(level, TODAY, REVIEW_DAYS_PRESET)).toBe(last);
    expect(refusedReviewDay(last, level, TODAY, REVIEW_DAYS_PRESET)).toBeNull();
    expect(refusedReviewDay(addDays(last, 1), level, TODAY, REVIEW_DAYS_PRESET)).toContain(
      '最多隔',
    );
  });

  test('never in the past', () => {
    expect(refusedReviewDay('2026-10-28', 1, TODAY, REVIEW_DAYS_PRESET)).toContain('已经过去');
  });
});

describe('the aim of a case', () => {
  test.each(['改掉拖拉', '不再迟到', '减少争吵'])(
    '“%s” gets a hint: say what should grow',
    (goal) => {
      expect(goalHints(goal)).toHaveLength(1);
    },
  );

  test('in positive words gets none', () => {
    expect(goalHints('每天主动和同桌说一件事')).toEqual([]);
  });
});

describe('the kinds of file', () => {
  test('begin with strengths, every one of them', () => {
    for (const { fields } of Object.values(CASE_KINDS)) expect(fields[0].key).toBe('strengths');
  });

  test('in a list never name a group; talent and potential are no secret', () => {
    const labels = Object.values(CASE_KINDS).map(({ listLabel }) => listLabel);
    expect(labels.join()).not.toMatch(/留守|困难|问题|差/);
    expect(CASE_KINDS.talent.isSealed || CASE_KINDS.potential.isSealed).toBe(false);
    expect(CASE_KINDS.care.isSealed && CASE_KINDS.company.isSealed).toBe(true);
  });

  test('ask for planned activities after school with 亲情陪伴 only (S1-122)', () => {
    expect(unknownFields('company', { activities: '周三篮球' })).toEqual([]);
    expect(unknownFields('care', { activities: '周三篮球' })).toEqual(['activities']);
  });
});

describe('a follow-up', () => {
  const followUp = {
    _id: 'f1',
    nextOn: '2026-11-05',
    level: 1 as const,
    createdAt: new Date('2026-10-29T02:00:00Z'),
    leftRev: found.rev,
    before: {
      reviewOn: found.reviewOn,
      level: found.level,
      lastFollowUpId: found.lastFollowUpId,
      lastFollowUpAt: found.lastFollowUpAt,
      measures: found.measures,
    },
  };
  const after = followedUp(found, followUp, ['m1']);

  test('moves the review on and marks what is done', () => {
    expect(after).toMatchObject({ reviewOn: '2026-11-05', followUps: found.followUps + 1 });
    expect(after.measures[0]?.isDone).toBe(true);
    expect(openMeasure(after)).toBeNull();
  });

  test('taken back leaves the case as it was', () => {
    expect({ ...after, ...takenBack(after, followUp) }).toEqual(found);
  });

  test('is not taken back once another was made, the plan was edited, or the case has ended', () => {
    expect(takenBack({ ...after, rev: after.rev + 1 }, followUp)).toBeNull();
    expect(takenBack({ ...after, lastFollowUpId: 'f2' }, followUp)).toBeNull();
    expect(takenBack({ ...after, status: 'closed' }, followUp)).toBeNull();
  });

  test('needs no word when nothing changed, and one when something did', () => {
    const input = { caseId: 'c', writeId: 'w'.repeat(20), change: 'same', text: '' };
    expect(RecordFollowUp.safeParse(input).success).toBe(true);
    expect(RecordFollowUp.safeParse({ ...input, change: 'better' }).success).toBe(false);
  });
});

describe('the school’s groups', () => {
  test('begin as a proposal of eight; 特异体质 is not one of them', () => {
    expect(ATTENTION_CATEGORY_PRESET).toHaveLength(8);
    expect(ATTENTION_CATEGORY_PRESET.map(({ label }) => label).join()).not.toContain('特异体质');
    expect(standingSettings(null).lists).toHaveLength(1);
  });

  test('are those of the list that has begun last', () => {
    const lists = [list('2026-11-01'), list('2025-09-01'), list('2026-09-01')];
    expect(listAt(lists, TODAY).effectiveOn).toBe('2026-09-01');
    expect(listAt(lists, '2026-11-01').effectiveOn).toBe('2026-11-01');
  });

  test('of the past cannot be changed; what has not begun can', () => {
    const lists = [list('2026-09-01'), list('2026-12-01')];
    expect(withList(lists, list('2026-10-28'), TODAY)).toBeNull();
    expect(withList(lists, list('2026-12-01'), TODAY)).toHaveLength(2);
    expect(withList(lists, list(TODAY), TODAY)?.map(({ effectiveOn }) => effectiveOn)).toEqual([
      '2026-09-01',
      TODAY,
      '2026-12-01',
    ]);
    const full = Array.from({ length: MAX_LISTS }, (_, index) => list(`20${10 + index}-09-01`));
    expect(withList(full, list(TODAY), TODAY)).toBeNull();
  });

  test('have names of their own, at most twenty of them', () => {
    const input = {
      rev: 0,
      writeId: 'w'.repeat(20),
      effectiveOn: TODAY,
      categories: ATTENTION_CATEGORY_PRESET,
      reviewDays: REVIEW_DAYS_PRESET,
    };
    expect(ReviseAttentionCategories.safeParse(input).success).toBe(true);
    const twice = [...ATTENTION_CATEGORY_PRESET, ATTENTION_CATEGORY_PRESET[0]];
    expect(ReviseAttentionCategories.safeParse({ ...input, categories: twice }).success).toBe(
      false,
    );
  });
});

test('a leader without a student is seen (S4-275)', () => {
  expect(
    leadersWithout([{ id: 'a' }, { id: 'b' }], [{ sponsorId: 'a' }, { sponsorId: null }]),
  ).toEqual([{ id: 'b' }]);
});

test('a plan takes no more measures than can be kept', () => {
  const measure = (id: string) => ({ id, text: '做', owner: '谁', until: TODAY, isDone: false });
  const plan = (count: number) => ({
    ...{ caseId: 'c', studentId: 's', kind: 'care', level: 2, rev: 0, writeId: 'w'.repeat(20) },
    ...{ fields: {}, goal: '每天交一项作业', reviewOn: TODAY },
    measures: Array.from({ length: count }, (_, index) => measure(`m${index}`)),
  });
  expect(RecordAttentionCase.safeParse(plan(8)).success).toBe(true);
  const { error } = RecordAttentionCase.safeParse(plan(9));
  expect(error?.issues[0]?.message).toContain('最多 8 条');
});
