import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { sayFailure } from '../../components/failure';
import { Row } from '../../components/row';
import { showToast } from '../../components/toast';
import { newId } from '../../platform/id';
import { sayDate } from '../../platform/when';
import { type TopicPlace, type Topics, useTakeTopicBack } from './topic.queries';

interface TopicsCardProps {
  place: TopicPlace;
  topics: Topics;
  onChanged(): void;
}

/** What people proposed for the next meeting; whoever proposed it takes it back. */
export function TopicsCard({ place, topics, onChanged }: TopicsCardProps) {
  const { mutate, isPending } = useTakeTopicBack();
  if (topics.length === 0) return null;
  const takeBack = (topicId: string) =>
    mutate(
      { ...place, topicId, writeId: newId() },
      {
        onSuccess() {
          showToast({ text: '已撤回' });
          onChanged();
        },
        onError: (failure) => showToast({ text: sayFailure(failure) }),
      },
    );
  return (
    <Card title="提出的议题" aside={String(topics.length)}>
      {topics.map(({ id, text, byName, at, isMine }) => (
        <Row
          key={id}
          title={text}
          note={`${byName} · ${sayDate(at)}提出`}
          aside={
            isMine && (
              <Button
                kind="link"
                text="撤回"
                label={`撤回：${text}`}
                isBusy={isPending}
                onTap={() => takeBack(id)}
              />
            )
          }
        />
      ))}
    </Card>
  );
}
