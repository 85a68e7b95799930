import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type LocalCloud,
  type LocalCloudOptions,
  startLocalCloud,
} from '../../local-cloud/start-local-cloud';

export const FUNCTIONS = path.join(__dirname, 'fixtures/functions');

export interface TestCloud {
  cloud: LocalCloud;
  dataDir: string;
  /** Stops the cloud and removes what it stored. */
  end(): Promise<void>;
}

/** A local cloud over the fixture functions, on a data folder of its own. */
export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  const cloud = await startLocalCloud({ functionsDir: FUNCTIONS, ...options, dataDir });
  return {
    cloud,
    dataDir,
    async end() {
      await cloud.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
