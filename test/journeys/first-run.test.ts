import type { Browser } from 'playwright-core';
import { launchChromium } from '../../config/chromium';
import type { SchoolClass } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';
import { SET_UP_CODE } from '../school/set-up-code';
import { Journey, type JourneyOptions } from './harness/journey';
import { startTestProduct, type TestProduct } from './harness/product';

jest.setTimeout(90_000);

const office = { openid: 'oFirst-office' };

describe('an environment without a school', () => {
  let browser: Browser;
  let product: TestProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchChromium(), startTestProduct('none')]);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const begin = (options?: JourneyOptions) => Journey.begin(browser, product, options);
  const stored = <T>(collection: string) => product.cloud.database.peek(collection, 10_000) as T[];

  test('a stranger learns what this is and finds the doors, at every size and in the dark', async () => {
    const journey = await begin();
    await journey.openAs(office, 'pages/today/index');
    await journey.see('我是家长').waitFor();
    await journey.screenshot('welcome');
    await journey.end();
    const large = await begin({ isDark: true, textScale: 1.4 });
    await large.openAs(office, 'pages/today/index');
    await large.see('为学校开通').waitFor();
    await large.screenshot('welcome-large-dark');
    await large.end();
  });

  test('whoever has the code opens a school: six screens, back allowed, drafts kept', async () => {
    const journey = await begin();
    await journey.openAs(office, 'pages/today/index');
    await journey.tap('为学校开通');
    await journey.see('第 1 步').waitFor();
    await journey.tap('下一步');
    await journey.see('请填写开通码。').waitFor();
    await journey.field('开通码').fill('WRONG-2026-CODE');
    await journey.field('您的姓名').fill('何素心');
    await journey.tap('下一步');
    await journey.see('这个开通码不能用').waitFor();
    await journey.field('开通码').fill(SET_UP_CODE);
    await journey.screenshot('first-run-who');
    await journey.tap('下一步');

    await journey.see('第 2 步').waitFor();
    await journey.field('学校名称').fill('云溪初级中学');
    await journey.screenshot('first-run-school');
    await journey.tap('下一步');
    await journey.see('第 3 步').waitFor();
    await journey.screenshot('first-run-campuses');
    await journey.tap('下一步');

    await journey.see('第 4 步').waitFor();
    await journey.tap('都是 12 个');
    await journey.see('共 36 个班').waitFor();
    await journey.tap(journey.page.getByLabel('九年级少一班'));
    await journey.see('共 35 个班').waitFor();
    await journey.tap('上一步');
    await journey.see('第 3 步').waitFor();
    await journey.tap('下一步');
    await journey.see('共 35 个班').waitFor();
    await journey.screenshot('first-run-classes');
    await journey.tap('下一步');

    // Whoever stops here finds everything again.
    await journey.see('第 5 步').waitFor();
    await journey.see('国庆节').waitFor();
    await journey.screenshot('first-run-calendar');
    await journey.page.waitForTimeout(600);
    await journey.openAs(office, 'pages/first-run/index/index');
    await journey.see('第 5 步').waitFor();
    await journey.tap('下一步');
    await journey.see('第 6 步').waitFor();
    await journey.tap(journey.page.locator('.chip', { hasText: '德育处' }));
    await journey.screenshot('first-run-rules');
    await journey.tap('开通学校');
    await journey.see('云溪初级中学开通了').waitFor();
    await journey.see('七年级 12 个班、八年级 12 个班、九年级 11 个班').waitFor();
    await journey.screenshot('first-run-opened');
    console.log(`first run: ${journey.taps} taps, ${journey.calls.length} calls`);
    expect(journey.taps).toBeLessThanOrEqual(20);

    expect(stored<School>('schools')).toHaveLength(1);
    expect(stored<SchoolClass>('classes')).toHaveLength(35);
    await journey.tap('看看班级');
    await journey.see('九年级(11)班').waitFor();
    await journey.openAs(office, 'pages/today/index');
    await journey.see('何素心').waitFor();
    await journey.screenshot('today-new-school');
    await journey.end();
  });
});
