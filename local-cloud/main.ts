import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { heldClock } from './clock';
import { type LocalCloudOptions, startLocalCloud } from './start-local-cloud';

const USAGE = `用法 (usage): main.ts --data DIR --functions DIR
  [--port N] [--web DIR] [--people FILE.json] [--mini-program FILE.json]
  [--env ID] [--hold 2026-09-01T08:00:00+08:00] [--max-instances N]`;

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

function readOptions(): LocalCloudOptions {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      functions: { type: 'string' },
      port: { type: 'string' },
      web: { type: 'string' },
      people: { type: 'string' },
      'mini-program': { type: 'string' },
      env: { type: 'string' },
      hold: { type: 'string' },
      'max-instances': { type: 'string' },
    },
  });
  if (!values.data || !values.functions) throw new Error(USAGE);
  return {
    dataDir: values.data,
    functionsDir: values.functions,
    ...(values.port && { port: Number(values.port) }),
    ...(values.web && { webDir: values.web }),
    ...(values.people && { people: readJson(values.people) }),
    ...(values['mini-program'] && { miniProgram: readJson(values['mini-program']) }),
    ...(values.env && { env: values.env }),
    ...(values.hold && { clock: heldClock(Date.parse(values.hold)) }),
    ...(values['max-instances'] && { maxInstances: Number(values['max-instances']) }),
  };
}

async function main(): Promise<void> {
  // The machines of the cloud stand in UTC, wherever this one stands.
  process.env.TZ ??= 'UTC';
  const cloud = await startLocalCloud(readOptions());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void cloud.stop().then(() => process.exit(0)));
  console.log(`本地云已就绪 (ready): ${cloud.url}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
