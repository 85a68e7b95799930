import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  Table as WordTable,
} from 'docx';
import { cellOf, clean, type Table } from '../book';
import { columnWidths, wholeRows } from '../layout';

/** Word counts in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
export const points = (size: number) => ({ size: size * 2 });

/** Both are on every office computer in China. */
export const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
export const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };

const LINE_TWIPS = 320;
export const RULE = { style: BorderStyle.SINGLE, size: 4, color: '595959' };
const BORDERS = {
  top: RULE,
  bottom: RULE,
  left: RULE,
  right: RULE,
  insideHorizontal: RULE,
  insideVertical: RULE,
};
const LABEL_SHADE = { fill: 'F1F3F1' };

/** A text with its line breaks. */
export const runs = (text: string, style: object): TextRun[] =>
  clean(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...style, text: line, break: index === 0 ? 0 : 1 }));

function writeRow(row: Table['rows'][number], widths: readonly number[], isHead: boolean) {
  const least = Math.max(...row.map((cell) => cellOf(cell).minLines));
  let at = 0;
  const children = row.map(cellOf).map(({ text, span, isLabel }) => {
    const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
    at += span;
    const isWord = isLabel || isHead;
    return new TableCell({
      columnSpan: span,
      width: { size: twips(width), type: WidthType.DXA },
      verticalAlign: isWord ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      ...(isWord && { shading: LABEL_SHADE }),
      children: [
        new Paragraph({
          alignment: isWord ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: runs(text, isWord ? { font: HEI } : {}),
        }),
      ],
    });
  });
  return new TableRow({
    children,
    tableHeader: isHead,
    cantSplit: true,
    height: { value: least * LINE_TWIPS, rule: HeightRule.ATLEAST },
  });
}

export function writeTable(table: Table, width: number): WordTable {
  const widths = columnWidths(table, width);
  const rows = wholeRows(table, widths).map((row) => writeRow(row, widths, false));
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: BORDERS,
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    rows: table.head ? [writeRow(table.head, widths, true), ...rows] : rows,
  });
}
