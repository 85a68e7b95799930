import { CloudFailure } from '../cloud-failure';
import { person } from '../person';
import type { LocalPhoto, OnProgress } from './local-photo';

interface Answer {
  fileID?: string;
  errMsg?: string;
}

/** One try to store a picture in the local cloud. @throws CloudFailure */
export function sendPhoto(
  { file }: LocalPhoto,
  cloudPath: string,
  onProgress: OnProgress,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new CloudFailure('offline', why));
    // fetch cannot tell how far an upload is.
    const request = new XMLHttpRequest();
    request.open('POST', '/wx/upload');
    request.setRequestHeader('x-wx-openid', person());
    request.setRequestHeader('x-cloud-path', encodeURIComponent(cloudPath));
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
    request.addEventListener('error', () => fail('network'));
    request.addEventListener('load', () => {
      const { fileID, errMsg } = (request.response ?? {}) as Answer;
      if (fileID) resolve(fileID);
      else fail(errMsg ?? String(request.status));
    });
    request.send(file);
  });
}
