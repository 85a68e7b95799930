import {
  OpenSealedNote,
  ReviseSealedCategories,
  ReviseSealedFamily,
  SEALED_REASONS,
  sealedNoteIdOf,
} from '../../../domain/sealed-note/sealed-note.schema';
import { but, sentences } from '../sentences';

const open = { noteId: '2026-1~s1~family', reason: SEALED_REASONS[0] };

describe('opening', () => {
  test.each(SEALED_REASONS)('the offered reason %s is enough', (reason) => {
    expect(sentences(OpenSealedNote, but(open, { reason }))).toEqual({});
  });

  test.each(['', '  ', '\n'])('the reason %j is none', (reason) => {
    expect(sentences(OpenSealedNote, but(open, { reason }))).toEqual({
      reason: '请填写“打开的理由”。',
    });
  });

  test('it cannot be left out, and is at most 60 characters', () => {
    expect(sentences(OpenSealedNote, { noteId: open.noteId })).toEqual({
      reason: '“打开的理由”应当是文字。',
    });
    expect(sentences(OpenSealedNote, but(open, { reason: '好'.repeat(61) }))).toEqual({
      reason: '“打开的理由”最多 60 字，现在 61 字，请精简后再保存。',
    });
  });
});

describe('writing', () => {
  const write = { termId: '2026-1', rev: 0, writeId: 'a1B2c3D4e5F6g7H8' };

  test('the family part holds at most 1000 characters (S4-206)', () => {
    const family = { ...write, studentId: 's1', text: '好'.repeat(1000) };
    expect(sentences(ReviseSealedFamily, family)).toEqual({});
    expect(sentences(ReviseSealedFamily, but(family, { text: '好'.repeat(1001) }))).toEqual({
      text: '“家庭情况”最多 1000 字，现在 1001 字，请精简后再保存。',
    });
  });

  test('sealed rows take students of a class, nobody twice (S4-238)', () => {
    const rows = { ...write, classId: 'c1', rows: { poverty: ['s1', 's2'] } };
    expect(sentences(ReviseSealedCategories, rows)).toEqual({});
    expect(
      sentences(ReviseSealedCategories, but(rows, { rows: { poverty: ['s1', 's1'] } })),
    ).toEqual({ 'rows.poverty': '“学生”里有人重复了，请去掉重复的。' });
  });

  test('there are at most 20 sealed rows', () => {
    const rows = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`row${i}`, []]));
    expect(sentences(ReviseSealedCategories, { ...write, classId: 'c1', rows })).toEqual({
      rows: '最多 20 个类别。',
    });
  });
});

test('the id of a note says what it belongs to and of which kind it is', () => {
  expect(sealedNoteIdOf('2026-1~s1', 'family')).toBe('2026-1~s1~family');
});
