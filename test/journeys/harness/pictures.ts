import { Buffer } from 'node:buffer';
import type { Journey } from './journey';

/** A picture of one pixel: a phone's camera for tests. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Takes a picture where the page offers one. */
export async function takePicture(journey: Journey): Promise<void> {
  const choosing = journey.page.waitForEvent('filechooser');
  await journey.tap(journey.see(/^加照片/));
  const buffer = Buffer.from(PIXEL, 'base64');
  await (await choosing).setFiles({ name: 'a.png', mimeType: 'image/png', buffer });
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
