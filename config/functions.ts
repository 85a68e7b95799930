import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './inputs';

const SOURCE = path.join(ROOT, 'cloudfunctions');

const FONTS = path.join(ROOT, 'node_modules/@embedpdf/fonts-sc');

/** What a function needs beside its code: where it lies, and under which name it goes along. */
const COMPANIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  documents: {
    'fonts/NotoSansHans-Regular.otf': path.join(FONTS, 'fonts/NotoSansHans-Regular.otf'),
    'fonts/NotoSansHans-Bold.otf': path.join(FONTS, 'fonts/NotoSansHans-Bold.otf'),
    'fonts/LICENSE': path.join(FONTS, 'LICENSE'),
  },
};

/** Every folder with an `index.ts` is a function; `kernel/` is a library of theirs. */
export function functionNames(): string[] {
  if (!existsSync(SOURCE)) return [];
  return readdirSync(SOURCE).filter((name) => existsSync(path.join(SOURCE, name, 'index.ts')));
}

/**
 * Makes each function a folder that WeChat can install: one CommonJS file, a package.json naming
 * the SDK (the cloud installs it), and the config.json with its permissions and its trigger.
 */
export async function buildFunctions(
  outDir = path.join(ROOT, 'dist/cloudfunctions'),
): Promise<void> {
  const names = functionNames();
  // In place: a cloud that runs meanwhile always finds its functions.
  for (const old of existsSync(outDir) ? readdirSync(outDir) : []) {
    if (!names.includes(old)) rmSync(path.join(outDir, old), { recursive: true });
  }
  await Promise.all(names.map((name) => buildFunction(name, path.join(outDir, name))));
}

async function buildFunction(name: string, outDir: string): Promise<void> {
  await build({
    entryPoints: [path.join(SOURCE, name, 'index.ts')],
    outfile: path.join(outDir, 'index.js'),
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['wx-server-sdk'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  const manifest = {
    name,
    version: '1.0.0',
    private: true,
    main: 'index.js',
    dependencies: { 'wx-server-sdk': sdkVersion() },
  };
  mkdirSync(outDir, { recursive: true });
  writeFileSync(path.join(outDir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(path.join(SOURCE, name, 'config.json'), path.join(outDir, 'config.json'));
  for (const [target, source] of Object.entries(COMPANIONS[name] ?? {})) {
    cpSync(source, path.join(outDir, target));
  }
}

function sdkVersion(): string {
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return dependencies['wx-server-sdk'];
}
