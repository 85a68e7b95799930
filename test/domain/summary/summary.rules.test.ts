import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import { standingId } from '../../../domain/regulation/standing';
import { cardFigures, familyFigures, sayForChat } from '../../../domain/summary/say-summary';
import type { ClassTally, DutyTally } from '../../../domain/summary/summary.schema';
import { changesBetween } from '../../../domain/summary/summary-changes.rules';
import {
  periodById,
  periodsAt,
  settledBySigning,
  summaryTitle,
} from '../../../domain/summary/summary-period.rules';
import {
  countWork,
  dueIn,
  joinDuties,
  sumOf,
  sumPlaces,
  tallyDuties,
} from '../../../domain/summary/tally.rules';
import { AUTUMN, CALENDAR, dutyOf, windowsOfDuty } from '../regulation/fixture';

const tally = (label: string, more: Partial<ClassTally> = {}): ClassTally => ({
  classId: label,
  divisionId: 'seven',
  label,
  homeroomTeacher: '王老师',
  students: 45,
  seen: 30,
  talks: 33,
  homeVisits: 2,
  forms: 10,
  unseen: 4,
  lateResolutions: 1,
  ...more,
});

const weekly = windowsOfDuty(XIJIAO, 'weeklyConsultation').map((window) => ({
  duty: dutyOf(XIJIAO, 'weeklyConsultation'),
  window,
}));

describe('the periods of a summary (S4-225, S4-226)', () => {
  test('a day lies in a week, a month and the term', () => {
    const ids = periodsAt([AUTUMN], CALENDAR, '2026-10-29').map(({ id }) => id);
    expect(ids).toEqual(['2026-1-w09', '2026-1-m10', '2026-1-term']);
  });

  test('a day of the holidays lies in none', () => {
    expect(periodsAt([AUTUMN], CALENDAR, '2027-02-01')).toEqual([]);
  });

  test('a period is known by its id, and an id of no term is known by nobody', () => {
    const found = periodById([AUTUMN], CALENDAR, '2026-1-m10');
    expect(found?.period).toMatchObject({ label: '10月', from: '2026-10-01', to: '2026-10-31' });
    expect(periodById([AUTUMN], CALENDAR, '2030-1-m10')).toBeNull();
  });

  test('the school’s month is the 通报, its term the 学期汇总; signing them settles those duties', () => {
    expect(summaryTitle('school', 'month')).toBe('通报');
    expect(summaryTitle('class', 'month')).toBe('月总结');
    expect(settledBySigning('school', 'month')).toBe('bulletin');
    expect(settledBySigning('class', 'term')).toBe('termSummary');
    expect(settledBySigning('class', 'week')).toBeNull();
  });
});

describe('counting', () => {
  test('a talk that was voided does not count, and a student seen twice was seen once', () => {
    const work = [
      { studentId: 'a', kind: 'talk', isVoided: false },
      { studentId: 'a', kind: 'talk', isVoided: false },
      { studentId: 'b', kind: 'talk', isVoided: true },
      { studentId: 'b', kind: 'homeVisit', isVoided: false },
    ];
    expect(countWork(work)).toEqual({ seen: 1, talks: 2, homeVisits: 1, forms: 0 });
  });

  test('what concerns care, health or a card of a child is no figure', () => {
    const work = [{ studentId: 'a', kind: 'attentionCase', isVoided: false }];
    expect(countWork(work)).toEqual({ seen: 0, talks: 0, homeVisits: 0, forms: 0 });
  });

  test('a duty counts its windows that fall due in the period: done, owed, late', () => {
    const october = dueIn(weekly, { from: '2026-10-13', to: '2026-10-25' });
    const [first] = october;
    const counts = new Map([[standingId('weeklyConsultation', 'c', first?.window.id ?? ''), 1]]);
    const [duty] = tallyDuties(october, 'class', 'c', counts, '2026-10-29');
    expect(duty?.places).toEqual([{ placeId: 'c', done: 1, of: 2, late: 1 }]);
  });

  test('places are put together in the order given, whatever they did', () => {
    const of = (placeId: string, done: number): DutyTally => ({
      ...{ dutyId: 'd', title: '例会', clause: 'S4-201', forWhom: 'class' },
      places: [{ placeId, done, of: 4, late: 4 - done }],
    });
    const [joined] = joinDuties([[of('a', 1)], [of('b', 4)], [of('c', 2)]]);
    expect(joined?.places.map(({ placeId }) => placeId)).toEqual(['a', 'b', 'c']);
    expect(sumPlaces(joined?.places ?? [])).toEqual({ done: 7, of: 12, late: 5 });
  });
});

describe('what goes into a chat', () => {
  const sum = sumOf([tally('七年级(1)班'), tally('七年级(2)班')]);
  const titled = {
    level: 'division',
    periodKind: 'week',
    placeLabel: '七年级',
    periodLabel: '第9周',
  } as const;

  test('is figures and names nobody', () => {
    const said = sayForChat(titled, sum, []);
    expect(said).toBe(
      '七年级第9周小结：与 60 名同学面谈 66 次，家访 4 户，收到互动表 20 份，还有 8 名同学近期没有面谈。',
    );
    expect(JSON.stringify(cardFigures(sum, []))).not.toContain('王老师');
  });

  test('tells families what was done for the children, not what colleagues owe', () => {
    const labels = familyFigures(sum).map(({ label }) => label);
    expect(labels).toEqual(['面谈的学生', '家访', '互动表']);
  });
});

describe('a correction', () => {
  const before = {
    ...{ placeLabel: '全校', divisions: [], duties: [] },
    classes: [tally('七年级(1)班')],
    words: { good: '', care: '', next: '多家访。' },
  };

  test('says which figure of which class changed, from what to what', () => {
    const after = { ...before, classes: [tally('七年级(1)班', { homeVisits: 3 })] };
    expect(changesBetween(before, after)).toEqual([
      { what: '家访（七年级(1)班）', from: '2', to: '3' },
    ]);
  });

  test('says which words changed', () => {
    const after = { ...before, words: { ...before.words, good: '例会都开了。' } };
    expect(changesBetween(before, after)).toEqual([
      { what: '做得扎实的', from: '没有写', to: '例会都开了。' },
    ]);
  });

  test('of nothing is none', () => {
    expect(changesBetween(before, before)).toEqual([]);
  });
});
