/**
 * `npm run month`: an ordinary month of a school against what the basic package of the cloud holds,
 * played through the real functions. Ends with an error when the month does not fit.
 */
import { ensureBuilt } from '../config/build';
import { playMonth } from './month/play';
import { reportOf } from './month/report';

async function main(): Promise<void> {
  await ensureBuilt(['functions']);
  const { text, fits } = reportOf(await playMonth());
  console.log(text);
  if (!fits) process.exitCode = 1;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
