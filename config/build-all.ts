import { ensureBuilt } from './build';

ensureBuilt().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
