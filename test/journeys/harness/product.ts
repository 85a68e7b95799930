import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startProduct } from '../../../config/product';
import { type HeldClock, heldClock } from '../../../local-cloud/clock';
import type { LocalCloud } from '../../../local-cloud/start-local-cloud';
import { CAST_NOW } from '../../school/cast';
import { makeSchool, type SchoolOptions } from '../../school/make-school';
import { fill, migrate } from '../../school/seed';
import { FUNCTION_VARIABLES } from '../../school/set-up-code';

export interface TestProduct {
  readonly cloud: LocalCloud;
  /** Holds still until the test moves it. */
  readonly clock: HeldClock;
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The whole product as `npm start` runs it, with the cast's school, in a folder that goes away
 * when it stops. It is ten in the morning of CAST_TODAY. 'none' is an environment without a school.
 */
export async function startTestProduct(school: SchoolOptions | 'none' = {}): Promise<TestProduct> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'xueqing-'));
  const clock = heldClock(CAST_NOW.getTime());
  const made = school === 'none' ? null : makeSchool(school);
  const cloud = await startProduct({
    dataDir,
    clock,
    school: {
      people: made?.people ?? [],
      variables: FUNCTION_VARIABLES,
      async seedSchool(empty) {
        await migrate(empty);
        if (made) fill(empty, made);
      },
    },
  });
  return {
    cloud,
    clock,
    url: cloud.url,
    async stop() {
      await cloud.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
