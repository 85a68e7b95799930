import { act, renderHook } from '@testing-library/react';
import type { Parts } from '../../../../src/components/edit/merge-versions';
import { type EditOptions, useEdit } from '../../../../src/components/edit/use-edit';
import { ApiError } from '../../../../src/platform/batch';
import { CloudFailure } from '../../../../src/platform/cloud-failure';
import { keepDraft, readDraft } from '../../../../src/platform/drafts';
import { emptyStorage } from '../../doubles/taro';

const KEY = 'ledgerEntry:2026-1:s1';
const STORED = { rev: 3, parts: { strengths: '热心', study: '认真' } };
const lost = new CloudFailure('timeout', '-404012');

const stale = (rev: number, parts: Parts) =>
  new ApiError({
    code: 'stale',
    message: '这条记录已被王老师更新，请对照后再保存。',
    data: { rev, parts },
  });

interface Sent {
  parts: Parts;
  rev: number;
  writeId: string;
}

/** An edit whose cloud answers as told, one reply a save: an error, or the new revision. */
function open(replies: (Error | number)[], options: Partial<EditOptions> = {}) {
  const sent: Sent[] = [];
  const send = async (parts: Parts, rev: number, writeId: string) => {
    sent.push({ parts, rev, writeId });
    const reply = replies.shift();
    if (reply instanceof Error) throw reply;
    return { rev: reply ?? rev + 1 };
  };
  const standing = (data: unknown) => ({
    ...(data as { rev: number; parts: Parts }),
    byName: '王老师',
  });
  const all = { draftKey: KEY, stored: STORED, send, standing, savedText: '已保存', ...options };
  const { result, unmount } = renderHook(() => useEdit(all));
  return {
    sent,
    leave: unmount,
    edit: () => result.current,
    type: (part: string, text: string) => act(() => result.current.type(part, text)),
    save: () => act(() => result.current.save()),
  };
}

beforeEach(() => {
  jest.useFakeTimers();
  emptyStorage();
});
afterEach(() => jest.useRealTimers());

describe('a draft', () => {
  it('is kept soon after typing, with the revision it was made from', () => {
    const { type, edit } = open([]);
    type('study', '进步大');
    act(() => jest.advanceTimersByTime(500));
    expect(edit().draftState).toBe('kept');
    expect(readDraft(KEY)).toMatchObject({
      base: STORED,
      parts: { ...STORED.parts, study: '进步大' },
    });
  });

  it('is kept at once when the page is left', () => {
    const { type, leave } = open([]);
    type('study', '进步大');
    leave();
    expect(readDraft(KEY)).toMatchObject({ parts: { study: '进步大' } });
  });

  it('comes back when the form is opened again, and can be thrown away', () => {
    const first = open([]);
    first.type('study', '进步大');
    first.leave();
    const { edit } = open([]);
    expect(edit()).toMatchObject({
      isRestored: true,
      isChanged: true,
      initial: { study: '进步大' },
    });
    act(() => edit().discard());
    expect(edit()).toMatchObject({ isRestored: false, isChanged: false, initial: STORED.parts });
    expect(readDraft(KEY)).toBeUndefined();
  });

  it.each([
    ['of another shape, from an older version', { text: '旧的' }],
    ['whose words stand in the cloud already', { base: STORED, parts: STORED.parts }],
  ])('%s is thrown away', (_, found) => {
    keepDraft(KEY, found);
    const { edit } = open([]);
    expect(edit()).toMatchObject({ isRestored: false, isChanged: false, draftState: 'none' });
    expect(readDraft(KEY)).toBeUndefined();
  });

  it('of sealed words never lies on the phone', () => {
    const { type, leave } = open([], { draftKey: null });
    type('text', '家里的事');
    leave();
    expect(readDraft(KEY)).toBeUndefined();
  });

  it('goes when the words are stored, not before', async () => {
    const { type, save } = open([lost, 4]);
    type('study', '进步大');
    act(() => jest.advanceTimersByTime(500));
    await save();
    expect(readDraft(KEY)).toBeDefined();
    await save();
    expect(readDraft(KEY)).toBeUndefined();
  });
});

describe('saving', () => {
  it('sends the same write again after a lost answer', async () => {
    const { type, save, sent, edit } = open([lost, 4]);
    type('study', '进步大');
    await save();
    expect(edit().error).toBe(lost);
    await save();
    expect(edit()).toMatchObject({ error: null, isChanged: false, base: { rev: 4 } });
    expect(sent[1]).toEqual(sent[0]);
  });

  it('gives changed words an id of their own', async () => {
    const { type, save, sent } = open([lost, 4]);
    type('study', '进步大');
    await save();
    type('study', '进步很大');
    await save();
    expect(sent[1]?.writeId).not.toBe(sent[0]?.writeId);
  });

  it('goes on from its own earlier save when only the answer was lost', async () => {
    const arrived = { ...STORED.parts, study: '进步大' };
    const { type, save, sent, edit } = open([lost, stale(4, arrived), 5]);
    type('study', '进步大');
    await save();
    type('strengths', '乐于助人');
    await save();
    expect(edit().conflict).toBeNull();
    expect(sent[2]).toMatchObject({ rev: 4, parts: { strengths: '乐于助人', study: '进步大' } });
  });
});

describe('an edit of what somebody else changed meanwhile', () => {
  const theirs = { strengths: '热心', study: '作业按时' };

  it('stores nothing and shows both versions', async () => {
    const { type, save, edit } = open([stale(4, theirs)]);
    type('study', '进步大');
    await save();
    expect(edit().conflict).toMatchObject({
      differences: [{ part: 'study', mine: '进步大', theirs: '作业按时', proposed: null }],
      standing: { byName: '王老师' },
    });
  });

  it('is stored over the version that stands, with the words chosen', async () => {
    const { type, save, edit, sent } = open([stale(4, theirs), 5]);
    type('study', '进步大');
    await save();
    await act(async () => edit().resolve({ study: '作业按时' }, 'save'));
    expect(sent[1]).toMatchObject({ rev: 4, parts: theirs });
    expect(edit()).toMatchObject({ conflict: null, base: { rev: 5 } });
  });

  it('can be written on before it is stored', async () => {
    const { type, save, edit, sent } = open([stale(4, theirs)]);
    type('study', '进步大');
    await save();
    act(() => edit().resolve({ study: '进步大' }, 'edit'));
    expect(edit()).toMatchObject({
      conflict: null,
      initial: { study: '进步大' },
      base: { rev: 4 },
    });
    expect(sent).toHaveLength(1);
  });
});

describe('words carried over from last term', () => {
  it('stand in the form and can be saved as they are: saving confirms them', async () => {
    const proposed = { strengths: '会讲故事', study: '' };
    const { save, edit, sent } = open([1], { stored: { rev: 0, parts: {} }, proposed });
    expect(edit()).toMatchObject({ isChanged: true, initial: proposed });
    await save();
    expect(sent[0]).toMatchObject({ rev: 0, parts: proposed });
  });
});
