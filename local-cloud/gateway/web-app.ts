import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import type { Route } from '../service';
import { contentTypeOf } from './content-type';
import { HttpProblem } from './http';

/** The built browser app under `/app/`. Names that leave the folder do not exist. */
export function webAppRoute(webDir: string): Route {
  const root = path.resolve(webDir);
  return {
    method: 'GET',
    path: '/app/',
    handle({ rest }) {
      const file = path.resolve(root, rest === '' ? 'index.html' : rest);
      const found =
        file.startsWith(root + path.sep) && !rest.includes('\0')
          ? statSync(file, { throwIfNoEntry: false })
          : undefined;
      if (!found?.isFile()) throw new HttpProblem(404, 'no such file of the app');
      return {
        headers: { 'content-type': contentTypeOf(file), 'content-length': String(found.size) },
        body: createReadStream(file),
      };
    },
  };
}
