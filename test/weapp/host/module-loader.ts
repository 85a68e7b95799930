import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

export interface PhoneModule {
  exports: unknown;
}

/**
 * WeChat's `require`: one context for the whole app, files of the package only, and no file of one
 * subpackage from anywhere outside it.
 *
 * @param dist  the built mini-program
 * @param roots of the subpackages, as in app.json
 */
export function createModuleLoader(dist: string, roots: readonly string[], context: vm.Context) {
  const loaded = new Map<string, PhoneModule>();

  /** The subpackage that a file belongs to; undefined for the main package. */
  const packageOf = (file: string) => roots.find((root) => inside(path.join(dist, root), file));

  function resolve(from: string, request: string): string {
    if (!request.startsWith('.')) throw new Error(`${request}: the phone has no node_modules`);
    const plain = path.resolve(path.dirname(from), request);
    const file = plain.endsWith('.js') ? plain : `${plain}.js`;
    if (!inside(dist, file) || !existsSync(file))
      throw new Error(`${request} is not in the package`);
    const owner = packageOf(file);
    if (owner !== undefined && owner !== packageOf(from)) {
      throw new Error(`${path.relative(dist, from)} may not require ${owner}: another subpackage`);
    }
    return file;
  }

  function load(file: string): PhoneModule {
    const known = loaded.get(file);
    if (known) return known;
    const module: PhoneModule = { exports: {} };
    loaded.set(file, module);
    const run = vm.compileFunction(readFileSync(file, 'utf8'), ['require', 'module', 'exports'], {
      filename: file,
      parsingContext: context,
    });
    run((request: string) => load(resolve(file, request)).exports, module, module.exports);
    return module;
  }

  /** Runs a file of the package, by its name without `.js`. */
  return (name: string): PhoneModule => load(path.join(dist, `${name}.js`));
}

const inside = (folder: string, file: string) => file.startsWith(folder + path.sep);
