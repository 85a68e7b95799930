import { LONGEST_SIDE, type LocalPhoto, QUALITY } from './local-photo';

/** Pictures that the person takes or chooses, made small; none if they change their mind. */
export async function pickPhotos(count: number): Promise<LocalPhoto[]> {
  const chosen = await wx
    .chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
    .catch(() => ({ tempFiles: [] }));
  return Promise.all(chosen.tempFiles.map(({ tempFilePath }) => small(tempFilePath)));
}

async function small(src: string): Promise<LocalPhoto> {
  try {
    const { tempFilePath } = await wx.compressImage({
      src,
      quality: QUALITY,
      compressedWidth: LONGEST_SIDE,
    });
    return { preview: tempFilePath, file: tempFilePath };
  } catch {
    // An older WeChat cannot: the picture as it was chosen is already smaller than the original.
    return { preview: src, file: src };
  }
}
