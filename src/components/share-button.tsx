import { Button as WeChatButton } from '@tarojs/components';
import { copyCard, OPENS_CHATS, type ShareableCard } from '../platform/share';
import { Button } from './button';
import { showToast } from './toast';
import './button.scss';
import './share-button.scss';

interface ShareButtonProps {
  text: string;
  card: ShareableCard | null;
  /** Quiet beside the screen's own main button. */
  kind?: 'main' | 'quiet';
}

/** Sends the page's card to a chat; in a browser, which has none, copies where it leads. */
export function ShareButton({ text, card, kind = 'main' }: ShareButtonProps) {
  if (OPENS_CHATS) {
    return (
      <WeChatButton
        className={`share-button button button-${kind}`}
        openType="share"
        disabled={card === null}
      >
        {card ? text : '请稍等…'}
      </WeChatButton>
    );
  }
  const copy = async () => {
    if (!card) return;
    await copyCard(card);
    showToast({ text: '链接已复制，可以粘贴到群里' });
  };
  return <Button kind={kind} text={text} isBusy={card === null} onTap={() => void copy()} />;
}
