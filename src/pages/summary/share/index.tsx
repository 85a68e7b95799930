import { Canvas, Image, Text, View } from '@tarojs/components';
import { useReady, useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { CARD_DAYS } from '../../../../domain/summary/summary.schema';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { ShareButton } from '../../../components/share-button';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { drawOn } from '../../../platform/canvas';
import { copyText } from '../../../platform/clipboard';
import { newId } from '../../../platform/id';
import { addressOf } from '../../../platform/navigate';
import { type ShareableCard, useShareMenu } from '../../../platform/share';
import { type Summary, useMakeCard, useSummary } from '../summary.queries';
import { CARD, drawCard } from './components/draw-card';
import { FileCard } from './components/file-card';
import './index.scss';

const CANVAS = 'summary-picture';

/** 发到群里: the card with its picture, the words to paste. Nobody is named in either. */
export default function ShareSummaryPage() {
  const summaryId = useRouter().params.summaryId ?? '';
  const summary = useSummary(summaryId);
  const { card, error, again } = useCardFor(summary.data);
  useShareMenu(card);
  const copy = async (text: string) => {
    await copyText(text);
    showToast({ text: '文字已复制，可以粘贴到群里' });
  };
  return (
    <Screen footer={<ShareButton text="发给群或同事" card={card} />}>
      <Card title="群里看到的卡片">
        <View className="share-frame">
          <Canvas type="2d" id={CANVAS} canvasId={CANVAS} className="share-canvas" />
          {card?.picture !== undefined && (
            <Image
              className="share-picture"
              src={card.picture}
              aria-label={`卡片：${card.title}`}
            />
          )}
        </View>
        {error !== null && (
          <Notice
            kind="error"
            text={sayFailure(error)}
            action={<Button kind="link" text="再试一次" onTap={again} />}
          />
        )}
        <Text className="share-note">
          {`卡片上只有数字。点开以后，各人只看到自己该看的；不在学校里的人什么也看不到。${CARD_DAYS} 天后失效。`}
        </Text>
      </Card>
      <Answered query={summary} skeleton={<Skeleton rows={3} />}>
        {({ chatText }) => (
          <Card
            title="也可以只发文字"
            aside={<Button kind="link" text="复制文字" onTap={() => void copy(chatText)} />}
          >
            <Text className="share-text" userSelect>
              {chatText}
            </Text>
          </Card>
        )}
      </Answered>
      {summary.data?.may.export && <FileCard summaryId={summaryId} />}
    </Screen>
  );
}

/** Makes the key and draws the picture, once the summary is there and the page is drawn. */
function useCardFor(summary: Summary | undefined) {
  const [card, setCard] = useState<ShareableCard | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isReady, setReady] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const { mutateAsync } = useMakeCard();
  // The same key for every attempt: a lost answer makes no second one.
  const key = useRef({ token: newId(), writeId: newId() });
  const make = useRef(mutateAsync);
  useReady(() => setReady(true));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt draws again
  useEffect(() => {
    if (!summary || !isReady) return;
    const { id: summaryId, title } = summary;
    const { token, writeId } = key.current;
    const prepare = async () => {
      const [picture] = await Promise.all([
        drawOn(CANVAS, CARD, (pen) => drawCard(pen, summary)),
        make.current({ summaryId, token, writeId }),
      ]);
      setCard({ title, picture, address: addressOf('summaryCard', { summaryId, token }) });
    };
    setError(null);
    prepare().catch(setError);
  }, [summary, isReady, attempt]);
  return { card, error, again: () => setAttempt((count) => count + 1) };
}
