// Makes a fresh clone runnable with nothing but Node: installs what package-lock.json names,
// unless it is installed already. Plain JavaScript, because nothing is installed when it runs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MIN_NODE = 20;

if (Number.parseInt(process.versions.node, 10) < MIN_NODE) {
  console.error(`需要 Node.js ${MIN_NODE} 或更新的版本 (Node.js ${MIN_NODE} or newer is needed).`);
  process.exit(1);
}

if (!isInstalled()) {
  console.log('Installing packages (about two minutes the first time) …');
  const { status } = spawnSync('npm', ['install', '--no-save', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Compares the lockfile with npm's own note of what it put into node_modules. */
function isInstalled() {
  const note = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(note);
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === '' || (optional && !present[name]) || present[name]?.version === version,
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
