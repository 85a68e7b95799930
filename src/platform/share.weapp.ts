import { useShareAppMessage } from '@tarojs/taro';
import { copyText } from './clipboard';

export interface ShareableCard {
  title: string;
  /** Of the page that it opens, as `addressOf` gives it. */
  address: string;
  /** A file on this phone, 5:4; without one, WeChat shows the page as it looks. */
  picture?: string;
}

/** For a card that says only words: a picture of the app's own, never one of the page. */
export const CARD_PICTURE = '/assets/tab/meetings-chosen.png';

/** What a page gives a chat, by its menu or a share button; the page's config must allow it. */
export function useShareMenu(card: ShareableCard | null): void {
  useShareAppMessage(() =>
    // Shared before the key is there, it opens the front page and says nothing of the school.
    card
      ? {
          title: card.title,
          path: card.address,
          ...(card.picture !== undefined && { imageUrl: card.picture }),
        }
      : { title: '学情会商', path: '/pages/today/index' },
  );
}

/** Whether a tap on a share button opens the list of chats by itself. */
export const OPENS_CHATS = true;

/** Copies the title only: a mini-program's page has no address outside of a card. */
export const copyCard = ({ title }: ShareableCard): Promise<void> => copyText(title);
