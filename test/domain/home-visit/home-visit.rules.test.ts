import {
  byNextVisit,
  feedbackDueOn,
  isVisited,
  pickVisitWords,
  priorityIds,
  refusedPlanDay,
  refusedVisitDay,
  visitFacts,
  visitMoment,
} from '../../../domain/home-visit/home-visit.rules';
import {
  CloseHomeVisit,
  PlanHomeVisit,
  photoPathOf,
  RecordHomeVisit,
} from '../../../domain/home-visit/home-visit.schema';
import { LEDGER_CATEGORY_PRESET } from '../../../domain/school/ledger-category.schema';
import { sentences } from '../sentences';

const sentencesOf = (...args: Parameters<typeof sentences>) => Object.values(sentences(...args));

const TERM = { startsOn: '2026-09-01' };
const TODAY = '2026-10-29';
const student = (_id: string, lastVisitOn: string | null) => ({ _id, lastVisitOn });

describe('once a term (S1-88, S1-105)', () => {
  test('a visit of this term counts, one of the last does not', () => {
    expect(isVisited({ lastVisitOn: '2026-09-01' }, TERM)).toBe(true);
    expect(isVisited({ lastVisitOn: '2026-07-20' }, TERM)).toBe(false);
    expect(isVisited({ lastVisitOn: null }, TERM)).toBe(false);
  });

  test('never visited comes first, then the longest ago; whoever was visited comes last', () => {
    const students = [
      student('visited', '2026-10-01'),
      student('spring', '2026-05-01'),
      student('never', null),
      student('winter', '2026-01-10'),
    ];
    const order = students.sort(byNextVisit(TERM, new Set())).map(({ _id }) => _id);
    expect(order).toEqual(['never', 'winter', 'spring', 'visited']);
  });

  test('priority groups come before others who were not visited (S1-89)', () => {
    const students = [
      student('never', null),
      student('first', '2026-05-01'),
      student('visited', '2026-10-01'),
    ];
    const order = students.sort(byNextVisit(TERM, new Set(['first', 'visited'])));
    expect(order.map(({ _id }) => _id)).toEqual(['first', 'never', 'visited']);
  });
});

describe('priority groups (S1-89)', () => {
  const rows = { learningDifficulty: ['a'], talent: ['b'], singleParentOrOrphan: ['c'] };

  test('are read from open categories: 学习困难, and what a school names 留守', () => {
    const own = { key: 'x1', label: '留守学生', isSealed: false, isOn: true };
    const ids = priorityIds({ ...rows, x1: ['d'] }, [...LEDGER_CATEGORY_PRESET, own]);
    expect([...ids].sort()).toEqual(['a', 'd']);
  });

  test('never from a sealed category, nor from one that is switched off', () => {
    const sealed = { key: 'x1', label: '留守学生', isSealed: true, isOn: true };
    const off = { key: 'x2', label: '学困学生', isSealed: false, isOn: false };
    expect(priorityIds({ x1: ['d'], x2: ['e'] }, [sealed, off]).size).toBe(0);
  });
});

describe('the days of a visit', () => {
  test('it is neither in the future nor longer ago than a quarter of a year', () => {
    expect(refusedVisitDay(TODAY, TODAY)).toBeNull();
    expect(refusedVisitDay('2026-07-31', TODAY)).toBeNull();
    expect(refusedVisitDay('2026-10-30', TODAY)).toContain('今天之后');
    expect(refusedVisitDay('2026-07-30', TODAY)).toContain('90 天');
  });

  test('a plan is for today or later, within half a year', () => {
    expect(refusedPlanDay(TODAY, TODAY)).toBeNull();
    expect(refusedPlanDay('2026-10-28', TODAY)).toContain('已经过去');
    expect(refusedPlanDay('2027-06-01', TODAY)).toContain('太远');
  });

  test('feedback is owed a week after the visit, or as the school sets', () => {
    expect(feedbackDueOn('2026-10-29')).toBe('2026-11-05');
    expect(feedbackDueOn('2026-10-29', 14)).toBe('2026-11-12');
  });

  test('it stands in the file when it was written, or at noon of its day when entered later', () => {
    const createdAt = new Date('2026-10-29T10:00:00+08:00');
    expect(visitMoment({ visitedOn: '2026-10-29', createdAt })).toEqual(createdAt);
    expect(visitMoment({ visitedOn: '2026-10-20', createdAt })).toEqual(
      new Date('2026-10-20T12:00:00+08:00'),
    );
  });
});

