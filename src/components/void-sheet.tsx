import type { UseMutationResult } from '@tanstack/react-query';
import { useWriteId } from '../platform/use-api';
import { ReasonSheet } from './reason-sheet';
import { showToast } from './toast';

interface VoidSheetProps<I extends object> {
  /** Which record, as its procedure names it, with the revision that was seen. */
  of: I;
  voiding: Pick<
    UseMutationResult<unknown, Error, I & { reason: string; writeId: string }>,
    'mutate' | 'isPending' | 'error'
  >;
  /** What becomes of it. */
  notice: string;
  usual: readonly string[];
  onVoided(): void;
  onClose(): void;
}

const MAX_REASON = 60;

/** 作废: nothing is deleted, and why is kept. Tapped again after a lost answer it is voided once. */
export function VoidSheet<I extends object>(props: VoidSheetProps<I>) {
  const { of, voiding, notice, usual, onVoided, onClose } = props;
  const writeIdOf = useWriteId();
  const give = (reason: string) => {
    const content = { ...of, reason };
    const onSuccess = () => {
      showToast({ text: '已作废' });
      onVoided();
      onClose();
    };
    voiding.mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <ReasonSheet
      title="为什么作废？"
      verb="作废"
      max={MAX_REASON}
      isBusy={voiding.isPending}
      error={voiding.error}
      onGive={give}
      {...{ notice, usual, onClose }}
    />
  );
}
