import type { Term } from '../../../domain/calendar/term';
import type { Duty } from '../../../domain/regulation/duty.schema';
import { CHANGCHENG } from '../../../domain/regulation/presets/changcheng';
import { GANYU } from '../../../domain/regulation/presets/ganyu';
import { PRESETS, startFrom, withSources } from '../../../domain/regulation/presets/presets';
import { SANXING } from '../../../domain/regulation/presets/sanxing';
import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import { ZHULIANG } from '../../../domain/regulation/presets/zhuliang';
import { dutyWindows, regulationAt, withRegulation } from '../../../domain/regulation/regulation';
import { type Regulation, ReviseRegulation } from '../../../domain/regulation/regulation.schema';
import { but, sentences } from '../sentences';
import { AUTUMN, CALENDAR } from './fixture';

const fortnightly = startFrom([ZHULIANG], { version: 1, effectiveOn: '2026-08-01' });
const weekly = startFrom([SANXING], { version: 2, effectiveOn: '2026-10-26' });

describe('rules take effect from a day', () => {
  test('the rules of a day are the latest that have begun', () => {
    const history = [weekly, fortnightly];
    expect(regulationAt(history, '2026-07-31')).toBeNull();
    expect(regulationAt(history, '2026-10-25')).toBe(fortnightly);
    expect(regulationAt(history, '2026-10-26')).toBe(weekly);
  });

  test('of two from the same day the later version holds', () => {
    const corrected = { ...weekly, version: 3 };
    expect(regulationAt([corrected, weekly], '2026-11-01')).toBe(corrected);
    expect(regulationAt([weekly, corrected], '2026-11-01')).toBe(corrected);
  });

  test('from every two weeks to every week in the middle of a term: nothing asked twice', () => {
    const labels = dutyWindows([fortnightly, weekly], AUTUMN, CALENDAR)
      .filter(({ duty }) => duty.id === 'menteeTalk')
      .map(({ window }) => window.label);
    expect(labels).toEqual([
      '第1—2周',
      '第3—4周',
      '第5—6周',
      '第7—8周',
      ...Array.from({ length: 13 }, (_, index) => `第${index + 9}周`),
    ]);
  });

  test('rules adopted in October ask for the term and for October, not for September', () => {
    const late = startFrom([GANYU], { version: 1, effectiveOn: '2026-10-15' });
    const labels = dutyWindows([late], AUTUMN, CALENDAR)
      .filter(({ duty }) => duty.id === 'homeVisit' || duty.id === 'blackboardPaper')
      .map(({ window }) => window.label);
    expect(labels).toEqual(['本学期', '10月', '11月', '12月', '1月']);
  });

  test('duties that are off open no window', () => {
    const ids = dutyWindows([fortnightly], AUTUMN, CALENDAR).map(({ duty }) => duty.id);
    expect(ids).not.toContain('heartToHeartCard');
    expect(ids).toContain('huddle');
  });
});

describe('what a school remembers of its rules', () => {
  const from = (effectiveOn: string, version: number) => ({ ...weekly, version, effectiveOn });
  const LAST: Term = {
    ...{ id: '2025-2', schoolYear: 2025, half: 2 },
    ...{ startsOn: '2026-02-24', endsOn: '2026-07-10', weekOneOn: '2026-02-24' },
  };
  const kept = (history: Regulation[], next: Regulation, today: string) =>
    withRegulation(history, next, [LAST, AUTUMN], today).map(({ version }) => version);

  test('a fifth change within a term drops none of the four before', () => {
    const days = ['2026-09-01', '2026-09-20', '2026-10-10', '2026-10-20'];
    const history = days.map((day, index) => from(day, index + 1));
    expect(kept(history, from('2026-11-01', 5), '2026-10-29')).toEqual([1, 2, 3, 4, 5]);
  });

  test('what held before the last two terms is forgotten, not what stood when they began', () => {
    const history = [from('2025-02-20', 1), from('2025-09-01', 2), from('2026-03-10', 3)];
    expect(kept(history, from('2026-11-01', 4), '2026-10-29')).toEqual([2, 3, 4]);
  });

  test('a change that is still to come is replaced', () => {
    const history = [from('2026-09-01', 1), from('2026-11-05', 2)];
    expect(kept(history, from('2026-11-01', 3), '2026-10-29')).toEqual([1, 3]);
  });
});

