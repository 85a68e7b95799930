import { LONGEST_SIDE, type LocalPhoto, QUALITY } from './local-photo';

/** Pictures that the person chooses, made small; none if they change their mind. */
export async function pickPhotos(count: number): Promise<LocalPhoto[]> {
  const files = await chooseFiles();
  return Promise.all(files.slice(0, count).map(small));
}

function chooseFiles(): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

async function small(file: File): Promise<LocalPhoto> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const made = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY / 100);
  });
  const blob = made ?? file;
  return { preview: URL.createObjectURL(blob), file: blob };
}
