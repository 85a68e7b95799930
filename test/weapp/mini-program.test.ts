import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../config/inputs';
import { bootMiniProgram } from './host/mini-program';

const DIST = path.join(ROOT, 'dist/weapp');

/** WeChat's audit, rule on the size of setData. */
const AUDIT_LIMIT_BYTES = 256 * 1024;

const boot = () =>
  bootMiniProgram({
    dist: DIST,
    callFunction: () => Promise.reject({ errCode: -1, errMsg: 'cloud.callFunction:fail network' }),
  });

describe('the built mini-program, in a simulated WeChat', () => {
  test('paints every page of its map, each paint below the audit limit', async () => {
    const miniProgram = boot();
    const costs: string[] = [];
    for (const route of miniProgram.routes) {
      const page = miniProgram.open(route);
      await miniProgram.settled();
      const sizes = page.setDataCalls.map(({ bytes }) => bytes);
      costs.push(`${route}: ${sizes.length} setData, first paint ${sizes[0]} bytes`);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(AUDIT_LIMIT_BYTES);
      expect(page.text()).not.toBe('');
    }
    miniProgram.close();
    console.info(costs.join('\n'));
  }, 30_000);

  test('passes what a screen reader says under the name that the template reads', async () => {
    const template = readFileSync(path.join(DIST, 'base.wxml'), 'utf8');
    const label = /<view [^>]*aria-label="\{\{i\.(\w+)\}\}"/.exec(template)?.[1] as string;
    const miniProgram = boot();
    const page = miniProgram.open('pages/today/index');
    await miniProgram.settled();
    const spoken = page.nodes().map((node) => node[label]);
    miniProgram.close();
    expect(spoken).toContain('今天');
  });
});
