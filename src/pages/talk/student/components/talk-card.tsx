import { View } from '@tarojs/components';
import { dayOf, sayDay } from '../../../../../domain/calendar/day';
import { talkTitle } from '../../../../../domain/talk/talk.rules';
import { TALK_WAYS } from '../../../../../domain/talk/talk.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { Part } from '../../../../components/part';
import { SealedPart } from '../../../../sheets/sealed-note/sealed-part';
import { useReviseSealedTalk } from '../../../../sheets/talk/talk.queries';
import type { Talk } from '../../talk.queries';
import './talk-card.scss';

interface TalkCardProps {
  talk: Talk;
  onRevise(): void;
  onVoid(): void;
}

/** One talk, whole; whoever recorded it may still add to it within the term. */
export function TalkCard({ talk, onRevise, onVoid }: TalkCardProps) {
  const today = dayOf(new Date());
  const { id, on, byName, how, said, agreed, reflection, nextOn, voided, sealed, may } = talk;
  const { mutateAsync } = useReviseSealedTalk();
  if (voided) {
    return (
      <Card title={sayDay(on, today)} aside={byName}>
        <Notice text={`已作废：${voided.reason}`} />
      </Card>
    );
  }
  return (
    <Card title={`${sayDay(on, today)} · ${TALK_WAYS[how]}`} aside={byName}>
      <Part label={talkTitle(talk)} text={said || '（没有写）'} />
      {agreed !== '' && (
        <Part label={nextOn ? `约好的 · 下次 ${sayDay(nextOn, today)}` : '约好的'} text={agreed} />
      )}
      {reflection !== '' && <Part label="反思" text={reflection} />}
      {(sealed.exists || may.revise) && (
        <SealedPart
          noteId={sealed.noteId}
          exists={sealed.exists}
          mayOpen={may.openSealed}
          mayWrite={may.revise}
          send={(text, rev, writeId) => mutateAsync({ talkId: id, text, rev, writeId })}
        />
      )}
      {may.revise && (
        <View className="talk-verbs">
          <Button
            kind="link"
            text={reflection === '' ? '补反思，或改正' : '改正'}
            onTap={onRevise}
          />
          <Button kind="link" text="作废" onTap={onVoid} />
        </View>
      )}
    </Card>
  );
}
