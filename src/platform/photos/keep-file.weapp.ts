import type { LocalPhoto } from './local-photo';

/** Moves a picture to where WeChat keeps it after the app is closed. @returns its address there */
export const keepFile = (_name: string, { file }: LocalPhoto): Promise<string> =>
  new Promise((resolve, reject) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath: file as string,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

/** The picture at an address; null when WeChat has cleared it away. */
export const readFile = (kept: string): Promise<LocalPhoto | null> =>
  new Promise((resolve) => {
    wx.getFileSystemManager().access({
      path: kept,
      success: () => resolve({ preview: kept, file: kept }),
      fail: () => resolve(null),
    });
  });

export const forgetFile = (kept: string): Promise<void> =>
  new Promise((resolve) => {
    wx.getFileSystemManager().removeSavedFile({ filePath: kept, complete: () => resolve() });
  });
