import type { Pen } from './pen';

/**
 * Draws on a canvas of the page and makes a picture of it.
 *
 * @returns an address that holds the picture itself
 */
export async function drawOn(
  id: string,
  { width, height }: { width: number; height: number },
  draw: (pen: Pen) => void,
): Promise<string> {
  const canvas = document.querySelector<HTMLCanvasElement>(`#${id} canvas, canvas#${id}`);
  const pen = canvas?.getContext('2d');
  if (!canvas || !pen) throw new Error('图片没有画出来，请再试一次。');
  canvas.width = width;
  canvas.height = height;
  draw(pen);
  return canvas.toDataURL('image/png');
}
