import ExcelJS from 'exceljs';
import type { LedgerHeader } from '../../../domain/class-ledger/class-ledger.rules';
import {
  LEDGER_FIELD_NAMES,
  LEDGER_FIELDS,
  type LedgerEntry,
} from '../../../domain/class-ledger/class-ledger.schema';

export interface LedgerBook {
  schoolName: string;
  classLabel: string;
  termLabel: string;
  homeroomTeacher: string;
  header: LedgerHeader;
  analysis: string;
  goal: string;
  /** `names` is null for a sealed row: the book says that it is kept elsewhere. */
  categories: { label: string; names: string[] | null }[];
  lines: (Pick<LedgerEntry, (typeof LEDGER_FIELD_NAMES)[number] | 'contributions'> & {
    name: string;
  })[];
}

const FONT = { name: '宋体', size: 10.5 };
const THIN = { style: 'thin' as const, color: { argb: 'FF888888' } };
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };

const SEALED_WORDS = '保密，另存';

const A4_LANDSCAPE = {
  paperSize: 9,
  orientation: 'landscape' as const,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
};

/** Two sheets: the class, and a row per student. Cells are text, so nothing typed can calculate. */
export async function drawClassLedger(book: LedgerBook): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  drawClass(workbook, book);
  drawLines(workbook, book);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, name: string, book: LedgerBook): ExcelJS.Worksheet {
  return workbook.addWorksheet(name, {
    pageSetup: A4_LANDSCAPE,
    headerFooter: { oddFooter: `&L${book.schoolName} ${book.classLabel}&R第 &P 页，共 &N 页` },
  });
}

function style(row: ExcelJS.Row, bold = false): void {
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { ...FONT, bold };
    cell.border = BORDER;
    cell.alignment = { wrapText: true, vertical: 'top' };
  });
}

function addTitle(sheet: ExcelJS.Worksheet, title: string, columns: number): void {
  const row = sheet.addRow([title]);
  sheet.mergeCells(row.number, 1, row.number, columns);
  row.height = 30;
  row.getCell(1).font = { name: '宋体', size: 16, bold: true };
  row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
}

/** Excel does not grow merged rows by itself: about 60 characters stand in a line. */
const heightFor = (text: string): number =>
  18 *
  Math.max(
    1,
    text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 60), 0),
  );

function drawClass(workbook: ExcelJS.Workbook, book: LedgerBook): void {
  const sheet = addSheet(workbook, '班级', book);
  sheet.columns = [{ width: 20 }, ...Array.from({ length: 5 }, () => ({ width: 20 }))];
  addTitle(sheet, `${book.classLabel}学情台账`, 6);
  const { students, boys, girls } = book.header;
  style(
    sheet.addRow(['学期', book.termLabel, '班主任', book.homeroomTeacher, '学生人数', students]),
  );
  style(sheet.addRow(['男生', boys, '女生', girls, '', '']));
  const wide: [string, string][] = [
    ['全班总体情况分析', book.analysis],
    ['本学期培养目标', book.goal],
    ...book.categories.map(({ label, names }): [string, string] => [
      label,
      names ? names.join('、') : SEALED_WORDS,
    ]),
  ];
  for (const [label, text] of wide) {
    const row = sheet.addRow([label, text, '', '', '', '']);
    style(row);
    sheet.mergeCells(row.number, 2, row.number, 6);
    row.height = heightFor(text);
  }
}

function drawLines(workbook: ExcelJS.Workbook, book: LedgerBook): void {
  const sheet = addSheet(workbook, '学生', book);
  const columns = LEDGER_FIELD_NAMES.length + 2;
  sheet.columns = [{ width: 10 }, ...LEDGER_FIELD_NAMES.map(() => ({ width: 22 })), { width: 26 }];
  addTitle(sheet, `${book.classLabel} ${book.termLabel}`, columns);
  const labels = LEDGER_FIELD_NAMES.map((field) => LEDGER_FIELDS[field].label);
  style(sheet.addRow(['姓名', ...labels, '老师们的补充']), true);
  sheet.pageSetup.printTitlesRow = '1:2';
  sheet.views = [{ state: 'frozen', ySplit: 2, xSplit: 1 }];
  for (const line of book.lines) {
    const words = line.contributions.map(({ capacity, text }) => `${capacity}：${text}`).join('\n');
    style(sheet.addRow([line.name, ...LEDGER_FIELD_NAMES.map((field) => line[field]), words]));
  }
}
