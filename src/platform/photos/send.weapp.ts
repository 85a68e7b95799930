import { CloudFailure } from '../cloud-failure';
import type { LocalPhoto, OnProgress } from './local-photo';

/** One try to store a picture. @throws CloudFailure */
export function sendPhoto(
  { file }: LocalPhoto,
  cloudPath: string,
  onProgress: OnProgress,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath: file as string,
      success: ({ fileID }) => resolve(fileID),
      fail: ({ errMsg }) => reject(new CloudFailure('offline', errMsg)),
    });
    task.onProgressUpdate(({ progress }) => onProgress(progress / 100));
  });
}
