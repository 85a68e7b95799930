import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import type { SheetText } from '../../../domain/roster/find-header';
import { FileRefused, unpack } from './archive';
import { fillMerged, placesOfSheets, type Range, rangesOf } from './merged-cells';
import { type CellFacts, cellText } from './workbook-cell';

const MAX_SHEETS = 200;
const MAX_CELLS = 400_000;
const MAX_COLUMN = 200;

const MACROS = '这个文件带有宏，不能导入。请另存为不带宏的 .xlsx 再导入。';
const LINKS = '这个文件引用了别的文件。请复制后“选择性粘贴”为数值，另存为新文件再导入。';
const COLUMNS = `表里的列太多，最多 ${MAX_COLUMN} 列。请删去用不着的列再导入。`;
const CELLS = '表里的内容太多。请只留下花名册，或者按年级分成几个文件导入。';
const NOT_A_WORKBOOK = '这个文件不是 Excel 表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。';

/** All that a list of people needs of a workbook; pictures, charts and the rest stay packed. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/i;

export interface OpenedWorkbook {
  sheets: SheetText[];
  remarks: string[];
}

/** A workbook as text, sheet by sheet. Nothing in it is calculated. @throws FileRefused */
export async function openWorkbook(archive: Buffer): Promise<OpenedWorkbook> {
  const files = unpack(archive, (name) => {
    if (/vbaProject|macrosheets/i.test(name)) throw new FileRefused(MACROS);
    if (/^xl\/externalLinks\//i.test(name)) throw new FileRefused(LINKS);
    return WANTED.test(name);
  });
  const parts: Record<string, Uint8Array> = {};
  const merged = new Map<string, Range[]>();
  let cells = 0;
  for (const [name, content] of files) {
    const xml = content.toString('utf8');
    // Entities that expand into one another are a trap; no spreadsheet needs a DOCTYPE.
    if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new FileRefused(NOT_A_WORKBOOK);
    if (/macroEnabled/i.test(xml) && name.startsWith('[Content')) throw new FileRefused(MACROS);
    const sheet = /worksheets\/sheet(\d+)\.xml$/i.exec(name);
    if (!sheet) parts[name] = Buffer.from(withoutElement(xml, 'definedNames'));
    else {
      cells += countCells(xml);
      if (cells > MAX_CELLS) throw new FileRefused(CELLS);
      merged.set(sheet[1] ?? '', rangesOf(xml));
      parts[name] = Buffer.from(withoutTraps(xml));
    }
  }
  if (!parts['xl/workbook.xml'] || merged.size === 0) throw new FileRefused(NOT_A_WORKBOOK);
  const workbook = await load(zipSync(parts, { level: 0 }));
  const text = (name: string) => files.get(name)?.toString('utf8') ?? '';
  const places = placesOfSheets(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'));
  return readSheets(workbook, (sheetId) => merged.get(places.get(sheetId) ?? '') ?? []);
}

/** Cells with something in them; one far to the right is refused. */
function countCells(xml: string): number {
  let count = 0;
  for (const [, letters = '', , end] of xml.matchAll(/<c r="([A-Z]+)(\d+)"[^<>]*?(\/?)>/g)) {
    if (end === '/') continue;
    count += 1;
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > MAX_COLUMN) throw new FileRefused(COLUMNS);
  }
  return count;
}

/** What makes the library walk over whole ranges, or follow a reference that stays packed. */
const TRAPS = [
  ...['mergeCells', 'dataValidations', 'conditionalFormatting', 'extLst', 'tableParts'],
  ...['hyperlinks', 'autoFilter', 'sheetPr'],
];

/** Without the traps, and without empty cells that only have a colour. */
const withoutTraps = (xml: string): string =>
  TRAPS.reduce(withoutElement, xml)
    .replace(/<c [^<>]*\/>/g, '')
    .replace(/<(?:drawing|legacyDrawing|legacyDrawingHF|picture) [^<>]*\/>/g, '');

/** By searching, not by a pattern: a pattern takes ages where an end is missing a million times. */
function withoutElement(xml: string, name: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const begin = xml.indexOf(`<${name}`, at);
    const tagEnd = begin < 0 ? -1 : xml.indexOf('>', begin);
    if (tagEnd < 0) break;
    kept.push(xml.slice(at, begin));
    const end = xml.indexOf(`</${name}>`, tagEnd);
    const isEmpty = xml[tagEnd - 1] === '/';
    if (!isEmpty && end < 0) throw new FileRefused(NOT_A_WORKBOOK);
    at = isEmpty ? tagEnd + 1 : end + name.length + 3;
  }
  return kept.join('') + xml.slice(at);
}

async function load(archive: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  try {
    // The library's types know another Buffer than this one.
    await workbook.xlsx.load(Buffer.from(archive) as unknown as ExcelJS.Buffer);
  } catch {
    throw new FileRefused(NOT_A_WORKBOOK);
  }
  return workbook;
}

function readSheets(
  workbook: ExcelJS.Workbook,
  mergedIn: (sheetId: string) => readonly Range[],
): OpenedWorkbook {
  if (workbook.worksheets.length > MAX_SHEETS) throw new FileRefused(CELLS);
  const remarks: string[] = [];
  const facts: CellFacts = { formulas: 0, errors: 0 };
  const hidden: string[] = [];
  const sheets: SheetText[] = [];
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== 'visible') {
      hidden.push(sheet.name);
      continue;
    }
    const rows: SheetText['rows'] = [];
    sheet.eachRow((row, number) => {
      const cells: string[] = [];
      row.eachCell((cell, column) => {
        cells[column - 1] = cellText(cell.value, facts);
      });
      rows.push({ row: number, cells: Array.from(cells, (cell) => cell ?? '') });
    });
    sheets.push({ name: sheet.name, rows: fillMerged(rows, mergedIn(String(sheet.id))) });
  }
  if (hidden.length > 0) remarks.push(`隐藏的工作表没有读：${hidden.join('、').slice(0, 100)}。`);
  if (facts.formulas > 0) {
    remarks.push(`有 ${facts.formulas} 个单元格是公式，读的是显示的结果，公式没有带进来。`);
  }
  if (facts.errors > 0) remarks.push(`有 ${facts.errors} 个单元格显示错误（如 #REF!），当作空白。`);
  return { sheets, remarks };
}
