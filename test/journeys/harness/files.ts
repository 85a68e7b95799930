import type { RosterFile } from '../../fixtures/rosters/book';
import type { Journey } from './journey';

/** Taps what asks for a file, and chooses this one. */
export async function chooseFile(
  journey: Journey,
  target: string,
  { name, content }: RosterFile,
): Promise<void> {
  const chooser = journey.page.waitForEvent('filechooser');
  await journey.tap(target);
  const mimeType = 'application/octet-stream';
  await (await chooser).setFiles({ name, mimeType, buffer: content });
}
