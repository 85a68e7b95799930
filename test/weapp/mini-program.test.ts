import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../config/inputs';
import type { CallError } from '../../local-cloud/start-local-cloud';
import { startTestProduct, type TestProduct } from '../journeys/harness/product';
import { CAST, CLASSES, STUDENTS } from '../school/cast';
import { bootMiniProgram } from './host/mini-program';

const DIST = path.join(ROOT, 'dist/weapp');

/** WeChat's audit, rule on the size of setData. */
const AUDIT_LIMIT_BYTES = 256 * 1024;

/** What the pages are opened with; a page reads what it knows. */
const QUERY = `classId=${CLASSES.seven3}&studentId=${STUDENTS.firstChild._id}`;

describe('the built mini-program, in a simulated WeChat', () => {
  let product: TestProduct;
  const bootAs = (person: { openid: string }) =>
    bootMiniProgram({
      dist: DIST,
      async callFunction(name, data) {
        try {
          return (await product.cloud.callFunction(name, data as object, person.openid)).result;
        } catch (error) {
          const { errCode, errMsg } = error as CallError;
          throw { errCode, errMsg };
        }
      },
    });

  beforeAll(async () => {
    product = await startTestProduct();
  }, 60_000);

  afterAll(() => product?.stop());

  test('paints every page of its map, each paint below the audit limit', async () => {
    const miniProgram = bootAs(CAST.homeroomTeacher);
    const costs: string[] = [];
    for (const route of miniProgram.routes) {
      const page = miniProgram.open(`${route}?${QUERY}`);
      await miniProgram.settled();
      const sizes = page.setDataCalls.map(({ bytes }) => bytes);
      costs.push(`${route}: ${sizes.length} setData, ${sizes.join(' + ')} bytes`);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(AUDIT_LIMIT_BYTES);
      expect(page.text()).not.toBe('');
    }
    miniProgram.close();
    console.info(costs.join('\n'));
  }, 60_000);

  test('passes what a screen reader says under the name that the template reads', async () => {
    const template = readFileSync(path.join(DIST, 'base.wxml'), 'utf8');
    const label = /<view [^>]*aria-label="\{\{i\.(\w+)\}\}"/.exec(template)?.[1] as string;
    const miniProgram = bootAs(CAST.homeroomTeacher);
    const page = miniProgram.open('pages/today/index');
    await miniProgram.settled();
    const spoken = page.nodes().flatMap((node) => node[label] ?? []);
    miniProgram.close();
    // Each by itself would do; which words a page speaks is its own business.
    expect(
      spoken.filter((one) => typeof one === 'string' && /\p{Script=Han}/u.test(one)),
    ).not.toEqual([]);
  }, 30_000);

  test('a tap leads into a subpackage, which asks the cloud and paints', async () => {
    const miniProgram = bootAs(CAST.homeroomTeacher);
    const today = miniProgram.open('pages/today/index');
    await miniProgram.settled();
    today.tap('看全班台账');
    await miniProgram.settled();
    const opened = miniProgram.top();
    miniProgram.close();
    expect(opened?.route).toBe('pages/class-ledger/index/index');
    expect(opened?.text()).toContain('七年级(3)班');
  }, 30_000);
});
