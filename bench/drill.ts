/** Drills what must hold when things go wrong. One line each; fails loudly when one does not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drillConcurrency } from './drill/concurrency';
import { drillCrashes } from './drill/crashes';
import type { Drill } from './drill/drill';
import { drillRogues } from './drill/rogues';

const DRILLS: Drill[] = [drillCrashes, ...drillConcurrency, ...drillRogues];

async function main(): Promise<void> {
  let failed = 0;
  for (const drill of DRILLS) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'drill-'));
    const startedAt = Date.now();
    let line: string;
    try {
      line = `通过 ${drill.name}: ${await drill.run(dataDir)}`;
    } catch (error) {
      failed += 1;
      line = `失败 ${drill.name}: ${error instanceof Error ? error.message : String(error)}`;
    }
    rmSync(dataDir, { recursive: true, force: true });
    console.log(`${line} (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`);
  }
  console.log(`${DRILLS.length - failed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

void main();