describe('other sources for a school that has changed its rules', () => {
  const started = startFrom([XIJIAO], { version: 1, effectiveOn: '2026-09-01' });
  const rules = {
    ...started,
    duties: started.duties.map((duty) => (duty.id === 'plenary' ? { ...duty, count: 2 } : duty)),
  };
  const plenaryOf = (duties: readonly Duty[]) => duties.find(({ id }) => id === 'plenary');

  test('what it changed stays where the source stays: a supplement takes nothing away', () => {
    const { rules: after, lost } = withSources(rules, [XIJIAO, GANYU]);
    expect(lost).toEqual([]);
    expect(plenaryOf(after.duties)?.count).toBe(2);
    expect(after.duties.map(({ id }) => id)).toContain('homeVisit');
  });

  test('what goes with a source is named before it goes', () => {
    const { rules: after, lost } = withSources(rules, [SANXING]);
    expect(lost).toEqual(['学情会商大会']);
    expect(after.presetIds).toEqual(['sanxing']);
  });

  test('the order in which a change was stored makes no change of it', () => {
    const turned = rules.duties.map(
      (duty) => Object.fromEntries(Object.entries(duty).reverse()) as unknown as Duty,
    );
    const unchanged = { ...rules, duties: turned.filter(({ id }) => id !== 'plenary') };
    expect(withSources(unchanged, [SANXING]).lost).toEqual([]);
  });
});

describe('starting from sources', () => {
  test('where two name the same duty or meeting, the first one holds', () => {
    const both = startFrom([XIJIAO, CHANGCHENG], { version: 1, effectiveOn: '2026-08-01' });
    const meeting = both.duties.filter(({ id }) => id === 'principalMeeting');
    expect(meeting.map(({ clause }) => clause)).toEqual(['S4-196']);
    const kinds = both.meetingKinds.filter(({ id }) => id === 'principalMeeting');
    expect(kinds.map(({ clause }) => clause)).toEqual(['S4-196']);
    expect(both.duties.map(({ id }) => id)).toContain('specialHealthScreening');
    expect(both.presetIds).toEqual(['xijiao', 'changcheng']);
  });

  test('a supplement adds to any whole source without a clash', () => {
    const supplements = PRESETS.filter(({ part }) => part === 'supplement');
    for (const whole of PRESETS.filter(({ part }) => part === 'whole')) {
      const all = [whole, ...supplements];
      const ids = all.flatMap(({ duties }) => duties.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      const kinds = all.flatMap(({ meetingKinds }) => meetingKinds.map(({ id }) => id));
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });

  test('every rule of every source cites its clause', () => {
    const clauses = JSON.stringify(PRESETS).match(/"(approvalC|c)lause":"[^"]*"/g) ?? [];
    expect(clauses.length).toBeGreaterThan(150);
    for (const clause of clauses) expect(clause).toMatch(/"S[0-4]-\d{1,3}"$/);
  });
});

describe('a school edits its rules', () => {
  const entered = {
    rev: 0,
    writeId: 'a1b2c3d4e5f6g7h8',
    presetIds: ['xijiao'],
    effectiveOn: '2026-11-01',
    duties: XIJIAO.duties,
    meetingKinds: XIJIAO.meetingKinds,
  };
  const [first] = XIJIAO.duties;
  const withDuty = (change: Record<string, unknown>) =>
    but(entered, { duties: [{ ...first, ...change }] });

  test.each(PRESETS.map((preset) => [preset.label, preset] as const))(
    '%s is accepted as it ships',
    (_label, preset) => {
      const { duties, meetingKinds } = preset;
      expect(sentences(ReviseRegulation, but(entered, { duties, meetingKinds }))).toEqual({});
    },
  );

  test('a school’s own rule cites itself in words', () => {
    expect(sentences(ReviseRegulation, withDuty({ clause: '本校教代会 2026 年决定' }))).toEqual({});
  });

  test('refuses what cannot be owed, in a sentence beside the field', () => {
    expect(sentences(ReviseRegulation, withDuty({ title: '' }))).toEqual({
      'duties.0.title': '请填写“职责名称”。',
    });
    expect(sentences(ReviseRegulation, withDuty({ count: 0 }))).toEqual({
      'duties.0.count': '“次数”至少是 1。',
    });
    expect(sentences(ReviseRegulation, withDuty({ who: 'caretaker' }))).toEqual({
      'duties.0.who': '请选择由谁负责。',
    });
    const midterm = { kind: 'termPoints', points: [], spanWeeks: 3 };
    expect(sentences(ReviseRegulation, withDuty({ cadence: midterm }))).toEqual({
      'duties.0.cadence.points': '请选择学期初、学期中或学期末。',
    });
    const sometimes = { kind: 'sometimes' };
    expect(Object.keys(sentences(ReviseRegulation, withDuty({ cadence: sometimes })))).toEqual([
      'duties.0.cadence.kind',
    ]);
  });

  test('refuses two duties of one id, and fields it does not know', () => {
    expect(sentences(ReviseRegulation, but(entered, { duties: [first, first] }))).toEqual({
      duties: '有两项重复了，请删去一项。',
    });
    expect(Object.keys(sentences(ReviseRegulation, withDuty({ fine: 5 })))).toEqual(['duties.0']);
  });

  test('every sentence it says is Chinese', () => {
    const nonsense = { kind: 'weekly', weekday: 9 };
    const said = [
      ...Object.values(sentences(ReviseRegulation, {})),
      ...Object.values(sentences(ReviseRegulation, withDuty({ cadence: nonsense, isOn: 'yes' }))),
    ];
    for (const sentence of said) expect(sentence).toMatch(/^[^a-z]+。$/);
  });
});
