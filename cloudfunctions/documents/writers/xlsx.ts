import ExcelJS from 'exceljs';
import { type Book, clean } from '../book';
import { PAPER } from '../layout';
import { SheetWriter } from './xlsx-sheet';

const inches = (millimetres: number): number => millimetres / 25.4;

/** In a header `&` begins a code. */
const plain = (text: string): string => clean(text).replaceAll('&', '&&');

/** Excel refuses these in the name of a sheet, and more than 31 letters. */
const sheetName = (name: string): string =>
  clean(name)
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31);

/** A book as Excel opens it: a sheet a section, A4, text only. */
export async function writeXlsx(book: Book): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const section of book.sections) {
    const sheet = workbook.addWorksheet(sheetName(section.name), {
      pageSetup: {
        paperSize: 9,
        orientation: section.isLandscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
        margins: {
          left: inches(PAPER.left),
          right: inches(PAPER.right),
          top: inches(PAPER.top),
          bottom: inches(PAPER.bottom),
          header: inches(12),
          footer: inches(10),
        },
      },
      headerFooter: {
        oddHeader: `&L&9 ${plain(book.owner)}&R&9 ${plain(book.title)}`,
        oddFooter: '&C&9 第 &P 页，共 &N 页',
      },
    });
    const writer = new SheetWriter(sheet, section);
    for (const block of section.blocks) writer.write(block);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
