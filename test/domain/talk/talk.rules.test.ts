import type { Term } from '../../../domain/calendar/term';
import { NO_TALK } from '../../../domain/school/roster.schema';
import {
  agreedUntil,
  bySeen,
  daysSinceSeen,
  isLatest,
  isTalkDue,
  isUnseen,
  lastTalkOf,
  saySeen,
  talkExcerpt,
  talkTitle,
} from '../../../domain/talk/talk.rules';
import type { Talk } from '../../../domain/talk/talk.schema';

const TODAY = '2026-10-29';
const TERM = { startsOn: '2026-09-01' } as Term;
const EVERY_TWO_WEEKS = { capacity: 15, talkEveryDays: 14 };
const seen = (lastTalkOn: string | null) => ({ ...NO_TALK, lastTalkOn });

describe('when a student was last seen', () => {
  test.each([
    ['2026-10-29', 0, '今天谈过'],
    ['2026-10-11', 18, '上次 18 天前'],
    ['2026-06-30', null, '本学期尚未'],
    [null, null, '本学期尚未'],
  ] as const)('last seen %s is %s days, said as %s', (lastTalkOn, days, words) => {
    expect(daysSinceSeen(seen(lastTalkOn), TODAY, TERM)).toBe(days);
    expect(saySeen(days)).toBe(words);
  });

  test('in a school without a term the last talk counts whenever it was', () => {
    expect(daysSinceSeen(seen('2026-06-30'), TODAY, null)).toBe(121);
  });

  test('never seen stands first, then the longest ago', () => {
    const days = [TODAY, null, '2026-09-01', '2026-10-01'].map(seen).sort(bySeen);
    expect(days.map(({ lastTalkOn }) => lastTalkOn)).toEqual([
      null,
      '2026-09-01',
      '2026-10-01',
      TODAY,
    ]);
  });
});

describe('who has not been seen (S4-258, S4-298)', () => {
  test('is who was not talked with for as many days as the school allows', () => {
    expect(isUnseen(13, EVERY_TWO_WEEKS)).toBe(false);
    expect(isUnseen(14, EVERY_TWO_WEEKS)).toBe(true);
    expect(isUnseen(7, { ...EVERY_TWO_WEEKS, talkEveryDays: 7 })).toBe(true);
    expect(isUnseen(null, EVERY_TWO_WEEKS)).toBe(true);
  });

  test('a day that was agreed comes due on that day', () => {
    expect(isTalkDue({ ...NO_TALK, nextTalkOn: '2026-10-30' }, TODAY)).toBe(false);
    expect(isTalkDue({ ...NO_TALK, nextTalkOn: TODAY }, TODAY)).toBe(true);
    expect(isTalkDue(NO_TALK, TODAY)).toBe(false);
  });
});

describe('the last talk', () => {
  test('is the latest by its day; one entered late does not replace it', () => {
    expect(isLatest(NO_TALK, '2026-09-01')).toBe(true);
    expect(isLatest(seen('2026-10-01'), '2026-10-01')).toBe(true);
    expect(isLatest(seen('2026-10-02'), '2026-10-01')).toBe(false);
  });

  test('is what the student remembers of it', () => {
    const talk = { _id: 't', on: TODAY, byName: '陈向南', nextOn: null } as Talk;
    expect(lastTalkOf(talk)).toEqual({
      lastTalkId: 't',
      lastTalkOn: TODAY,
      lastTalkBy: '陈向南',
      nextTalkOn: null,
    });
  });
});

describe('a talk in the student’s file', () => {
  test('is named by its topics, or by there being nothing new', () => {
    expect(talkTitle({ isNoChange: false, topics: ['study', 'life'] })).toBe('谈学习、生活');
    expect(talkTitle({ isNoChange: false, topics: [] })).toBe('谈了一次');
    expect(talkTitle({ isNoChange: true, topics: [] })).toBe('与上次相比无变化');
  });

  test('shows what was agreed, and nothing that the student said', () => {
    const talk = { agreed: '每天先做数学', said: '怕考试' };
    expect(talkExcerpt(talk)).toBe('每天先做数学');
  });

  test('what was agreed is open until the next talk, agreed or due', () => {
    expect(agreedUntil({ on: TODAY, nextOn: '2026-11-03' }, EVERY_TWO_WEEKS)).toBe('2026-11-03');
    expect(agreedUntil({ on: TODAY, nextOn: null }, EVERY_TWO_WEEKS)).toBe('2026-11-12');
  });
});
