import type { LocalPhoto, OnProgress } from './local-photo';
import { sendPhoto } from './send';

const TRIES = 3;
const PAUSE_MS = 800;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Stores a picture under a path that nobody can guess, and tries again when the network fails.
 *
 * @returns its file id
 * @throws CloudFailure if it could not be stored
 */
export async function uploadPhoto(
  photo: LocalPhoto,
  cloudPath: string,
  onProgress: OnProgress,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendPhoto(photo, cloudPath, onProgress);
    } catch (failure) {
      if (attempt === TRIES) throw failure;
      await pause(PAUSE_MS * attempt);
    }
  }
}
