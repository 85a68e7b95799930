/** Fetches a file that a function has made, and shows it; from there it can be sent on. */
export async function openFile({ fileId }: { fileId: string }): Promise<void> {
  const { tempFilePath } = await wx.cloud.downloadFile({ fileID: fileId });
  await wx.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true });
}
