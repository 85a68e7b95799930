type FileType = 'docx' | 'pdf' | 'xlsx';

/**
 * Fetches a file that a function has made, and shows it under its own name; from there it can be
 * printed, kept and sent on.
 */
export async function openFile({ fileId, name }: { fileId: string; name: string }): Promise<void> {
  const { tempFilePath } = await wx.cloud.downloadFile({ fileID: fileId });
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`;
  wx.getFileSystemManager().copyFileSync(tempFilePath, filePath);
  const fileType = name.slice(name.lastIndexOf('.') + 1) as FileType;
  await wx.openDocument({ filePath, fileType, showMenu: true });
}
