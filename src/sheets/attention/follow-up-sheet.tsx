import { Text } from '@tarojs/components';
import { useRef, useState } from 'react';
import {
  FOLLOW_UP_CHANGES,
  type FollowUpChange,
  followUpIdOf,
  MAX_CASE_WORDS,
} from '../../../domain/attention/attention-case.schema';
import {
  type AttentionLevel,
  LEVEL_LABELS,
} from '../../../domain/attention/attention-category.schema';
import { wordingHints } from '../../../domain/wording';
import { Button } from '../../components/button';
import { OneOf } from '../../components/choices';
import { useDraft } from '../../components/edit/use-draft';
import { sayFailure } from '../../components/failure';
import { TextArea } from '../../components/field';
import { Hints } from '../../components/hints';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { showToast } from '../../components/toast';
import { newId } from '../../platform/id';
import { QUEUED, type Queued, WAITS_FOR_NETWORK } from '../../platform/outbox/outbox';
import { useWriteId } from '../../platform/use-api';
import { followUpDraft, useRecordFollowUp, useVoidFollowUp } from './attention.queries';

interface FollowUpSheetProps {
  found: { id: string; name: string; level: AttentionLevel };
  onSaved(): void;
  onClose(): void;
}

const asText = (found: unknown) => (typeof found === 'string' ? found : null);
const CHANGES = (Object.entries(FOLLOW_UP_CHANGES) as [FollowUpChange, string][]).filter(
  ([change]) => change !== 'same',
);
const LEVELS = Object.entries(LEVEL_LABELS);

/** 跟进: one tap when nothing has changed; else how it goes, and one text. */
export function FollowUpSheet({ found, onSaved, onClose }: FollowUpSheetProps) {
  const draft = useDraft(followUpDraft(found.id), asText);
  const text = useRef(draft.restored ?? '');
  const change = useRef<FollowUpChange>('better');
  const [level, setLevel] = useState(found.level);
  const [hasMore, setHasMore] = useState(false);
  const [hints, setHints] = useState(() => wordingHints(text.current));
  const { mutate, isPending, error } = useRecordFollowUp(found);
  const takeBack = useVoidFollowUp();
  const writeIdOf = useWriteId();

  const undo = async (followUpId: string) => {
    try {
      await takeBack.mutateAsync({ caseId: found.id, followUpId, writeId: newId() });
      showToast({ text: '已撤销' });
      onSaved();
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
  };
  const save = (content: { change: FollowUpChange; text: string }) => {
    const input = { caseId: found.id, level, ...content };
    const writeId = writeIdOf(input);
    const onSuccess = (answer: unknown | Queued) => {
      draft.drop();
      onSaved();
      onClose();
      if (answer === QUEUED) return showToast({ text: WAITS_FOR_NETWORK });
      const followUpId = followUpIdOf(found.id, writeId);
      return showToast({
        text: '已记下',
        action: { text: '撤销', onTap: () => void undo(followUpId) },
      });
    };
    mutate({ ...input, writeId }, { onSuccess });
  };
  const type = (value: string) => {
    text.current = value;
    setHints(wordingHints(value));
    draft.keep(value);
  };

  return (
    <Sheet
      title={`${found.name} · 跟进`}
      footer={
        <>
          {draft.state === 'kept' && <Text>已存草稿，还没有保存</Text>}
          <Button
            kind="main"
            text="保存"
            isBusy={isPending}
            onTap={() => save({ change: change.current, text: text.current.trim() })}
          />
        </>
      }
      onClose={onClose}
    >
      <Button
        text="与上次相比无变化"
        isBusy={isPending}
        onTap={() => save({ change: 'same', text: '' })}
      />
      <OneOf
        label="这次看到"
        choices={CHANGES}
        initial={change.current}
        onChoose={(chosen) => {
          change.current = chosen;
        }}
      />
      <TextArea
        label="具体的一件事"
        placeholder="写看到的事实。家庭、健康、心理的细节请写进保密部分。"
        max={MAX_CASE_WORDS}
        initial={text.current}
        onInput={type}
      />
      <Hints hints={hints} />
      {hasMore ? (
        <OneOf
          label="多久看一次"
          choices={LEVELS}
          initial={String(level)}
          onChoose={(chosen) => setLevel(Number(chosen) as AttentionLevel)}
        />
      ) : (
        <Button kind="link" text="更多：多久看一次" onTap={() => setHasMore(true)} />
      )}
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
