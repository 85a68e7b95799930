import { Buffer } from 'node:buffer';
import type { Journey } from './journey';

const SIZE = { width: 640, height: 480 };

/** What a phone's camera sees in tests: a hill under the sun, nobody in it. JPEG, base64. */
const drawPicture = ({ width, height }: typeof SIZE): string => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = '#cfe3ee';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#f2c46d';
  pen.arc(width * 0.75, height * 0.3, height * 0.12, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = '#5d8f73';
  pen.beginPath();
  pen.ellipse(width * 0.4, height, width * 0.7, height * 0.45, 0, 0, 2 * Math.PI);
  pen.fill();
  return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] as string;
};

/** Takes a picture where the page offers one. */
export async function takePicture(journey: Journey): Promise<void> {
  const buffer = Buffer.from(await journey.page.evaluate(drawPicture, SIZE), 'base64');
  const choosing = journey.page.waitForEvent('filechooser');
  await journey.tap(journey.see(/^加照片/));
  await (await choosing).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer });
}

/** Draws a zigzag on the paper for a signature. */
export async function sign(journey: Journey): Promise<void> {
  const { mouse } = journey.page;
  const paper = journey.page.locator('canvas').first();
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error('there is no paper to sign on');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await mouse.move(...at(0.2, 0.7));
  await mouse.down();
  for (const [x, y] of [
    [0.35, 0.25],
    [0.5, 0.75],
    [0.65, 0.25],
    [0.8, 0.7],
  ] as const) {
    await mouse.move(...at(x, y), { steps: 6 });
  }
  await mouse.up();
}
