import Taro from '@tarojs/taro';

/** Shows a picture over the whole screen, with the others a swipe away. */
export const showPhotos = (urls: readonly string[], current: string): void => {
  void Taro.previewImage({ urls: [...urls], current });
};
