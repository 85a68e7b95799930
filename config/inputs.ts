import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '..');

/**
 * One hash over the names and contents of everything that a build reads.
 *
 * @param inputs files and folders, relative to the project; absent ones count as empty
 */
export function fingerprint(inputs: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap((input) => filesUnder(path.join(ROOT, input)))) {
    hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(entry: string): string[] {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return [entry];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)));
}

/** The fingerprint that the last build of this target was made from, if it was finished. */
export function lastFingerprint(target: string): string | undefined {
  const file = stampFile(target);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function rememberFingerprint(target: string, value: string): void {
  mkdirSync(path.dirname(stampFile(target)), { recursive: true });
  writeFileSync(stampFile(target), value);
}

const stampFile = (target: string) => path.join(ROOT, '.cache/built', target);
