import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../config/inputs';
import type { ProjectFile } from './project-files';

/** The files of one folder of `dist/`, by the end of their names. */
export function builtFiles(folder: string, endings: RegExp): ProjectFile[] {
  const root = path.join(ROOT, 'dist', folder);
  if (!existsSync(root)) throw new Error(`dist/${folder} is missing: npm run build`);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.test(name))
    .map((name) => ({
      path: `dist/${folder}/${name.split(path.sep).join('/')}`,
      text: readFileSync(path.join(root, name), 'utf8'),
    }));
}
