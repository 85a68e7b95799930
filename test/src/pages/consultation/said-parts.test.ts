import type { ItemWords } from '../../../../domain/consultation/consultation-item.schema';
import type { Meeting } from '../../../../src/pages/consultation/consultation.queries';
import {
  labelOf,
  partsOf,
  sayPart,
  titleOf,
  wordsIn,
} from '../../../../src/pages/consultation/run/said-parts';

const spoken: ItemWords = {
  kind: 'student',
  studentId: 's1',
  status: '作业拖得晚',
  cause: '',
  measure: '每天先做数学',
  ownerId: 'b',
  helperIds: ['a', 'c'],
  dueOn: null,
};
const said: readonly ItemWords[] = [
  spoken,
  { kind: 'decision', text: '安静读书', ownerId: null, helperIds: [], dueOn: '2026-11-05' },
  { kind: 'group', group: 'guardian', good: '一起读书', problems: '', suggestions: '' },
  { kind: 'opinion', text: '作业量每天看一次' },
  { kind: 'note', text: '家长来了五位' },
  { kind: 'topic', text: '午休', studentId: null },
];
const meeting = {
  on: '2026-10-29',
  people: [
    { memberId: 'a', name: '王晓岚' },
    { memberId: 'b', name: '吴知行' },
    { memberId: 'c', name: '陈向南' },
  ],
} as Meeting;

describe('what is said in a meeting, as the parts of an edit', () => {
  test.each(said)('$kind comes back as it was', (words) => {
    expect(wordsIn(partsOf(words))).toEqual(words);
  });

  test('two versions are compared in words: names, days, the group', () => {
    expect(sayPart(meeting, 'ownerId', 'b')).toBe('吴知行');
    expect(sayPart(meeting, 'ownerId', '')).toBe('');
    expect(sayPart(meeting, 'helperIds', 'a,c')).toBe('王晓岚、陈向南');
    expect(sayPart(meeting, 'dueOn', '2026-10-30')).toBe('明天');
    expect(sayPart(meeting, 'group', 'guardian')).toBe('家长组');
    expect(sayPart(meeting, 'measure', '每天先做数学')).toBe('每天先做数学');
    expect([labelOf('student', 'measure'), labelOf('decision', 'ownerId')]).toEqual([
      '措施',
      '谁负责',
    ]);
  });

  test('a sheet is called by the student, wherever they come from', () => {
    expect(titleOf(spoken, [{ id: 's1', name: '赵清越' }])).toBe('赵清越');
    expect(titleOf(spoken, [])).toBe('说一名学生');
  });
});
