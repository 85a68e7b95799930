import { copyText } from './clipboard';

export interface ShareableCard {
  title: string;
  /** Of the page that it opens, as `addressOf` gives it. */
  address: string;
  /** Without one, WeChat shows the page as it looks. */
  picture?: string;
}

/** For a card that says only words: a picture of the app's own, never one of the page. */
export const CARD_PICTURE = '/assets/tab/meetings-chosen.png';

/** A browser has no chats: nothing is offered by a menu. */
export function useShareMenu(_card: ShareableCard | null): void {}

/** Whether a tap on a share button opens the list of chats by itself. */
export const OPENS_CHATS = false;

/** Copies the address of what the card opens. */
export const copyCard = ({ address }: ShareableCard): Promise<void> =>
  copyText(`${window.location.origin}${window.location.pathname}#${address}`);
