import { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../platform/drafts';

/** Writing stops for a moment before it is kept: not every letter is a write to the phone. */
const PAUSE_MS = 400;

export type DraftState = 'none' | 'kept' | 'refused';

/**
 * Keeps what is typed on this phone until it is stored in the cloud. What waits is written at the
 * latest when the page is left.
 *
 * @param key  null for what must not lie on a phone: then nothing is kept
 * @param read turns what was found, perhaps by an older version of the form, into a draft or null
 */
export function useDraft<T>(key: string | null, read: (found: unknown) => T | null) {
  const [restored] = useState(() => (key === null ? null : restore(key, read)));
  const [state, setState] = useState<DraftState>(restored ? 'kept' : 'none');
  const waiting = useRef<{ value: T } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const flush = () => {
    clearTimeout(timer.current);
    if (!waiting.current || key === null) return;
    setState(keepDraft(key, waiting.current.value) ? 'kept' : 'refused');
    waiting.current = null;
  };
  const latestFlush = useRef(flush);
  latestFlush.current = flush;

  useDidHide(() => latestFlush.current());
  useEffect(() => () => latestFlush.current(), []);

  return {
    /** What was found when the form opened. */
    restored,
    state,
    keep: (value: T) => {
      waiting.current = { value };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latestFlush.current(), PAUSE_MS);
    },
    drop: () => {
      clearTimeout(timer.current);
      waiting.current = null;
      if (key !== null) dropDraft(key);
      setState('none');
    },
  };
}

/** The draft, if there is one of use; one that is of none is not kept any longer. */
function restore<T>(key: string, read: (found: unknown) => T | null): T | null {
  const found = readDraft(key);
  if (found === undefined) return null;
  const draft = read(found);
  if (draft === null) dropDraft(key);
  return draft;
}
