import type { Pen } from './pen';

/**
 * Draws a picture. A browser needs no canvas of the page for it.
 *
 * @returns an address that holds the picture itself
 */
export async function drawOn(
  _id: string,
  { width, height }: { width: number; height: number },
  draw: (pen: Pen) => void,
): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('图片没有画出来，请再试一次。');
  draw(pen);
  return canvas.toDataURL('image/png');
}
