import { type Allowance, countOne } from './rate-limit';
import { inTransaction } from './transaction';

/** WeCom's robots live here and nowhere else; on one machine a test may stand in for them. */
const ROBOT_HOST = 'qyapi.weixin.qq.com';
const THIS_MACHINE = ['127.0.0.1', '[::1]', 'localhost'];

/** WeCom refuses more; the text is cut by bytes, a Chinese character is three. */
const MAX_BYTES = 2048;
const TIMEOUT_MS = 3_000;

/** As WeCom counts it: twenty a minute. */
const ALLOWANCE: Allowance = { key: 'groupRobot', max: 20, hours: 1 / 60 };

/**
 * The address of the group's robot, from the function's environment; null when none is set, which
 * is how a school begins. The key in it is a secret: it is never logged and never leaves.
 *
 * @throws if it is set and leads anywhere else than to WeCom over https
 */
export function robotAddress(setting = process.env.GROUP_ROBOT_WEBHOOK ?? ''): URL | null {
  if (setting === '') return null;
  const address = new URL(setting);
  const isWeCom = address.protocol === 'https:' && address.host === ROBOT_HOST;
  if (!isWeCom && !THIS_MACHINE.includes(address.hostname)) {
    throw new Error('GROUP_ROBOT_WEBHOOK is no address of a WeCom robot');
  }
  return address;
}

const cut = (text: string): string => {
  const bytes = new TextEncoder().encode(text).slice(0, MAX_BYTES);
  // A character that was cut in two is left out.
  return new TextDecoder().decode(bytes).replace(/\uFFFD+$/u, '');
};

/**
 * Say something in the school's WeCom group, where a robot is set up. Figures only: whoever is in
 * the group reads it. Nothing depends on it: what fails is logged and forgotten.
 *
 * @returns whether the robot took it
 */
export async function tellGroup(text: string, now: Date): Promise<boolean> {
  try {
    const address = robotAddress();
    if (!address || !(await inTransaction((tx) => countOne(tx, ALLOWANCE, now)))) return false;
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ msgtype: 'text', text: { content: cut(text) } }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { errcode } = (await response.json()) as { errcode?: number };
    if (errcode === 0) return true;
    console.warn('the group robot answered', errcode);
  } catch (error) {
    console.warn('the group robot was not reached', (error as Error).name);
  }
  return false;
}
