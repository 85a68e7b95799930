import type { Posting } from '../../../domain/access/roles';
import {
  chosenLater,
  fitOf,
  mayTakeOn,
  nextToHandOver,
  replaced,
  withoutStaff,
} from '../../../domain/leaving/departure.rules';
import type { Successors } from '../../../domain/leaving/departure.schema';
import { RecordDeparture } from '../../../domain/leaving/departure.schema';
import { sentences } from '../sentences';

const nobody: Successors = {
  ...{ homeroom: null, subjects: null, mentees: null },
  ...{ resolutions: null, cases: null, meetings: null, visits: null },
};
const wu = { id: 'wu', name: '吴知行' };
const teaches = (classIds: string[], subject: string): { postings: Posting[] } => ({
  postings: [{ schoolId: 'a', role: 'subjectTeacher', classIds, subject }],
});

describe('whoever leaves a school', () => {
  test('keeps other schools and their own children', () => {
    const postings: Posting[] = [
      { schoolId: 'a', role: 'homeroomTeacher', classIds: ['a-1'] },
      { schoolId: 'a', role: 'mentor', studentIds: ['s1'] },
      { schoolId: 'a', role: 'guardian', studentIds: ['s9'] },
      { schoolId: 'b', role: 'principal' },
    ];
    expect(withoutStaff(postings, 'a')).toEqual(postings.slice(2));
  });

  test('gives a reason', () => {
    const input = { memberId: 'm', rev: 0, writeId: 'w'.repeat(16), successors: nobody };
    const said = sentences(RecordDeparture, { ...input, reason: '' });
    expect(said).toEqual({ reason: '请填写“离校的原因”。' });
  });
});

describe('what is handed over next', () => {
  test('has a successor, or ends without one; the rest waits', () => {
    const waiting = ['homeroom', 'mentees', 'meetings'] as const;
    const of = (successors: Successors, still: readonly (typeof waiting)[number][] = waiting) =>
      nextToHandOver({ waiting: [...still], successors });
    expect(of({ ...nobody, homeroom: wu })).toBe('homeroom');
    expect(of(nobody)).toBe('mentees');
    expect(of(nobody, ['homeroom', 'meetings'])).toBeNull();
  });

  test('a later choice gives only what still waits', () => {
    const chosen = { ...nobody, homeroom: wu, mentees: wu };
    const after = chosenLater({ waiting: ['homeroom'], successors: nobody }, chosen);
    expect(after).toEqual({ ...nobody, homeroom: wu });
  });
});

describe('who is offered', () => {
  const leaving = teaches(['a-1'], '语文').postings;
  const rankOf = (kind: 'homeroom' | 'subjects', member: { postings: Posting[] }) =>
    fitOf(kind, leaving, member, 'a');

  test('for lessons whoever teaches the subject, then whoever knows the class', () => {
    const order = [teaches(['a-1'], '语文'), teaches(['a-2'], '语文'), teaches(['a-1'], '数学')];
    const ranks = order.map((one) => rankOf('subjects', one));
    expect(ranks).toEqual([...ranks].sort((x, y) => y - x));
    expect(new Set(ranks).size).toBe(3);
  });

  test('for a class not first whoever has one already', () => {
    const [known] = teaches(['a-1'], '数学').postings as [Posting];
    const own: Posting = { schoolId: 'a', role: 'homeroomTeacher', classIds: ['a-2'] };
    const free = rankOf('homeroom', { postings: [known] });
    expect(free).toBeGreaterThan(rankOf('homeroom', { postings: [known, own] }));
  });

  test('for a case a leader only (S4-275), and nobody of another school', () => {
    const leader: Posting = { schoolId: 'a', role: 'leader' };
    expect(mayTakeOn('cases', { postings: [leader] }, 'a')).toBe(true);
    expect(mayTakeOn('cases', teaches(['a-1'], '数学'), 'a')).toBe(false);
    expect(mayTakeOn('homeroom', { postings: [leader] }, 'b')).toBe(false);
  });
});

test('somebody takes another’s place in a list once', () => {
  expect(replaced(['li', 'wu', 'he'], 'li', 'wu')).toEqual(['wu', 'he']);
});
