import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../platform/batch';
import { QUEUED, type Queued, takeRefused, WAITS_FOR_NETWORK } from '../../platform/outbox/outbox';
import { refetchShown } from '../../platform/query';
import { useWriteId } from '../../platform/use-api';
import { sayFailure } from '../failure';
import { showToast } from '../toast';
import {
  type Difference,
  differencesOf,
  isSameText,
  type Parts,
  type Version,
} from './merge-versions';
import { useDraft } from './use-draft';

/** The version that stands, and who wrote it; read from a `stale` refusal. */
export interface StandingVersion extends Version {
  byName: string;
}

export interface EditOptions {
  /** Where the draft is kept; null for sealed words, which never lie on a phone. */
  draftKey: string | null;
  /** As loaded from the cloud. */
  stored: Version;
  /** What stands in the form though it is not stored: words taken over, to be confirmed. */
  proposed?: Parts | undefined;
  /** Writes the parts over a revision; answers with the revision they became, or that it waits. */
  send(parts: Parts, rev: number, writeId: string): Promise<{ rev: number } | Queued>;
  /** The version in a `stale` refusal. */
  standing(data: unknown): StandingVersion;
  /** Said after a save, with 撤销 beside it. */
  savedText: string;
  onSaved?(): void;
}

export interface Conflict {
  differences: Difference[];
  standing: StandingVersion;
}

const conflictWith = (standing: StandingVersion, mine: Draft): Conflict => ({
  differences: differencesOf(mine.base.parts, mine.parts, standing.parts),
  standing,
});

interface Draft {
  base: Version;
  parts: Parts;
  /** What was last sent, or waits to be: when it stands in the cloud, the edit goes on from it. */
  sent?: Parts | null;
}

function readDraft(found: unknown): Draft | null {
  const draft = found as Partial<Draft> | undefined;
  const isDraft =
    typeof draft?.base?.rev === 'number' &&
    typeof draft.base.parts === 'object' &&
    typeof draft.parts === 'object';
  return isDraft ? (draft as Draft) : null;
}

/** The draft over what stands in the cloud now; null when its words stand there already. */
function settle(draft: Draft | null, stored: Version): Draft | null {
  if (!draft || isSameText(draft.parts, stored.parts)) return null;
  return draft.sent && isSameText(draft.sent, stored.parts) ? { ...draft, base: stored } : draft;
}

/**
 * An edit of a few texts from opening to storing: drafts as typed, one write id per content, and a
 * stale edit answered with both versions. The fields are uncontrolled: they take `initial` when
 * `formKey` changes, and report with `type`.
 */
export function useEdit(options: EditOptions) {
  const { draftKey, stored, proposed, send, standing, savedText, onSaved } = options;
  const draft = useDraft(draftKey, (found) => settle(readDraft(found), stored));
  const { restored } = draft;
  const [base, setBase] = useState<Version>(restored?.base ?? stored);
  const [initial, setInitial] = useState<Parts>(restored?.parts ?? proposed ?? stored.parts);
  const [formKey, setFormKey] = useState(0);
  const [isRestored, setIsRestored] = useState(restored !== null);
  const [isQueued, setIsQueued] = useState(false);
  const [isChanged, setIsChanged] = useState(isRestored || proposed !== undefined);
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const typed = useRef<Parts>(initial);
  const sent = useRef<Parts | null>(restored?.sent ?? null);
  const writeIdOf = useWriteId();

  // An edit that waited for a network came too late: its form opens with both versions.
  const takeOver = useRef(() => {
    const refusal = draftKey === null || !restored ? null : takeRefused(draftKey);
    if (refusal?.data && restored) setConflict(conflictWith(standing(refusal.data), restored));
  });
  useEffect(() => takeOver.current(), []);

  const restart = (from: Version, parts: Parts) => {
    typed.current = parts;
    setBase(from);
    setInitial(parts);
    setFormKey((key) => key + 1);
    setIsRestored(false);
    setIsChanged(!isSameText(parts, from.parts));
    setError(null);
    setConflict(null);
  };

  const write = async (parts: Parts, rev: number): Promise<Version | Queued> => {
    const reply = await send(parts, rev, writeIdOf({ parts, rev }));
    return reply === QUEUED ? QUEUED : { rev: reply.rev, parts };
  };

  /** The words wait in the outbox; the draft stays, so that the form shows them meanwhile. */
  const waits = (from: Version, parts: Parts) => {
    sent.current = parts;
    draft.keep({ base: from, parts: typed.current, sent: parts });
    setIsQueued(true);
    setIsChanged(!isSameText(typed.current, parts));
    setConflict(null);
    showToast({ text: WAITS_FOR_NETWORK });
  };

  const undo = async (saved: Version, before: Parts) => {
    try {
      const undone = await write(before, saved.rev);
      if (undone === QUEUED) return showToast({ text: WAITS_FOR_NETWORK });
      restart(undone, before);
      showToast({ text: '已撤销' });
      refetchShown();
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
  };

  const saveOver = async (from: Version, parts: Parts) => {
    setIsSaving(true);
    setError(null);
    try {
      const saved = await write(parts, from.rev);
      if (saved === QUEUED) return waits(from, parts);
      draft.drop();
      setIsQueued(false);
      sent.current = null;
      setBase(saved);
      setIsRestored(false);
      const isTypedOn = !isSameText(typed.current, parts);
      setIsChanged(isTypedOn);
      if (isTypedOn) draft.keep({ base: saved, parts: typed.current });
      setConflict(null);
      showToast({
        text: savedText,
        action: { text: '撤销', onTap: () => void undo(saved, from.parts) },
      });
      onSaved?.();
    } catch (failure) {
      await refused(failure, from, parts);
    } finally {
      setIsSaving(false);
    }
  };

  const refused = async (failure: unknown, from: Version, mine: Parts) => {
    const isStale = failure instanceof ApiError && failure.code === 'stale' && failure.data;
    const earlier = sent.current;
    sent.current = mine;
    if (!isStale) return setError(failure);
    const current = standing(failure.data);
    // An earlier save of one's own arrived, only its answer was lost: go on from it.
    if (earlier && isSameText(earlier, current.parts)) return saveOver(current, mine);
    setConflict(conflictWith(current, { base: from, parts: mine }));
    return undefined;
  };

  return {
    formKey,
    initial,
    base,
    isRestored,
    isChanged,
    isSaving,
    /** What was saved last waits for a network. */
    isQueued,
    error,
    conflict,
    draftState: draft.state,
    /** What stands in the form now. */
    typed: () => typed.current,
    type: (part: string, text: string) => {
      typed.current = { ...typed.current, [part]: text };
      setIsChanged(true);
      draft.keep({ base, parts: typed.current, sent: sent.current });
    },
    save: () => saveOver(base, typed.current),
    discard: () => {
      draft.drop();
      restart(stored, stored.parts);
    },
    /** Ends a conflict: the chosen words, over the version that stands. */
    resolve: (chosen: Parts, then: 'save' | 'edit') => {
      if (!conflict) return;
      const parts = { ...conflict.standing.parts, ...chosen };
      restart(conflict.standing, parts);
      draft.keep({ base: conflict.standing, parts });
      if (then === 'save') void saveOver(conflict.standing, parts);
    },
    closeConflict: () => setConflict(null),
  };
}

export type Edit = ReturnType<typeof useEdit>;
