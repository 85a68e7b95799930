import Taro from '@tarojs/taro';
import type { Pen } from './pen';

interface Found {
  node?: { width: number; height: number; getContext(kind: '2d'): Pen };
}

const canvasNode = (id: string): Promise<NonNullable<Found['node']>> =>
  new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec(([found]: Found[]) =>
        found?.node ? resolve(found.node) : reject(new Error('图片没有画出来，请再试一次。')),
      );
  });

/**
 * Draws on a canvas of the page and makes a picture of it. A canvas off the screen cannot be
 * saved on every phone (known fault), so it is one of the page, under the picture that comes of it.
 *
 * @returns a file on this phone
 */
export async function drawOn(
  id: string,
  { width, height }: { width: number; height: number },
  draw: (pen: Pen) => void,
): Promise<string> {
  const canvas = await canvasNode(id);
  canvas.width = width;
  canvas.height = height;
  draw(canvas.getContext('2d'));
  const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' });
  return tempFilePath;
}
