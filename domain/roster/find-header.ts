import type { StageSystem } from '../calendar/school-class';
import { plainCell } from './cell-text';
import { readClassWords } from './class-words';
import { plainLabel } from './guess-columns';
import type { ImportKind } from './import-subject';
import { MAX_CELL } from './roster-file';

/** A sheet as cells of text; a merged cell's words stand in all that it covers. */
export interface SheetText {
  name: string;
  rows: { row: number; cells: string[] }[];
}

export interface FoundTable {
  /** By column; empty where the column has no heading and nothing in it. */
  labels: string[];
  rows: { row: number; cells: string[] }[];
  /** What stands above the header, such as 七年级(3)班花名册. */
  title: string;
}

/** Titles and notes stand above a header; further down there are only people. */
const HEADER_WITHIN = 20;

/** A list's table: its header, wherever it stands and of one row or two, and the rows of people. */
export function findTable(
  { rows }: SheetText,
  { score, guess, keys }: Pick<ImportKind, 'score' | 'guess' | 'keys'>,
): FoundTable | null {
  const scores = rows.slice(0, HEADER_WITHIN).map(({ cells }) => score(cells));
  const best = Math.max(0, ...scores);
  if (best === 0) return null;
  const at = scores.indexOf(best);
  const header = rows[at]?.cells ?? [];
  const below = rows[at + 1]?.cells ?? [];
  const above = rows[at - 1]?.cells ?? [];
  const hasTwoRows = isSecondRow(header, below);
  const labels = hasTwoRows ? joinDown(header, below) : joinUp(above, header);
  const fields = guess(labels);
  const keysAt = keys.map((key) => fields.indexOf(key));
  return {
    labels: unique(labels.map((label) => label.slice(0, 40))),
    rows: rows
      .slice(at + (hasTwoRows ? 2 : 1))
      .map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.slice(0, MAX_CELL * 2)) }))
      .filter(({ cells }) => isPerson(cells, header, keysAt)),
    title: rows
      .slice(0, at)
      .flatMap(({ cells }) => cells.find((cell) => cell !== '') ?? [])
      .join(' '),
  };
}

const isRepeated = (cells: readonly string[], index: number): boolean =>
  cells[index] !== '' && (cells[index] === cells[index - 1] || cells[index] === cells[index + 1]);

/** 父亲, 父亲 above 姓名, 电话: the words below say more, and nothing there is a number. */
function isSecondRow(header: readonly string[], below: readonly string[]): boolean {
  const words = below.filter((cell) => cell !== '');
  if (words.length === 0 || words.some((cell) => /\d{3}/.test(cell) || cell.length > 12)) {
    return false;
  }
  return header.some(
    (cell, index) =>
      isRepeated(header, index) && (below[index] ?? '') !== '' && below[index] !== cell,
  );
}

const joined = (group: string, word: string): string =>
  word === '' || group === word || plainLabel(word).includes(plainLabel(group))
    ? word || group
    : group + word;

const joinDown = (header: readonly string[], below: readonly string[]): string[] =>
  Array.from({ length: Math.max(header.length, below.length) }, (_, index) =>
    joined(header[index] ?? '', below[index] ?? ''),
  );

/** 家长信息 above 姓名 and 电话: the group is said where a heading alone could be two things. */
function joinUp(above: readonly string[], header: readonly string[]): string[] {
  const groups = new Set(above.filter((cell) => cell !== ''));
  if (groups.size < 2) return [...header];
  return header.map((label, index) => {
    const group = above[index] ?? '';
    const first = header.indexOf(label);
    return label !== '' && first !== index && group !== (above[first] ?? '')
      ? joined(group, label)
      : label;
  });
}

/** Two columns of one heading are told apart. */
function unique(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return label === '' || count === 1 ? label : `${label}(${count})`;
  });
}

const FOOTER = /^(合计|总计|共计|小计|备注|说明|注[:：]?|制表|填表|审核|班主任签)/;

/** Not a blank line, a repeated header, a sum, a remark, nor the example of our own template. */
function isPerson(
  cells: readonly string[],
  header: readonly string[],
  keysAt: readonly number[],
): boolean {
  const words = cells.map(plainCell).filter((cell) => cell !== '');
  const first = words[0] ?? '';
  if (words.length < 2 && keysAt.every((at) => (cells[at] ?? '') === '')) return false;
  if (FOOTER.test(first) || words.some((word) => word.endsWith('(示例)'))) return false;
  // A remark merged over the whole line repeats itself in every cell.
  if (words.length > 2 && new Set(words).size === 1) return false;
  const same = cells.filter((cell, index) => cell !== '' && cell === header[index]).length;
  return same < 2;
}

/** The class that a sheet is about, by its name or its title (七(3), 2025级3班花名册). */
export function classHintOf(sheetName: string, title: string, system: StageSystem): string {
  const inTitle =
    /(20\d{2}级|[初小]?[一二三四五六七八九1-9]年{0,1}级?)\s*[(（]?\s*\d{1,2}\s*[)）]?\s*班/.exec(
      title,
    );
  for (const words of [sheetName, inTitle?.[0] ?? '']) {
    const found = words === '' ? null : readClassWords(words, system);
    if (found && (found.grade !== null || found.entryYear !== null)) return words;
  }
  return '';
}
