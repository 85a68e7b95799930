import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** One function as it would be uploaded: its entry file and what its `config.json` asks for. */
export interface FunctionFolder {
  name: string;
  entry: string;
  /** Names of the open interfaces it may call (`permissions.openapi`). */
  openapi: string[];
  trigger?: { name: string; config: string };
  /** Seconds. The console's default is 3; ours may be set as `timeout` in `config.json`. */
  timeout: number;
  /** MB. The console's default is 256; ours may be set as `memorySize` in `config.json`. */
  memorySize: number;
  /** Changes when the code or its configuration does, so that new instances run new code. */
  version: string;
}

const DEFAULT_TIMEOUT = 3;
const DEFAULT_MEMORY = 256;
const FUNCTION_NAME = /^[A-Za-z][\w-]{0,59}$/;

const stamp = (file: string) => {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs}:${found.size}` : '-';
};

/**
 * Reads `<dir>/<name>/`; undefined when there is no such function.
 * @throws Error when its `config.json` is not what WeChat would accept.
 */
export function readFunction(dir: string, name: string): FunctionFolder | undefined {
  const entry = path.join(dir, name, 'index.js');
  if (!FUNCTION_NAME.test(name) || !existsSync(entry)) return undefined;
  const configFile = path.join(dir, name, 'config.json');
  return {
    name,
    entry,
    version: `${stamp(entry)}|${stamp(configFile)}`,
    ...readConfig(name, existsSync(configFile) ? readFileSync(configFile, 'utf8') : '{}'),
  };
}

/** Every function below `dir`, by name. */
export function listFunctions(dir: string): FunctionFolder[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .sort()
    .map((name) => readFunction(dir, name))
    .filter((folder) => folder !== undefined);
}

function readConfig(
  name: string,
  text: string,
): Pick<FunctionFolder, 'openapi' | 'trigger' | 'timeout' | 'memorySize'> {
  const refuse = (why: string): never => {
    throw new Error(`云函数 ${name} 的 config.json 有误 (config.json of ${name}): ${why}`);
  };
  const config = JSON.parse(text) as {
    permissions?: { openapi?: unknown };
    triggers?: { name?: unknown; type?: unknown; config?: unknown }[];
    timeout?: unknown;
    memorySize?: unknown;
  };

  const openapi = config.permissions?.openapi ?? [];
  if (!Array.isArray(openapi) || openapi.some((api) => typeof api !== 'string'))
    refuse('permissions.openapi must be an array of strings');

  const timeout = config.timeout ?? DEFAULT_TIMEOUT;
  if (typeof timeout !== 'number' || timeout < 1 || timeout > 900)
    refuse('timeout must be 1 to 900 seconds');

  const memorySize = config.memorySize ?? DEFAULT_MEMORY;
  if (typeof memorySize !== 'number' || memorySize < 64 || memorySize > 3072)
    refuse('memorySize must be 64 to 3072 MB');
  const known = {
    openapi: openapi as string[],
    timeout: timeout as number,
    memorySize: memorySize as number,
  };

  const triggers = config.triggers ?? [];
  if (triggers.length > 1) refuse('a function has at most one trigger');
  const [trigger] = triggers;
  if (!trigger) return known;

  if (trigger.type !== 'timer') refuse('only timer triggers are supported');
  if (typeof trigger.name !== 'string' || !FUNCTION_NAME.test(trigger.name))
    refuse('the trigger needs a name of at most 60 letters, digits, _ or -');
  if (typeof trigger.config !== 'string') refuse('the trigger needs a 7-field config');
  return {
    ...known,
    trigger: { name: trigger.name as string, config: trigger.config as string },
  };
}
