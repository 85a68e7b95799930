import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CallerOf } from '../cloudfunctions/harness/cloud';
import { startTestProduct, type TestProduct } from '../journeys/harness/product';
import { CAST, CLASSES, STUDENTS } from '../school/cast';
import { phoneOf, WEAPP_DIST } from './host/phone-of';

/** WeChat's audit, rule on the size of setData. */
const AUDIT_LIMIT_BYTES = 256 * 1024;

/** What the pages are opened with; a page reads what it knows. */
const QUERY = `classId=${CLASSES.seven3}&studentId=${STUDENTS.firstChild._id}`;

describe('the built mini-program, in a simulated WeChat', () => {
  let product: TestProduct;
  const bootAs = (person: CallerOf) => phoneOf(product, person);

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
  }, 180_000);

  test('passes what a screen reader says under the name that the template reads', async () => {
    const template = readFileSync(path.join(WEAPP_DIST, 'base.wxml'), 'utf8');
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
