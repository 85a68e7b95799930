import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type SchoolModule, startProduct } from '../../../config/product';

/** The product with a school of its own, in a folder that goes away when it stops. */
export async function startTestProduct(school?: SchoolModule) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'xueqing-'));
  const cloud = await startProduct({ dataDir, school });
  return {
    cloud,
    url: cloud.url,
    async stop(): Promise<void> {
      await cloud.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
