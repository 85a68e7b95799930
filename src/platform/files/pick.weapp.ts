import type { LocalFile } from './local-file';

/** A file with one of these endings, from a chat; null if the person changes their mind. */
export async function pickFile(extensions: readonly string[]): Promise<LocalFile | null> {
  const chosen = await wx
    .chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] })
    .catch(() => ({ tempFiles: [] }));
  const [file] = chosen.tempFiles;
  return file ? { name: file.name, size: file.size, file: file.path } : null;
}
