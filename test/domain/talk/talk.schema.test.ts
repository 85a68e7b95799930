import { RecordTalk, VoidTalk } from '../../../domain/talk/talk.schema';
import { but, sentences } from '../sentences';

const TALK = {
  writeId: 'write000000000000001',
  studentIds: ['s1'],
  on: '2026-10-29',
  isNoChange: false,
  how: 'inPerson',
  topics: ['study'],
  said: '',
  agreed: '',
  reflection: '',
  nextOn: null,
};

describe('what makes a talk', () => {
  test('one topic is enough, and so is one sentence', () => {
    expect(sentences(RecordTalk, TALK)).toEqual({});
    expect(sentences(RecordTalk, but(TALK, { topics: [], said: '想学编程' }))).toEqual({});
  });

  test('nothing at all is none, unless nothing has changed', () => {
    const empty = but(TALK, { topics: [] });
    expect(sentences(RecordTalk, empty)).toEqual({ topics: '请点一个话题，或者写一句。' });
    expect(sentences(RecordTalk, but(empty, { isNoChange: true }))).toEqual({});
  });

  test('the next is after this one', () => {
    expect(sentences(RecordTalk, but(TALK, { nextOn: '2026-10-29' }))).toEqual({
      nextOn: '下次面谈应当在这次之后。',
    });
    expect(sentences(RecordTalk, but(TALK, { on: '昨天' }))).toEqual({
      on: '“面谈日期”应当是日期。',
    });
  });

  test('at most ten students at once, each once', () => {
    const many = Array.from({ length: 11 }, (_, n) => `s${n}`);
    expect(sentences(RecordTalk, but(TALK, { studentIds: many })).studentIds).toContain('最多 10');
    expect(sentences(RecordTalk, but(TALK, { studentIds: ['s1', 's1'] }))).toEqual({
      studentIds: '有学生重复了。',
    });
    expect(sentences(RecordTalk, but(TALK, { studentIds: [] })).studentIds).toContain('至少');
  });

  test('what nobody knows is refused', () => {
    expect(sentences(RecordTalk, but(TALK, { how: 'letter' }))).toEqual({ how: '请选一种方式。' });
    expect(Object.keys(sentences(RecordTalk, but(TALK, { place: '操场' })))).toEqual(['']);
  });
});

test('voiding says why', () => {
  const input = { talkId: 't1', writeId: TALK.writeId, reason: ' ' };
  expect(sentences(VoidTalk, input)).toEqual({ reason: '请填写“作废的原因”。' });
});
