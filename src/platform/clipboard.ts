import Taro from '@tarojs/taro';

/** Puts words where the person can paste them into a chat. */
export const copyText = async (text: string): Promise<void> => {
  await Taro.setClipboardData({ data: text });
};
