import type { LocalFile } from './local-file';

/** A file with one of these endings; null if the person changes their mind. */
export function pickFile(extensions: readonly string[]): Promise<LocalFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = extensions.map((extension) => `.${extension}`).join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      resolve(file ? { name: file.name, size: file.size, file } : null);
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
