import type { Content, TableCell } from 'pdfmake/interfaces';
import { type Cell, cellOf, type Table } from '../book';
import { columnWidths, wholeRows } from '../layout';

export const points = (millimetres: number): number => (millimetres / 25.4) * 72;

const LINE = 15;
export const RULE_GREY = '#595959';

const LAYOUT = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => RULE_GREY,
  vLineColor: () => RULE_GREY,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2,
  paddingBottom: () => 3,
};

const WORD_STYLE = {
  alignment: 'center',
  verticalAlignment: 'middle',
  fillColor: '#F1F3F1',
} as const;

/** A cell that covers several columns is followed by empty ones. */
function writeRow(row: readonly (Cell | string)[], isHead: boolean): TableCell[] {
  return row.map(cellOf).flatMap(({ text, span, isLabel }): TableCell[] => {
    const isWord = isLabel || isHead;
    return [
      {
        text,
        colSpan: span,
        ...(isWord && WORD_STYLE),
        ...(isHead && { bold: true }),
      },
      ...Array.from({ length: span - 1 }, () => ({ text: '' })),
    ];
  });
}

export function writeTable(table: Table, width: number): Content {
  const widths = columnWidths(table, width);
  const whole = wholeRows(table, widths);
  const rows = table.head ? [table.head, ...whole] : whole;
  const heights = rows.map((row) => Math.max(...row.map((cell) => cellOf(cell).minLines)) * LINE);
  return {
    margin: [0, 2, 0, 8],
    layout: LAYOUT,
    table: {
      // The rules and the padding stand outside the widths.
      widths: widths.map((one) => points(one) - 8.5),
      headerRows: table.head ? 1 : 0,
      keepWithHeaderRows: table.head && table.rows.length > 0 ? 1 : 0,
      dontBreakRows: true,
      heights: (row: number) => heights[row] ?? LINE,
      body: rows.map((row, index) => writeRow(row, table.head !== null && index === 0)),
    },
  };
}
