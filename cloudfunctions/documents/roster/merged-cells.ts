import type { SheetText } from '../../../domain/roster/find-header';

/** From and to, counted from 1, both within. */
export interface Range {
  rows: [number, number];
  columns: [number, number];
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const MAX_RANGES = 20_000;

/** The merged ranges that a sheet names. */
export function rangesOf(xml: string): Range[] {
  const ranges: Range[] = [];
  for (const match of xml.matchAll(/<mergeCell ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g)) {
    const [, left = '', top, right = '', bottom] = match;
    ranges.push({
      rows: [Number(top), Number(bottom)],
      columns: [columnOf(left), columnOf(right)],
    });
    if (ranges.length === MAX_RANGES) break;
  }
  return ranges;
}

/**
 * A merged cell's words in every row and column that it covers, as a reader sees them: a class that
 * stands once beside forty names belongs to all of them. Only rows and columns that hold something
 * are filled, however far a range claims to reach.
 */
export function fillMerged(rows: SheetText['rows'], ranges: readonly Range[]): SheetText['rows'] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const byRow = new Map(rows.map((one) => [one.row, one]));
  for (const {
    rows: [top, bottom],
    columns: [left, right],
  } of ranges) {
    const words = byRow.get(top)?.cells[left - 1] ?? '';
    if (words === '') continue;
    for (const one of rows) {
      if (one.row < top || one.row > bottom) continue;
      for (let column = left; column <= Math.min(right, width); column += 1) {
        one.cells[column - 1] ||= words;
      }
    }
  }
  return rows.map(({ row, cells }) => ({ row, cells: Array.from(cells, (cell) => cell ?? '') }));
}

const attributeOf = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/**
 * In which file each sheet lies, by the sheet's id: whoever has moved or deleted sheets has a first
 * sheet in `sheet3.xml`.
 *
 * @returns sheet id → the number of its file
 */
export function placesOfSheets(workbook: string, relations: string): Map<string, string> {
  const files = new Map(
    (relations.match(/<Relationship [^<>]*>/g) ?? []).map((tag) => [
      attributeOf(tag, 'Id'),
      /sheet(\d+)\.xml$/i.exec(attributeOf(tag, 'Target'))?.[1] ?? '',
    ]),
  );
  return new Map(
    (workbook.match(/<sheet [^<>]*>/g) ?? []).map((tag) => [
      attributeOf(tag, 'sheetId'),
      files.get(attributeOf(tag, 'r:id')) ?? '',
    ]),
  );
}
