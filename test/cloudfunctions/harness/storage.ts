import type { TestCloud } from './cloud';

/** Whether storage still has a file. */
export async function fileExists({ cloud }: TestCloud, fileId: string): Promise<boolean> {
  const ask = cloud.storage.actions['storage.batchGetDownloadUrl'];
  if (!ask) throw new Error('storage cannot be asked');
  const { body } = (await ask({ file_list: [{ fileid: fileId, max_age: 600 }] }, {})) as {
    body: { data: { download_list: { code: string }[] } };
  };
  return body.data.download_list[0]?.code === 'SUCCESS';
}
