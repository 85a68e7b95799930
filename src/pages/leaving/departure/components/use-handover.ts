import { useState } from 'react';
import type { ChosenSuccessors } from '../../../../../domain/leaving/departure.schema';
import { useWriteId } from '../../../../platform/use-api';
import {
  type DeparturePlan,
  useAssignDeparture,
  useCloseDeparture,
  useRecordDeparture,
} from '../../leaving.queries';

/**
 * Lets somebody go, or gives later what still waits, and then sends piece after piece until nothing
 * moves. Whoever is cut off opens the page again and goes on from there.
 */
export function useHandover(plan: DeparturePlan, onChanged: () => void) {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const record = useRecordDeparture();
  const assign = useAssignDeparture();
  const close = useCloseDeparture();
  const writeIdOf = useWriteId();
  const { id: memberId, departure } = plan;

  const run = async (begin: () => Promise<unknown>) => {
    setIsBusy(true);
    setError(null);
    try {
      await begin();
      while ((await close.mutateAsync({ memberId })).isMoving);
    } catch (failure) {
      setError(failure);
    }
    setIsBusy(false);
    // What was done stands, even if the rest was not.
    onChanged();
  };
  return {
    isBusy,
    error,
    leave: (reason: string, successors: ChosenSuccessors) =>
      run(() => {
        const content = { memberId, rev: plan.rev, reason, successors };
        return record.mutateAsync({ ...content, writeId: writeIdOf(content) });
      }),
    giveLater: (successors: ChosenSuccessors) =>
      run(() => {
        const content = { memberId, rev: departure?.rev ?? 0, successors };
        return assign.mutateAsync({ ...content, writeId: writeIdOf(content) });
      }),
  };
}
