import { useEffect, useRef, useState } from 'react';
import { type RosterImport, useSubmitStep, useVoidStep } from '../../roster.queries';

/** Somebody else's call works on it: asked again after a while. */
const BUSY_MS = 3_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends one step after the other until the import is through. Whoever leaves the page stops after
 * the step under way; coming back goes on from there.
 */
export function useSteps(
  verb: 'submit' | 'void',
  importId: string,
  onStep: (view: RosterImport) => void,
) {
  const [error, setError] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  const submit = useSubmitStep();
  const takeBack = useVoidStep();
  const step = useRef(verb === 'submit' ? submit.mutateAsync : takeBack.mutateAsync);
  const tell = useRef(onStep);
  tell.current = onStep;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try begins the way anew
  useEffect(() => {
    let isHere = true;
    const end = verb === 'submit' ? 'applied' : 'undone';
    const go = async () => {
      try {
        for (;;) {
          const view = await step.current({ importId });
          if (!isHere) return;
          tell.current(view);
          if (view.state === end || view.state === 'staged') return;
          if (view.isBusy) await pause(BUSY_MS);
        }
      } catch (failure) {
        if (isHere) setError(failure);
      }
    };
    void go();
    return () => {
      isHere = false;
    };
  }, [verb, importId, tries]);

  return {
    error,
    retry: () => {
      setError(null);
      setTries(tries + 1);
    },
  };
}
