import { useRef, useState } from 'react';
import { MAX_TOPIC } from '../../../domain/consultation/topic-list.schema';
import { Button } from '../../components/button';
import { OneOf } from '../../components/choices';
import { useTextDraft } from '../../components/edit/use-text-draft';
import { sayFailure } from '../../components/failure';
import { TextArea } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { showToast } from '../../components/toast';
import { newId } from '../../platform/id';
import { useWriteId } from '../../platform/use-api';
import { type TopicPlace, useProposeTopic, useWaitingTopics } from './topic.queries';
import { TopicsCard } from './topics-card';

interface ProposeTopicSheetProps {
  places: readonly (TopicPlace & { label: string })[];
  onSaved?(): void;
  onClose(): void;
}

/** 提一个议题 for the next meeting of a place; there need not be one yet. */
export function ProposeTopicSheet({ places, onSaved, onClose }: ProposeTopicSheetProps) {
  const [chosenId, setChosenId] = useState(places[0]?.placeId ?? '');
  const { label, ...place } = places.find(({ placeId }) => placeId === chosenId) ?? {
    ...{ label: '', scope: 'class' as const, placeId: chosenId },
  };
  const waiting = useWaitingTopics(place);
  const draft = useTextDraft('proposedTopic');
  const [text, setText] = useState(draft.initial);
  const topicId = useRef(newId());
  const { mutate, isPending, error } = useProposeTopic();
  const writeIdOf = useWriteId();
  const propose = () => {
    const content = { ...place, topicId: topicId.current, text: draft.typed() };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess() {
          draft.drop();
          showToast({ text: '已提出，会排上下一次会商的议程' });
          onSaved?.();
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title={places.length > 1 ? '提一个议题' : `${label} · 提一个议题`}
      footer={
        <Button
          kind="main"
          text="提出"
          isDisabled={text.trim() === ''}
          isBusy={isPending}
          onTap={propose}
        />
      }
      onClose={onClose}
    >
      <Notice text="留给下一次会商：开会的时候自己排上议程。" />
      {places.length > 1 && (
        <OneOf
          label="哪里的会"
          choices={places.map(({ placeId, label: name }) => [placeId, name] as const)}
          initial={chosenId}
          onChoose={setChosenId}
        />
      )}
      <TextArea
        label="议题"
        placeholder="想在会上说什么，一句就够。"
        max={MAX_TOPIC}
        initial={draft.initial}
        onInput={(typed) => {
          draft.type(typed);
          setText(typed);
        }}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <TopicsCard
        place={place}
        topics={waiting.data?.topics ?? []}
        onChanged={() => void waiting.refetch()}
      />
    </Sheet>
  );
}
