type FileType = 'docx' | 'pdf' | 'xlsx';

/** A file that a function has made. */
export interface MadeFile {
  fileId: string;
  name: string;
  url: string;
}

/** The same on this phone, under its own name. */
export interface LocalFile {
  name: string;
  path: string;
}

/** Fetches a file that a function has made. */
export async function fetchFile({ fileId, name }: MadeFile): Promise<LocalFile> {
  const { tempFilePath } = await wx.cloud.downloadFile({ fileID: fileId });
  const path = `${wx.env.USER_DATA_PATH}/${name}`;
  wx.getFileSystemManager().copyFileSync(tempFilePath, path);
  return { name, path };
}

/** Shows a file that a function has made; from there it can be printed, kept and sent on. */
export async function openFile(file: MadeFile): Promise<void> {
  const { name, path: filePath } = await fetchFile(file);
  const fileType = name.slice(name.lastIndexOf('.') + 1) as FileType;
  await wx.openDocument({ filePath, fileType, showMenu: true });
}

/** What a button says that sends a file. */
export const SEND_VERB = '发送到聊天';

/**
 * Sends a file to a chat that the person then chooses. WeChat allows it right after a tap only,
 * so the file is fetched before.
 */
export async function sendFile({ name: fileName, path: filePath }: LocalFile): Promise<void> {
  try {
    await wx.shareFileMessage({ filePath, fileName });
  } catch (failure) {
    const { errMsg = '' } = failure as { errMsg?: string };
    // Whoever closes the list of chats has changed their mind.
    if (!errMsg.includes('cancel')) throw new Error('文件没有发出去，请再试一次。');
  }
}
