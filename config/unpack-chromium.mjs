// Unpacks the packaged Chromium into the temp folder of this process and prints its path. A process
// of its own: the package is an ES module, chooses its folder by TMPDIR, and adds the libraries of
// a bare machine only if told that it runs on one (AWS_EXECUTION_ENV).
import chromium from '@sparticuz/chromium';

process.stdout.write(await chromium.executablePath());
