import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { keepDraft } from '../../../../platform/drafts';
import { openAddress } from '../../../../platform/navigate';
import { dropWrite, sendAgain } from '../../../../platform/outbox/outbox';
import type { QueuedWrite } from '../../../../platform/outbox/queued-writes';
import { sayWhen } from '../../../../platform/when';
import './write-card.scss';

/** One write: what it is, why it is still here, and what can be done about it. */
export function WriteCard({ write }: { write: QueuedWrite }) {
  const { title, at, refusal } = write;
  const [isDropping, setIsDropping] = useState(false);
  return (
    <Card title={title} aside={sayWhen(new Date(at).toISOString())}>
      {textsOf(write.input).map((text) => (
        <Text key={text} className="write-text">
          {text}
        </Text>
      ))}
      {refusal ? (
        <Notice kind="error" text={refusal.message} />
      ) : (
        <Notice text="连上网络后自动保存。" />
      )}
      {isDropping ? (
        <Notice
          kind="care"
          text="不要以后，这一条就没有了。"
          action={<Button kind="link" text="确定不要" onTap={() => dropWrite(write.id)} />}
        />
      ) : (
        <View className="write-verbs">
          {refusal && write.page !== null && (
            <Button kind="main" text="去修改" onTap={() => edit(write, write.page as string)} />
          )}
          {refusal && refusal.code !== 'stale' && (
            <Button text="再发一次" onTap={() => sendAgain(write.id)} />
          )}
          <Button kind="link" text="不要了" onTap={() => setIsDropping(true)} />
        </View>
      )}
    </Card>
  );
}

/** What somebody wrote in it: the longer texts, which are no ids. */
function textsOf(input: unknown): string[] {
  const texts: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'string' && /[\u3400-\u9fff]/.test(value)) texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(input);
  return [...new Set(texts)];
}

/**
 * The form finds its words again as its draft. An edit that came too late stays here until its
 * form has taken it over and shows both versions; anything else is done with.
 */
function edit({ id, draft, refusal }: QueuedWrite, page: string): void {
  if (draft) keepDraft(draft.key, draft.value);
  if (refusal?.code !== 'stale') dropWrite(id);
  openAddress(page);
}
