import type { CallerOf, TestCloud } from './cloud';

/** Whether storage still has a file. */
export async function fileExists({ cloud }: TestCloud, fileId: string): Promise<boolean> {
  const ask = cloud.storage.actions['storage.batchGetDownloadUrl'];
  if (!ask) throw new Error('storage cannot be asked');
  const { body } = (await ask({ file_list: [{ fileid: fileId, max_age: 600 }] }, {})) as {
    body: { data: { download_list: { code: string }[] } };
  };
  return body.data.download_list[0]?.code === 'SUCCESS';
}

/** As a phone stores a file. @returns its file id */
export async function storeFile({ cloud }: TestCloud, { openid }: CallerOf, path: string) {
  const uploaded = await fetch(`${cloud.url}/wx/upload`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid, 'x-cloud-path': encodeURIComponent(path) },
    body: 'a picture',
  });
  return ((await uploaded.json()) as { fileID: string }).fileID;
}
