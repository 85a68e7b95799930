import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildFunctions } from './functions';
import { fingerprint, lastFingerprint, ROOT, rememberFingerprint } from './inputs';
import { withLock } from './lock';

interface Target {
  /** Under `dist/`. */
  folder: string;
  /** Files and folders that it is made of. */
  inputs: readonly string[];
  run(): Promise<void>;
}

const SHARED = ['domain', 'package-lock.json'];
const PHONE = [
  ...SHARED,
  'src',
  'config/index.ts',
  'config/accessibility.ts',
  'config/postcss-phone.js',
  'babel.config.js',
  '.browserslistrc',
  'project.config.json',
];

const TARGETS = {
  functions: {
    folder: 'cloudfunctions',
    inputs: [...SHARED, 'cloudfunctions', 'config/functions.ts'],
    run: buildFunctions,
  },
  h5: { folder: 'h5', inputs: PHONE, run: () => taro('h5') },
  weapp: { folder: 'weapp', inputs: PHONE, run: () => taro('weapp') },
} satisfies Record<string, Target>;

export type TargetName = keyof typeof TARGETS;
export const ALL_TARGETS = Object.keys(TARGETS) as TargetName[];

/**
 * Brings `dist/` up to date. A target whose inputs are unchanged since its last finished build is
 * left alone.
 *
 * @throws if a build fails; what it printed has then been shown
 */
export async function ensureBuilt(names: readonly TargetName[] = ALL_TARGETS): Promise<void> {
  await Promise.all(names.map((name) => withLock(name, () => ensureTarget(name))));
}

async function ensureTarget(name: TargetName): Promise<void> {
  const target: Target = TARGETS[name];
  const inputs = fingerprint(target.inputs);
  const isThere = existsSync(path.join(ROOT, 'dist', target.folder));
  if (isThere && lastFingerprint(name) === inputs) return;

  const startedAt = performance.now();
  console.error(`Building dist/${target.folder} …`);
  await target.run();
  rememberFingerprint(name, inputs);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.error(`Built dist/${target.folder} in ${seconds} s`);
}

/** Taro's builder keeps global state, so each platform has a process of its own. */
function taro(platform: 'h5' | 'weapp'): Promise<void> {
  const cli = path.join(ROOT, 'node_modules/@tarojs/cli/bin/taro');
  // Without `--no-check` it asks a server for the schema of its own configuration.
  const child = spawn(process.execPath, [cli, 'build', '--type', platform, '--no-check'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      reject(new Error(`The ${platform} build failed.`));
    });
  });
}
