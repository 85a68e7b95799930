import ExcelJS from 'exceljs';

export interface ListBook {
  sheet: string;
  /** Above the header; an import skips it. */
  title: string;
  columns: readonly (readonly [label: string, width: number])[];
  rows: readonly (readonly string[])[];
}

const FONT = { name: '宋体', size: 11 };
/** Excel then treats whatever is typed there as text too. */
const AS_TEXT = '@';

/**
 * A list as Excel, in the form that an import reads. Every cell is text and stays text when it is
 * edited: what begins with = + - @ cannot calculate, and no number loses its digits.
 */
export async function drawList({ sheet, title, columns, rows }: ListBook): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet(sheet, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  page.columns = columns.map(([, width]) => ({ width, style: { numFmt: AS_TEXT, font: FONT } }));
  const head = page.addRow([title]);
  page.mergeCells(1, 1, 1, columns.length);
  head.font = { ...FONT, size: 14, bold: true };
  page.addRow(columns.map(([label]) => label)).font = { ...FONT, bold: true };
  for (const cells of rows) page.addRow([...cells]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
