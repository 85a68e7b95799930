import ExcelJS from 'exceljs';

export interface StudentFileBook {
  schoolName: string;
  /** Whose: name and class. */
  title: string;
  day: string;
  records: { day: string; kind: string; words: string; by: string }[];
  corrections: { day: string; words: string; state: string; answer: string }[];
}

const FONT = { name: '宋体', size: 10.5 };
const A4 = {
  paperSize: 9,
  orientation: 'portrait' as const,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};

type Cells = readonly string[];

/** A title, a line of headings, and the rows; every cell is text, so nothing typed can calculate. */
function addTable(
  workbook: ExcelJS.Workbook,
  book: StudentFileBook,
  name: string,
  columns: readonly (readonly [heading: string, width: number])[],
  rows: readonly Cells[],
): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: A4,
    headerFooter: { oddFooter: `&L${book.schoolName} ${book.day} 导出&R第 &P 页，共 &N 页` },
  });
  sheet.columns = columns.map(([, width]) => ({ width }));
  sheet.addRow([`${book.title} · ${name}`]).font = { ...FONT, size: 16, bold: true };
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.addRow(columns.map(([heading]) => heading)).font = { ...FONT, bold: true };
  for (const cells of rows) {
    const row = sheet.addRow([...cells]);
    row.font = FONT;
    row.alignment = { wrapText: true, vertical: 'top' };
  }
}

/** Two sheets: what the school recorded for the family, and what was asked to be corrected. */
export async function drawStudentFile(book: StudentFileBook): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  addTable(
    workbook,
    book,
    '成长记录',
    [
      ['日期', 12],
      ['类别', 12],
      ['内容', 60],
      ['记录人', 12],
    ],
    book.records.map(({ day, kind, words, by }) => [day, kind, words, by]),
  );
  addTable(
    workbook,
    book,
    '更正请求',
    [
      ['日期', 12],
      ['需要更正的内容', 40],
      ['结果', 14],
      ['答复', 30],
    ],
    book.corrections.map(({ day, words, state, answer }) => [day, words, state, answer]),
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
