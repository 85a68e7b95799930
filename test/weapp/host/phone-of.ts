import path from 'node:path';
import { ROOT } from '../../../config/inputs';
import type { CallError } from '../../../local-cloud/start-local-cloud';
import type { CallerOf } from '../../cloudfunctions/harness/cloud';
import type { TestProduct } from '../../journeys/harness/product';
import { bootMiniProgram } from './mini-program';

/** The built mini-program, as WeChat is given it. */
export const WEAPP_DIST = path.join(ROOT, 'dist/weapp');

/**
 * Somebody's phone with the built mini-program on it, talking to the product.
 *
 * @param hear is told of every event that goes out, with the procedures in it
 */
export function phoneOf(
  { cloud, clock }: TestProduct,
  { openid }: CallerOf,
  hear: (paths: string[]) => void = () => undefined,
) {
  return bootMiniProgram({
    dist: WEAPP_DIST,
    now: () => new Date(clock.now()),
    async callFunction(name, data) {
      const { calls = [] } = data as { calls?: { path: string }[] };
      hear(calls.map((call) => call.path));
      try {
        return (await cloud.callFunction(name, data as object, openid)).result;
      } catch (error) {
        const { errCode, errMsg } = error as CallError;
        throw { errCode, errMsg };
      }
    },
  });
}
