import path from 'node:path';
import { type LocalCloud, startLocalCloud } from '../../local-cloud/start-local-cloud';

export interface Drill {
  name: string;
  /** Tries on an empty data folder. @returns its figures. @throws Error when something is lost. */
  run(dataDir: string): Promise<string>;
}

export const DRILL_FUNCTIONS = path.join(__dirname, '../drill-functions');

export function insist(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** Runs `work` against a local cloud in this process, and stops it whatever happens. */
export async function withCloud(
  dataDir: string,
  work: (cloud: LocalCloud) => Promise<string>,
): Promise<string> {
  const cloud = await startLocalCloud({ dataDir, functionsDir: DRILL_FUNCTIONS });
  try {
    return await work(cloud);
  } finally {
    await cloud.stop();
  }
}
