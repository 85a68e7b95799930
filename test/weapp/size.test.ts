import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { WEAPP_DIST } from './host/phone-of';

/** WeChat's limit for the main package, and for each subpackage. */
const PACKAGE_LIMIT = 2 * 1024 * 1024;

/** A Taro and React app of four empty pages, built the same way. */
const FLOOR = { raw: 289_600, zipped: 82_078 };

interface Size {
  raw: number;
  zipped: number;
}

function sizeByPackage(): Map<string, Size> {
  const { subPackages = [] } = JSON.parse(readFileSync(path.join(WEAPP_DIST, 'app.json'), 'utf8'));
  const roots: string[] = subPackages.map(({ root }: { root: string }) => `${root}/`);
  const sizes = new Map<string, Size>([['main', { raw: 0, zipped: 0 }]]);
  for (const name of readdirSync(WEAPP_DIST, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(WEAPP_DIST, name);
    if (statSync(file).isDirectory()) continue;
    const owner = roots.find((root) => name.startsWith(root)) ?? 'main';
    const { raw, zipped } = sizes.get(owner) ?? { raw: 0, zipped: 0 };
    const content = readFileSync(file);
    sizes.set(owner, {
      raw: raw + content.length,
      zipped: zipped + gzipSync(content).length,
    });
  }
  return sizes;
}

test('every package stays below the size that WeChat allows', () => {
  const sizes = sizeByPackage();
  const show = ({ raw, zipped }: Size) => `${raw} bytes, ${zipped} zipped`;
  const lines = [...sizes].map(([name, size]) => `${name}: ${show(size)}`);
  console.info([`an empty app: ${show(FLOOR)}`, ...lines].join('\n'));
  for (const { raw } of sizes.values()) expect(raw).toBeLessThan(PACKAGE_LIMIT);
});
