import type ExcelJS from 'exceljs';
import { type Block, type Cell, cellOf, clean, type Section, type Table } from '../book';
import { columnWidths, linesIn, linesOfRow, usableWidth, wholeRows } from '../layout';

const SONG = { name: '宋体', size: 10.5 };
const HEI = { name: '黑体', size: 10.5 };
const THIN = { style: 'thin' as const, color: { argb: 'FF595959' } };
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const SHADE = {
  type: 'pattern' as const,
  pattern: 'solid' as const,
  fgColor: { argb: 'FFF1F3F1' },
};

const LINE_POINTS = 15.5;
/** Excel counts a column's width in letters. */
const letters = (millimetres: number): number => millimetres / 1.95;
const heightOf = (lines: number): number => lines * LINE_POINTS + 4;

/** Where columns begin and end, over all tables of a section: cells of wider ones are merged. */
function edgesOf({ blocks }: Section, width: number): number[] {
  const edges = new Set([0, width]);
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    let at = 0;
    for (const one of columnWidths(block, width)) {
      at += one;
      edges.add(Math.round(at * 10) / 10);
    }
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.filter((edge, index) => index === 0 || edge - (sorted[index - 1] ?? 0) > 0.5);
}

/** One sheet while it is written. */
export class SheetWriter {
  private readonly edges: number[];
  private readonly width: number;

  constructor(
    private readonly sheet: ExcelJS.Worksheet,
    section: Section,
  ) {
    this.width = usableWidth(section);
    this.edges = edgesOf(section, this.width);
    sheet.columns = this.edges
      .slice(1)
      .map((edge, index) => ({ width: letters(edge - (this.edges[index] ?? 0)) }));
  }

  /** The column that ends at a place of the page, counted from 1. */
  private columnAt(millimetres: number): number {
    const distances = this.edges.map((edge) => Math.abs(edge - millimetres));
    return distances.indexOf(Math.min(...distances));
  }

  /** A row of one text over the whole width. */
  private line(text: string, font: Partial<ExcelJS.Font>, height: number, isCentred = false) {
    const row = this.sheet.addRow([clean(text)]);
    const last = this.edges.length - 1;
    if (last > 1) this.sheet.mergeCells(row.number, 1, row.number, last);
    const cell = row.getCell(1);
    cell.font = font;
    cell.alignment = {
      wrapText: true,
      vertical: 'middle',
      horizontal: isCentred ? 'center' : 'left',
    };
    row.height = height;
    return row;
  }

  private cells(row: readonly (Cell | string)[], widths: readonly number[], isHead: boolean) {
    const written = this.sheet.addRow([]);
    let at = 0;
    let place = 0;
    for (const { text, span, isLabel } of row.map(cellOf)) {
      const from = this.columnAt(at) + 1;
      at += widths.slice(place, place + span).reduce((sum, one) => sum + one, 0);
      place += span;
      const to = this.columnAt(at);
      const isWord = isLabel || isHead;
      for (let column = from; column <= to; column += 1) {
        written.getCell(column).border = BORDER;
      }
      if (to > from) this.sheet.mergeCells(written.number, from, written.number, to);
      const cell = written.getCell(from);
      // A text, whatever it begins with: nothing that was typed can calculate.
      cell.value = text;
      cell.font = isWord ? HEI : SONG;
      if (isWord) cell.fill = SHADE;
      cell.alignment = {
        wrapText: true,
        vertical: isWord ? 'middle' : 'top',
        horizontal: isWord ? 'center' : 'left',
      };
    }
    written.height = heightOf(linesOfRow(row, widths));
    return written.number;
  }

  private table(table: Table) {
    const widths = columnWidths(table, this.width);
    if (table.head) {
      const head = this.cells(table.head, widths, true);
      // A sheet repeats the head of its last table.
      this.sheet.pageSetup.printTitlesRow = `${head}:${head}`;
    }
    for (const row of wholeRows(table, widths)) this.cells(row, widths, false);
  }

  write(block: Block): void {
    switch (block.kind) {
      case 'cover':
        this.line(block.title, { ...HEI, size: 26 }, 160, true);
        for (const [name, value] of block.lines) {
          this.line(`${name}：${value}`, { ...SONG, size: 15 }, 36, true);
        }
        this.sheet.lastRow?.addPageBreak();
        return;
      case 'title':
        this.line(block.text, { ...HEI, size: 16 }, 30, true);
        if (block.under !== '') this.line(block.under, SONG, 20, true);
        return;
      case 'heading':
        this.line(block.text, { ...HEI, size: 12 }, 26);
        return;
      case 'paragraph':
        for (const text of block.text.split('\n')) {
          this.line(text, SONG, heightOf(linesIn(text, this.width)));
        }
        return;
      case 'table':
        this.table(block);
        this.line('', SONG, 8);
        return;
      case 'lines':
        for (let index = 0; index < block.count; index += 1) {
          this.line('', SONG, 24).getCell(1).border = { bottom: THIN };
        }
        return;
      case 'signatures':
        this.line(block.labels.map((name) => `${name}：`).join('　'.repeat(8)), SONG, 34);
        return;
      case 'pageBreak':
        this.sheet.lastRow?.addPageBreak();
    }
  }
}
