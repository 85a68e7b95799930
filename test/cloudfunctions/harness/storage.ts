import type { CallerOf, TestCloud } from './cloud';

interface Found {
  code: string;
  tempFileURL?: string;
}

async function find({ cloud }: TestCloud, fileId: string): Promise<Found | undefined> {
  const ask = cloud.storage.actions['storage.batchGetDownloadUrl'];
  if (!ask) throw new Error('storage cannot be asked');
  const { body } = (await ask({ file_list: [{ fileid: fileId, max_age: 600 }] }, {})) as {
    body: { data: { download_list: Found[] } };
  };
  return body.data.download_list[0];
}

/** Whether storage still has a file. */
export const fileExists = async (world: TestCloud, fileId: string): Promise<boolean> =>
  (await find(world, fileId))?.code === 'SUCCESS';

/** What is in a file. @throws if there is none */
export async function contentOf(world: TestCloud, fileId: string): Promise<string> {
  const { tempFileURL = '' } = (await find(world, fileId)) ?? {};
  return (await fetch(tempFileURL)).text();
}

/** Takes a file out of storage behind the functions' back. */
export async function removeFile({ cloud }: TestCloud, fileId: string): Promise<void> {
  await cloud.storage.actions['storage.batchDeleteFile']?.({ fileid_list: [fileId] }, {});
}

/** As a phone stores a file. @returns its file id */
export async function storeFile(
  { cloud }: TestCloud,
  { openid }: CallerOf,
  path: string,
  body = 'a picture',
) {
  const uploaded = await fetch(`${cloud.url}/wx/upload`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid, 'x-cloud-path': encodeURIComponent(path) },
    body,
  });
  return ((await uploaded.json()) as { fileID: string }).fileID;
}
