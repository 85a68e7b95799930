/** Downloads a file that a function has made. */
export async function openFile({ name, url }: { name: string; url: string }): Promise<void> {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
