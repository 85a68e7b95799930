/** How a book lies on paper: the page, the widths of columns, and where a row is too tall for a page. */
import { type Cell, cellOf, type Section, type Table } from './book';

/** A page of A4 in millimetres; the left margin leaves room to bind. */
export const PAPER = {
  width: 210,
  height: 297,
  top: 24,
  bottom: 20,
  left: 25,
  right: 20,
} as const;

export const usableWidth = ({ isLandscape }: Pick<Section, 'isLandscape'>): number =>
  (isLandscape ? PAPER.height : PAPER.width) - PAPER.left - PAPER.right;

/** The widths of a table's columns in millimetres. */
export function columnWidths({ shares }: Pick<Table, 'shares'>, width: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (share / whole) * width);
}

/** 10.5 points, the usual size of school papers, in millimetres. */
const HAN_WIDTH = 3.71;
const CELL_PADDING = 4;

const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 256 ? 0.55 : 1), 0);

const lettersPerLine = (width: number): number =>
  Math.max(1, Math.floor((width - CELL_PADDING) / HAN_WIDTH));

const linesOfParagraph = (text: string, perLine: number): number =>
  Math.max(1, Math.ceil(widthOf(text) / perLine));

/** About how many lines a text takes in a column: Excel and page breaks must be told. */
export function linesIn(text: string, width: number): number {
  const perLine = lettersPerLine(width);
  return text.split('\n').reduce((sum, line) => sum + linesOfParagraph(line, perLine), 0);
}

/** A text in pieces of at most so many lines each, cut between paragraphs where that is possible. */
function piecesOf(text: string, width: number, most: number): string[] {
  const perLine = lettersPerLine(width);
  const pieces: string[] = [];
  let piece: string[] = [];
  let lines = 0;
  const close = () => {
    pieces.push(piece.join('\n'));
    piece = [];
    lines = 0;
  };
  for (const paragraph of text.split('\n')) {
    const letters = [...paragraph];
    for (let at = 0; at === 0 || at < letters.length; at += perLine * most) {
      const part = letters.slice(at, at + perLine * most).join('');
      const takes = linesOfParagraph(part, perLine);
      if (lines + takes > most && piece.length > 0) close();
      piece.push(part);
      lines += takes;
    }
  }
  close();
  return pieces;
}

/** How many lines the tallest cell of a row takes. */
export function linesOfRow(row: readonly (Cell | string)[], widths: readonly number[]): number {
  let at = 0;
  let most = 1;
  for (const cell of row.map(cellOf)) {
    const width = widths.slice(at, at + cell.span).reduce((sum, one) => sum + one, 0);
    at += cell.span;
    most = Math.max(most, cell.minLines, linesIn(cell.text, width));
  }
  return most;
}

/** A row of more lines goes on in another row: none is broken by a page, or too tall for Excel. */
const MAX_ROW_LINES = 24;

/** The rows of a table as they are written, none of them taller than a page can keep together. */
export function wholeRows({ rows }: Table, widths: readonly number[]): Table['rows'] {
  return rows.flatMap((row) => {
    if (linesOfRow(row, widths) <= MAX_ROW_LINES) return [row];
    let at = 0;
    const cells = row.map(cellOf).map((cell) => {
      const width = widths.slice(at, at + cell.span).reduce((sum, one) => sum + one, 0);
      at += cell.span;
      return { cell, pieces: piecesOf(cell.text, width, MAX_ROW_LINES) };
    });
    const count = Math.max(...cells.map(({ pieces }) => pieces.length));
    return Array.from({ length: count }, (_, index) =>
      cells.map(({ cell, pieces }): Cell => {
        const goesOn = cell.isLabel && index > 0 ? '（续）' : '';
        return { ...cell, minLines: 1, text: pieces[index] ?? goesOn };
      }),
    );
  });
}
