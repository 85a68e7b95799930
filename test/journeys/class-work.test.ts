import type { Browser } from 'playwright-core';
import { launchChromium } from '../../config/chromium';
import type { ClassWork } from '../../domain/class-work/class-work.schema';
import { CAST, CAST_TODAY, CLASSES } from '../school/cast';
import { Journey } from './harness/journey';
import { startTestProduct, type TestProduct } from './harness/product';

jest.setTimeout(60_000);

describe('the record of a class’s work', () => {
  let browser: Browser;
  let product: TestProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchChromium(), startTestProduct()]);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const works = () => product.cloud.database.peek('classWorks', 1_000) as unknown as ClassWork[];
  const mine = () =>
    works().filter(({ on, classId }) => on === CAST_TODAY && classId === CLASSES.seven3);

  test('S4-217 from 今天 in three taps and two texts, and the duty is gone', async () => {
    const journey = await Journey.begin(browser, product);
    await journey.openAs(CAST.homeroomTeacher, 'pages/today/index');
    const verb = journey.page.getByRole('button', { name: /^记主题班会/ });
    await journey.tap(verb);
    await journey.see('班会的主题').waitFor();
    await journey.field('班会的主题').fill('说说我的同桌');
    await journey.field('做了什么，怎样').fill('每人说了同桌的一个长处，定下互相提醒的办法。');
    await journey.screenshot('class-work-record');
    await journey.tap(journey.page.getByRole('button', { name: '保存', exact: true }));
    await journey.see('主题班会：已记下').waitFor();
    await verb.waitFor({ state: 'detached' });
    expect(journey.taps).toBeLessThanOrEqual(3);
    expect(mine()).toMatchObject([{ title: '说说我的同桌', kind: 'themeClassMeeting' }]);
    await journey.end();
  });

  test('a class’s records by kind: read, put right, and one more from here', async () => {
    const journey = await Journey.begin(browser, product);
    await journey.openAs(
      CAST.homeroomTeacher,
      `pages/class-work/index/index?classId=${CLASSES.seven3}`,
    );
    await journey.see('说说我的同桌').waitFor();
    await journey.screenshot('class-works');
    await journey.tap('说说我的同桌');
    await journey.screenshot('class-work-read');
    await journey.tap(journey.page.getByRole('button', { name: '修改', exact: true }));
    await journey.field('班会的主题').fill('同桌之间');
    await journey.tap(journey.page.getByRole('button', { name: '保存', exact: true }));
    await journey.see('主题班会：已记下').waitFor();
    expect(mine()).toMatchObject([{ title: '同桌之间', rev: 2 }]);

    await journey.tap(journey.page.getByRole('button', { name: '记一条', exact: true }));
    await journey.see('记什么').waitFor();
    await journey.screenshot('class-work-kinds');
    await journey.tap('主题黑板报');
    await journey.field('这一期的主题').fill('秋天的校园');
    await journey.tap(journey.page.getByRole('button', { name: '保存', exact: true }));
    await journey.see('主题黑板报：已记下').waitFor();
    await journey.settled();
    expect(mine().map(({ kind }) => kind)).toContain('blackboardPaper');
    await journey.end();
  });
});
