import { useRef } from 'react';
import {
  CASE_OUTCOMES,
  type CaseOutcome,
} from '../../../../../domain/attention/attention-case.schema';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { useTextDraft } from '../../../../components/edit/use-text-draft';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { QUEUED, WAITS_FOR_NETWORK } from '../../../../platform/outbox/outbox';
import { useWriteId } from '../../../../platform/use-api';
import { type Case, useCloseCase } from '../../attention.queries';

const OUTCOMES = Object.entries(CASE_OUTCOMES) as [CaseOutcome, string][];
const MAX_WHY = 200;

interface CloseSheetProps {
  found: Case;
  onSaved(): void;
  onClose(): void;
}

/** Ends a case: how it ended, and why that is enough. */
export function CloseSheet({ found, onSaved, onClose }: CloseSheetProps) {
  const outcome = useRef<CaseOutcome>('reached');
  const outcomeText = useTextDraft(`case-close:${found.id}`);
  const { mutate, isPending, error } = useCloseCase(found);
  const writeIdOf = useWriteId();
  const save = () => {
    const content = {
      caseId: found.id,
      rev: found.rev,
      outcome: outcome.current,
      outcomeText: outcomeText.typed(),
    };
    const onSuccess = (answer: unknown) => {
      outcomeText.drop();
      showToast({ text: answer === QUEUED ? WAITS_FOR_NETWORK : '已结束，内容都保留' });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title="结束这份档案"
      footer={<Button kind="main" text="结束" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      <OneOf
        label="结果"
        choices={OUTCOMES}
        initial={outcome.current}
        onChoose={(chosen) => {
          outcome.current = chosen;
        }}
      />
      <TextArea
        label="为什么可以结束"
        placeholder="看到了哪些变化，以后由谁留意。"
        max={MAX_WHY}
        initial={outcomeText.initial}
        onInput={outcomeText.type}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
