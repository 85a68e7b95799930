import { AppError, ERROR_SENTENCES } from '../../domain/errors';

test('every error is a whole Chinese sentence', () => {
  for (const [code, sentence] of Object.entries(ERROR_SENTENCES)) {
    expect(`${code}: ${sentence}`).toMatch(/: [\u4e00-\u9fff].*。$/);
    expect(sentence).not.toMatch(/[a-z]{3,}/i);
  }
});

test('an error speaks the sentence of its code unless it brings its own', () => {
  expect(new AppError('busy').message).toBe(ERROR_SENTENCES.busy);
  expect(new AppError('stale', { sentence: '这条记录已被李老师更新。' }).message).toBe(
    '这条记录已被李老师更新。',
  );
});
