/**
 * Draws the icons of the tab bar into `src/assets/tab/` (WeChat takes PNG only, 81 × 81). Run by
 * hand when a shape changes: `node --import tsx config/draw-tab-icons.ts`.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from './chromium';
import { ROOT } from './inputs';

const SIZE_PX = 81;

// One set for light and dark: each grey and green keeps a contrast of 3 on both bars.
const COLOURS = { plain: '#7F8C86', chosen: '#2F8A73' };

/** Line drawings on a field of 24 × 24. */
const SHAPES = {
  today: 'M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4M9 15l2.2 2.2 4-4',
  students:
    'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 19.5c.6-3.4 3.4-5.5 7-5.5s6.4 2.1 7 5.5',
  meetings: 'M4.5 5h15v10.5h-8l-4 3.5v-3.5h-3zM8.5 9h7M8.5 12h4.5',
  me: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 12.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM7 17.5c1-2 2.8-3 5-3s4 1 5 3',
};

async function draw(): Promise<void> {
  const folder = path.join(ROOT, 'src/assets/tab');
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: SIZE_PX, height: SIZE_PX } });
  for (const [name, shape] of Object.entries(SHAPES)) {
    for (const [state, colour] of Object.entries(COLOURS)) {
      await page.setContent(
        `<style>body{margin:0}</style><svg width="${SIZE_PX}" height="${SIZE_PX}" viewBox="0 0 24 24"
          fill="none" stroke="${colour}" stroke-width="1.6" stroke-linecap="round"
          stroke-linejoin="round"><path d="${shape}"/></svg>`,
      );
      const file = path.join(folder, state === 'chosen' ? `${name}-chosen.png` : `${name}.png`);
      await page.screenshot({ path: file, omitBackground: true });
    }
  }
  await browser.close();
}

void draw();
