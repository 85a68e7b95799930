import { draftKeys, dropDraft, keepDraft, readDraft } from '../../../src/platform/drafts';
import { emptyStorage } from '../doubles/taro';

const openAs = (openid: string) => window.history.replaceState(null, '', `/?as=${openid}`);

beforeEach(() => {
  emptyStorage();
  openAs('wang');
});

describe('drafts on the phone', () => {
  test('what was typed is there again until it is dropped', () => {
    expect(keepDraft('talk', { words: '今天聊了很多' })).toBe(true);
    expect(readDraft('talk')).toEqual({ words: '今天聊了很多' });
    dropDraft('talk');
    expect(readDraft('talk')).toBeUndefined();
  });

  test('who shares a browser does not see another’s draft', () => {
    keepDraft('talk', 'written by wang');
    openAs('li');
    expect(readDraft('talk')).toBeUndefined();
    expect(draftKeys()).toEqual([]);
    openAs('wang');
    expect(draftKeys()).toEqual(['talk']);
  });

  test('what is too long to keep is said to be so, and disturbs nothing', () => {
    keepDraft('talk', 'short');
    expect(keepDraft('talk', '长'.repeat(100_001))).toBe(false);
    expect(readDraft('talk')).toBe('short');
  });
});
