import type { Browser } from 'playwright-core';
import { launchChromium } from '../../config/chromium';
import { CAST } from '../school/cast';
import { Journey } from './harness/journey';
import { startTestProduct, type TestProduct } from './harness/product';

describe('opening the app', () => {
  let browser: Browser;
  let product: TestProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchChromium(), startTestProduct()]);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test.each([
    ['light', {}],
    ['dark-large', { isDark: true, textScale: 1.4 }],
  ])(
    'a class teacher sees today at once, for one cloud call (%s)',
    async (name, options) => {
      const journey = await Journey.begin(browser, product, options);
      await journey.openAs(CAST.homeroomTeacher, 'pages/today/index');
      await journey.see('王晓岚').waitFor();
      await journey.screenshot(`today-${name}`);
      expect(journey.calls).toHaveLength(1);
      expect(journey.taps).toBe(0);
      await journey.end();
    },
    30_000,
  );
});
