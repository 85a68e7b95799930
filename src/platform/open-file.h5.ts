/** A file that a function has made. */
export interface MadeFile {
  fileId: string;
  name: string;
  url: string;
}

/** The same where it can be had. */
export interface LocalFile {
  name: string;
  path: string;
}

/** A browser fetches it when it is saved. */
export const fetchFile = async ({ name, url: path }: MadeFile): Promise<LocalFile> => ({
  name,
  path,
});

/** What a button says that sends a file. */
export const SEND_VERB = '下载';

/** A browser has no chats: the file is saved, to be sent by hand. */
export async function sendFile({ name, path }: LocalFile): Promise<void> {
  const link = document.createElement('a');
  link.href = path;
  link.download = name;
  link.click();
}

/** Downloads a file that a function has made. */
export const openFile = async (file: MadeFile): Promise<void> => sendFile(await fetchFile(file));
