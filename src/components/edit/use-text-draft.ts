import { useRef } from 'react';
import { useDraft } from './use-draft';

const asText = (found: unknown): string | null =>
  typeof found === 'string' && found !== '' ? found : null;

/** The one text of a small form, kept on this phone until it is stored in the cloud. */
export function useTextDraft(key: string) {
  const draft = useDraft(key, asText);
  const text = useRef(draft.restored ?? '');
  return {
    initial: draft.restored ?? '',
    typed: () => text.current.trim(),
    type: (typed: string) => {
      text.current = typed;
      draft.keep(typed);
    },
    drop: draft.drop,
  };
}
