/** Adds documents one after the other and says so after each, until somebody kills the process. */
import { createDatabase } from '../../../local-cloud/database/database.service';

const database = createDatabase({ file: process.argv[2] as string, now: Date.now });
database.ensureCollection('things');
for (let n = 0; ; n++) {
  database.insertMany('things', [{ _id: n }]);
  process.stdout.write(`${n}\n`);
}
