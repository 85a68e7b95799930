import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../inputs';
import { PAGES } from './pages';

for (const [file, page] of Object.entries(PAGES)) {
  writeFileSync(path.join(ROOT, file), page());
  console.log(`Wrote ${file}`);
}
