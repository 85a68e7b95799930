import iconv from 'iconv-lite';
import Papa from 'papaparse';
import type { SheetText } from '../../../domain/roster/find-header';
import { MAX_ROWS } from '../../../domain/roster/roster-file';
import { FileRefused } from './archive';

const MAX_COLUMN = 200;
const NOT_TEXT = '这个文件不是 CSV 表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。';

/** What old Excel and WPS write: UTF-8 with or without its mark, UTF-16, or GB18030. */
function decode(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return iconv.decode(content, 'utf16le');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return iconv.decode(content, 'gb18030');
  }
}

/** `="13800000000"` is how a number is kept as text in a CSV; any other formula stays what it is. */
const withoutTrick = (cell: string): string => cell.replace(/^="([^"]*)"$/, '$1').trim();

/** A CSV as text, whatever separates its cells. @throws FileRefused */
export function openCsv(content: Buffer, name: string): SheetText[] {
  const text = decode(content);
  if (text.includes('\0') || text.includes('\uFFFD')) throw new FileRefused(NOT_TEXT);
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '|'],
    preview: MAX_ROWS * 2,
  });
  if (data.some((cells) => cells.length > MAX_COLUMN)) {
    throw new FileRefused(`表里的列太多，最多 ${MAX_COLUMN} 列。请删去用不着的列再导入。`);
  }
  const rows = data
    .map((cells, index) => ({ row: index + 1, cells: cells.map(withoutTrick) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return [{ name, rows }];
}
