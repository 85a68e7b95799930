import { useRef, useState } from 'react';
import { ApiError } from '../../platform/batch';
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
  /** Writes the parts over a revision; answers with the revision they became. */
  send(parts: Parts, rev: number, writeId: string): Promise<{ rev: number }>;
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

interface Draft {
  base: Version;
  parts: Parts;
}

function readDraft(found: unknown): Draft | null {
  const draft = found as Partial<Draft> | undefined;
  const isDraft =
    typeof draft?.base?.rev === 'number' &&
    typeof draft.base.parts === 'object' &&
    typeof draft.parts === 'object';
  return isDraft ? (draft as Draft) : null;
}

/**
 * An edit of a few texts from opening to storing: drafts as typed, one write id per content, and a
 * stale edit answered with both versions. The fields are uncontrolled: they take `initial` when
 * `formKey` changes, and report with `type`.
 */
export function useEdit(options: EditOptions) {
  const { draftKey, stored, proposed, send, standing, savedText, onSaved } = options;
  const draft = useDraft(draftKey, readDraft);
  const [base, setBase] = useState<Version>(draft.restored?.base ?? stored);
  const [initial, setInitial] = useState<Parts>(draft.restored?.parts ?? proposed ?? stored.parts);
  const [formKey, setFormKey] = useState(0);
  const [isRestored, setIsRestored] = useState(draft.restored !== null);
  const [isChanged, setIsChanged] = useState(isRestored || proposed !== undefined);
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const typed = useRef<Parts>(initial);
  const sent = useRef<Parts | null>(null);
  const writeIdOf = useWriteId();

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

  const write = async (parts: Parts, rev: number): Promise<Version> => {
    const reply = await send(parts, rev, writeIdOf({ parts, rev }));
    return { rev: reply.rev, parts };
  };

  const undo = async (saved: Version, before: Parts) => {
    try {
      restart(await write(before, saved.rev), before);
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
      draft.drop();
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
    setConflict({ differences: differencesOf(from.parts, mine, current.parts), standing: current });
    return undefined;
  };

  return {
    formKey,
    initial,
    base,
    isRestored,
    isChanged,
    isSaving,
    error,
    conflict,
    draftState: draft.state,
    /** What stands in the form now. */
    typed: () => typed.current,
    type: (part: string, text: string) => {
      typed.current = { ...typed.current, [part]: text };
      setIsChanged(true);
      draft.keep({ base, parts: typed.current });
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
