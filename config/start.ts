/**
 * `npm start`: builds what is stale, then runs the whole product on 127.0.0.1 until Ctrl-C.
 *
 * PORT (default 3000) and DATA_DIR (default .local-cloud) from the environment; `--fresh` begins
 * with an empty folder; `--school FILE` brings another school than the demo's.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Person } from '../local-cloud/person';
import { ensureBuilt } from './build';
import { ROOT } from './inputs';
import { type SchoolModule, startProduct } from './product';

const DEMO_SCHOOL = 'test/school/demo.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean' }, school: { type: 'string', default: DEMO_SCHOOL } },
  });
  const dataDir = path.resolve(ROOT, process.env.DATA_DIR ?? '.local-cloud');
  if (values.fresh) empty(dataDir);

  await ensureBuilt(['functions', 'h5']);
  const school = (await import(path.resolve(ROOT, values.school))) as SchoolModule;
  const cloud = await startProduct({ school, dataDir, port: portFrom(process.env.PORT) });

  console.log(`Ready: ${cloud.url}`);
  for (const line of castByRole(school.people)) console.log(line);
  const code = school.variables?.api?.SETUP_CODE;
  if (code) console.log(`  开通码 (set-up code)  ${code}`);

  const stop = () => void cloud.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Removes an earlier school, and nothing that is not one. */
function empty(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  const isOurs = readdirSync(dataDir).every((name) => OURS.test(name));
  if (!isOurs)
    throw new Error(`${dataDir} 里有别的文件，没有清空 (holds other files, left alone).`);
  rmSync(dataDir, { recursive: true });
}

const OURS = /^(storage|.+\.sqlite(-wal|-shm)?|.+\.lock)$/;

function portFrom(text = '3000'): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`PORT=${text} 不是端口号 (is not a port number).`);
}

/** More people than this are counted; the console page names them all. */
const NAMED = 4;

function castByRole(people: readonly Person[]): string[] {
  const byRole = new Map<string, string[]>();
  for (const { name, roles } of people) {
    for (const role of roles) byRole.set(role, [...(byRole.get(role) ?? []), name]);
  }
  return [...byRole].map(([role, names]) => {
    const others = names.length > NAMED ? ` 等 ${names.length} 人` : '';
    return `  ${role}  ${names.slice(0, NAMED).join('、')}${others}`;
  });
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