describe('a record that is corrected', () => {
  const before = {
    status: 'visited',
    companionId: 'wu',
    confirmedAt: new Date(0),
    visitedOn: TODAY,
    dueOn: '2026-11-05',
  } as const;

  test('keeps the companion’s word while day and companion stay', () => {
    const facts = visitFacts(before, { companionId: 'wu', visitedOn: TODAY });
    expect(facts).toMatchObject({ confirmedAt: before.confirmedAt, awaitsId: null });
  });

  test('asks the companion again when the day or the companion changes', () => {
    const another = visitFacts(before, { companionId: 'chen', visitedOn: TODAY });
    expect(another).toMatchObject({ confirmedAt: null, awaitsId: 'chen' });
    const earlier = visitFacts(before, { companionId: 'wu', visitedOn: '2026-10-28' });
    expect(earlier).toMatchObject({ awaitsId: 'wu', dueOn: '2026-11-04' });
  });

  test('owes no feedback again once it was given', () => {
    const facts = visitFacts(
      { ...before, status: 'closed', dueOn: null },
      { companionId: 'wu', visitedOn: TODAY },
    );
    expect(facts).toMatchObject({ status: 'closed', dueOn: null });
  });
});

describe('what is sent', () => {
  const ids = { visitId: 'visit000000000000001', rev: 0, writeId: 'write000000000000001' };
  const record = {
    ...ids,
    studentId: 's1',
    way: 'phone',
    visitedOn: TODAY,
    met: ['mother'],
    learned: '自己贴了作息表',
    agreed: '',
    photos: [] as string[],
    companionId: null,
  };
  const photo = (visitId: string) => `cloud://env.x-1/${photoPathOf(visitId, 'a'.repeat(20))}`;

  test('a record needs whom one met, and one sentence of what was learned or agreed (S4-305)', () => {
    expect(sentencesOf(RecordHomeVisit, record)).toEqual([]);
    expect(sentencesOf(RecordHomeVisit, { ...record, learned: ' ', agreed: '九点睡' })).toEqual([]);
    expect(sentencesOf(RecordHomeVisit, { ...record, met: [] })).toEqual(['请点一下见到了谁。']);
    expect(sentencesOf(RecordHomeVisit, { ...record, learned: '' })).toEqual([
      '请写一句了解到的，或者约定的。',
    ]);
  });

  test('photos are never required, at most six, and lie under their own visit', () => {
    const own = photo(ids.visitId);
    expect(sentencesOf(RecordHomeVisit, { ...record, photos: Array(6).fill(own) })).toEqual([]);
    expect(sentencesOf(RecordHomeVisit, { ...record, photos: Array(7).fill(own) })).toEqual([
      '照片最多 6 张。',
    ]);
    expect(sentencesOf(RecordHomeVisit, { ...record, photos: [photo('another')] })).toEqual([
      '有一张照片不属于这次家访，请删去再传。',
    ]);
    expect(
      sentencesOf(RecordHomeVisit, { ...record, photos: ['cloud://env/class-ledger/a.xlsx'] }),
    ).toContain('有一张照片没有传好，请删去再传。');
  });

  test('there is no place for a location', () => {
    const [sentence] = sentencesOf(RecordHomeVisit, { ...record, location: '城东' });
    expect(sentence).toContain('location');
  });

  test('a plan needs a reason by tap and a day', () => {
    const plan = { ...ids, studentId: 's1', partners: [], askAbout: '', companionId: null };
    expect(sentencesOf(PlanHomeVisit, { ...plan, reasons: [], plannedOn: '' }).sort()).toEqual(
      ['请点一个家访的原因。', '请选“哪天去”。'].sort(),
    );
  });

  test('feedback needs its effect by tap and one sentence', () => {
    const feedback = { ...ids, effect: 'better', effectText: '作业交得早了', next: null };
    expect(sentencesOf(CloseHomeVisit, feedback)).toEqual([]);
    expect(sentencesOf(CloseHomeVisit, { ...feedback, effectText: '' })).toEqual([
      '请填写“家访后的情况”。',
    ]);
  });
});

test('an earlier wording keeps what people wrote, and nothing else', () => {
  const words = {
    reasons: [],
    plannedOn: null,
    partners: [],
    askAbout: '',
    way: null,
    visitedOn: null,
    met: [],
    learned: '',
    agreed: '',
    photos: [],
    effect: null,
    effectText: '',
    nextVisitId: null,
  };
  expect(pickVisitWords({ ...words, ...{ visitorId: 'x' } })).toEqual(words);
});
