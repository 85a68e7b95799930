import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../inputs';

/** Where clauses are kept, and where it is shown that they are. */
const KEPT_IN = ['domain', 'cloudfunctions', 'src'];
const SHOWN_IN = KEPT_IN.map((room) => `test/${room}`).concat('test/journeys');

/** `S4-206`, or a range: `S4-235 … S4-247`, `S4-238 to S4-247`. */
const CITATION = /\bS(\d+)-(\d+)(?:\s*(?:…|to)\s*S\1-(\d+))?/g;

/** Every clause id that a text cites, ranges spelled out. */
export function clausesIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, source, first, last = first] of text.matchAll(CITATION)) {
    for (let number = Number(first); number <= Number(last); number += 1) {
      found.add(`S${source}-${number}`);
    }
  }
  return found;
}

const sourceFiles = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));

/** Clause id → the files that cite it, in order. */
function citations(folders: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of folders
    .filter((folder) => existsSync(path.join(ROOT, folder)))
    .flatMap(sourceFiles)
    .sort()) {
    for (const clause of clausesIn(readFileSync(path.join(ROOT, file), 'utf8'))) {
      found.set(clause, [...(found.get(clause) ?? []), file]);
    }
  }
  return found;
}

const inOrder = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
const list = (files: readonly string[] = []) => files.map((file) => `\`${file}\``).join('<br>');

/** `docs/clauses.md`: which clause of the source documents is kept where, and tested where. */
export function clausesPage(): string {
  const kept = citations(KEPT_IN);
  const shown = citations(SHOWN_IN);
  const clauses = [...new Set([...kept.keys(), ...shown.keys()])].sort(inOrder);
  return `${[
    '# Clauses and where they are kept',
    '',
    '> Written by `npm run docs` from the clause ids that the code cites. Do not edit.',
    '',
    'A clause id names a source document and its clause: `S4-206` is clause 206, in the fifth',
    `document (they count from 0). ${clauses.length} clauses are cited.`,
    '',
    '| Clause | Kept in | Tested in |',
    '| --- | --- | --- |',
    ...clauses.map((id) => `| ${id} | ${list(kept.get(id))} | ${list(shown.get(id))} |`),
  ].join('\n')}\n`;
}
