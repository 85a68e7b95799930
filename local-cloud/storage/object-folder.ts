import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export class ObjectTooLarge extends Error {}

/** Files on disk, named by the hash of their cloud path, so that no path can leave the folder. */
export interface ObjectFolder {
  /** The hash under which `cloudPath` is kept, with its extension. */
  key(cloudPath: string): string;
  /** Replaces what was there, wholly or not at all. @throws ObjectTooLarge above `limit` bytes. */
  write(key: string, content: Readable, limit: number): Promise<void>;
  /** Bytes of the object; undefined when there is none. */
  size(key: string): number | undefined;
  read(key: string): Readable;
  /** False when there was nothing to remove. */
  remove(key: string): Promise<boolean>;
}

export function createObjectFolder(dir: string): ObjectFolder {
  mkdirSync(dir, { recursive: true });
  const fileOf = (key: string) => path.join(dir, key);

  return {
    key(cloudPath) {
      const [extension] = /\.[A-Za-z0-9]{1,8}$/.exec(cloudPath) ?? [''];
      return createHash('sha256').update(cloudPath).digest('hex') + extension.toLowerCase();
    },

    async write(key, content, limit) {
      const unfinished = fileOf(`${randomUUID()}.part`);
      let size = 0;
      const guard = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          done(size > limit ? new ObjectTooLarge(`more than ${limit} bytes`) : null, chunk);
        },
      });
      try {
        await pipeline(content, guard, createWriteStream(unfinished));
        const handle = await open(unfinished);
        await handle.sync();
        await handle.close();
        await rename(unfinished, fileOf(key));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },

    size: (key) => statSync(fileOf(key), { throwIfNoEntry: false })?.size,
    read: (key) => createReadStream(fileOf(key)),
    async remove(key) {
      if (!statSync(fileOf(key), { throwIfNoEntry: false })) return false;
      await rm(fileOf(key));
      return true;
    },
  };
}
