import { FileRefused } from './archive';
import { openCsv } from './open-csv';
import { type OpenedWorkbook, openWorkbook } from './open-workbook';

const OLD =
  '这是旧格式（.xls）或设了密码的表格。请用 Excel 或 WPS 打开，另存为不带密码的 .xlsx 再导入。';
const WRONG = '文件的名字和内容不一致。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。';
const MACROS = '这个文件带有宏，不能导入。请另存为不带宏的 .xlsx 再导入。';
const OTHER = '只能导入 .xlsx 或 .csv 表格。请另存为其中一种再导入。';

const beginsWith = (content: Buffer, ...bytes: number[]): boolean =>
  bytes.every((byte, index) => content[index] === byte);

/** A file as sheets of text. It is what its first bytes say, and its name must agree. @throws FileRefused */
export async function openRosterFile(content: Buffer, name: string): Promise<OpenedWorkbook> {
  const isZip = beginsWith(content, 0x50, 0x4b, 0x03, 0x04);
  if (content.length === 0) throw new FileRefused('这个文件是空的。请重新选择文件。');
  if (beginsWith(content, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileRefused(OLD);
  if (/\.xlsm$/i.test(name)) throw new FileRefused(MACROS);
  if (/\.xlsx$/i.test(name)) {
    if (!isZip) throw new FileRefused(WRONG);
    return openWorkbook(content);
  }
  if (!/\.(csv|tsv|txt)$/i.test(name)) throw new FileRefused(OTHER);
  if (isZip || /^\s*<(!doctype|html|\?xml|table)/i.test(content.toString('latin1', 0, 200))) {
    throw new FileRefused(WRONG);
  }
  return { sheets: openCsv(content, name.replace(/\.\w+$/, '')), remarks: [] };
}
