import { View } from '@tarojs/components';
import { GROUPS } from '../../../../../domain/consultation/consultation-item.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { newId } from '../../../../platform/id';
import { Said as SaidCard } from '../../components/said';
import type { Item, Meeting } from '../../consultation.queries';
import { EMPTY, ofGroup, type Said } from '../said-draft';
import './words-step.scss';

interface WordsStepProps {
  meeting: Meeting;
  onSay(said: Said): void;
  onOpen(item: Item): void;
  onDissent(): void;
}

/** What the groups brought, what all agree on, and what is decided. */
export function WordsStep({ meeting, onSay, onOpen, onDissent }: WordsStepProps) {
  const of = (kind: Item['words']['kind']) =>
    meeting.items.filter(({ words }) => words.kind === kind);
  const say = (words: Said['words']) => onSay({ id: newId(), rev: 0, words });
  const groups = meeting.kind?.groups ?? [];
  return (
    <>
      <Card title="记下来">
        <View className="words-verbs">
          <Button kind="main" text="记一条决议" onTap={() => say(EMPTY.decision)} />
          <Button text="记达成性意见" onTap={() => say(EMPTY.opinion)} />
          <Button text="记一句话" onTap={() => say(EMPTY.note)} />
          {groups.map(({ of: group }) => (
            <Button key={group} text={`记${GROUPS[group]}`} onTap={() => say(ofGroup(group))} />
          ))}
          <Button kind="link" text="我有不同意见（保密）" onTap={onDissent} />
        </View>
      </Card>
      <SaidCard title="决议" items={of('decision')} onOpen={onOpen} />
      <SaidCard title="达成性意见" items={of('opinion')} onOpen={onOpen} />
      <SaidCard title="分组讨论" items={of('group')} onOpen={onOpen} />
      <SaidCard title="记录" items={of('note')} onOpen={onOpen} />
    </>
  );
}
