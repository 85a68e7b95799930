import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../config/chromium';
import type { SchoolOptions } from '../../school/make-school';
import { Journey, type JourneyOptions } from './journey';
import { startTestProduct, type TestProduct } from './product';

/** A loaded machine takes its time to start a browser and a school. */
const PATIENCE_MS = 120_000;

/**
 * What the journeys of a file share: one browser and one product, from before the first to after the
 * last. `begin` starts somebody's journey; `stored` reads a collection as it stands.
 */
export function setStage(school?: SchoolOptions | 'none') {
  let browser: Browser;
  let product: TestProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchChromium(), startTestProduct(school)]);
  }, PATIENCE_MS);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  return {
    /** Only while the tests run. */
    get product() {
      return product;
    },
    begin: (options?: JourneyOptions) => Journey.begin(browser, product, options),
    stored: <T>(collection: string) => product.cloud.database.peek(collection, 10_000) as T[],
  };
}
