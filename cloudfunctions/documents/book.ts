/**
 * A book as paper knows it: sections, headings, tables, lines to write on, signatures. It knows no
 * school. Page makers build one from records; the writers turn it into Word, Excel and PDF.
 */

export interface Book {
  /** 七年级(3)班学情台账: in the page's header, on the cover, in the file's name. */
  title: string;
  /** Whose book it is, on the other side of the header. */
  owner: string;
  sections: readonly Section[];
}

/** Begins on a new page; a sheet of its own in Excel. */
export interface Section {
  name: string;
  isLandscape?: boolean;
  blocks: readonly Block[];
}

export type Block =
  /** Fills a page of its own, the first of the book. */
  | { kind: 'cover'; title: string; lines: readonly Line[] }
  | { kind: 'title'; text: string; under: string }
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string; isFaint: boolean }
  | Table
  /** Ruled lines to write on. */
  | { kind: 'lines'; count: number }
  /** A place for each name and day, side by side. */
  | { kind: 'signatures'; labels: readonly string[] }
  | { kind: 'pageBreak' };

type Line = readonly [label: string, value: string];

export interface Table {
  kind: 'table';
  /** The share of each column in the width of the page. */
  shares: readonly number[];
  /** Repeated on every page that the table goes on to; null for a form, which has none. */
  head: readonly string[] | null;
  rows: readonly (readonly (Cell | string)[])[];
}

export interface Cell {
  text: string;
  /** How many columns it covers. */
  span?: number;
  /** The form's own word, not somebody's. */
  isLabel?: boolean;
  /** Room for so many lines, however little is written. */
  minLines?: number;
}

export const cover = (title: string, lines: readonly Line[]): Block => ({
  kind: 'cover',
  title,
  lines,
});
export const title = (text: string, under = ''): Block => ({ kind: 'title', text, under });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text, isFaint: false });
export const faint = (text: string): Block => ({ kind: 'paragraph', text, isFaint: true });
export const writingLines = (count: number): Block => ({ kind: 'lines', count });
export const signatures = (...labels: string[]): Block => ({ kind: 'signatures', labels });
export const PAGE_BREAK: Block = { kind: 'pageBreak' };

export const label = (text: string, span = 1): Cell => ({ text, span, isLabel: true });
export const wide = (text: string, span: number, minLines = 1): Cell => ({ text, span, minLines });

/** A table of records: a heading and a share for each column. */
export const listing = (
  columns: readonly (readonly [heading: string, share: number])[],
  rows: Table['rows'],
): Table => ({
  kind: 'table',
  shares: columns.map(([, share]) => share),
  head: columns.map(([text]) => text),
  rows,
});

/** A form: labels and what was filled in, in the places that the shares give. */
export const form = (shares: readonly number[], rows: Table['rows']): Table => ({
  kind: 'table',
  shares,
  head: null,
  rows,
});

/** Half of a pair of UTF-16: no file format takes it. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What people typed, as every format takes it. */
export const clean = (text: string): string => text.replace(LONE_SURROGATE, '');

export const cellOf = (cell: Cell | string): Required<Cell> => {
  const given = typeof cell === 'string' ? { text: cell } : cell;
  return { span: 1, isLabel: false, minLines: 1, ...given, text: clean(given.text) };
};
