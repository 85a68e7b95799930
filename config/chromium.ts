import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { ROOT } from './inputs';

const UNPACKED = path.join(ROOT, '.cache/chromium');
const CHINESE_FONTS = path.join(ROOT, 'node_modules/@embedpdf/fonts-sc/fonts');

/** Opens the browser that the machine has, else the one that came with the packages. */
export function launchChromium(): Promise<Browser> {
  const { executablePath, env } = ownChromium() ?? packagedChromium();
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, ...env },
  });
}

interface Executable {
  executablePath: string;
  env: Record<string, string>;
}

function ownChromium(): Executable | undefined {
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  const executablePath = candidates.find((candidate) => candidate && existsSync(candidate));
  return executablePath ? { executablePath, env: {} } : undefined;
}

/** A bare machine has neither Chromium, nor its libraries, nor a Chinese font. Unpacks them once. */
function packagedChromium(): Executable {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Set CHROMIUM_PATH to a Chromium: the packaged one is for Linux x64 only.');
  }
  const isUnpacked = path.join(UNPACKED, 'fonts.conf');
  if (!existsSync(isUnpacked)) {
    mkdirSync(UNPACKED, { recursive: true });
    execFileSync(process.execPath, [path.join(__dirname, 'unpack-chromium.mjs')], {
      env: { ...process.env, TMPDIR: UNPACKED, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    writeFileSync(isUnpacked, fontConfig());
  }
  return {
    executablePath: path.join(UNPACKED, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(UNPACKED, 'al2023/lib'), FONTCONFIG_PATH: UNPACKED },
  };
}

const fontConfig = () => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${CHINESE_FONTS}</dir>
  <cachedir>${path.join(UNPACKED, 'font-cache')}</cachedir>
</fontconfig>
`;
