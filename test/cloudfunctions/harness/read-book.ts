/** Printed books, read back as their readers would: by what stands in the file. */
import { inflateSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';

/** Every part of a Word document as XML, by its name. */
export function partsOfDocx(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(file))
      .filter(([name]) => name.endsWith('.xml'))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

const plain = (xml: string): string =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** All that a Word document says, in its body, headers and properties. */
export const wordsOfDocx = (file: Uint8Array): string =>
  Object.values(partsOfDocx(file)).map(plain).join('\n');

export async function workbookOf(file: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(file) as unknown as ArrayBuffer);
  return workbook;
}

/** All that a workbook says, a cell a line, with the kind of each cell. */
export async function wordsOfXlsx(file: Uint8Array): Promise<string> {
  const lines: string[] = [];
  for (const sheet of (await workbookOf(file)).worksheets) {
    sheet.eachRow((row) => row.eachCell((cell) => lines.push(`${cell.type}:${cell.text}`)));
  }
  return lines.join('\n');
}

interface PdfObject {
  head: string;
  content: string;
}

function objectsOf(file: Uint8Array): Map<string, PdfObject> {
  const text = Buffer.from(file).toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const [, number = '', body = ''] of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', stream = ''] = body.split(/\nstream\n|stream\n/, 2);
    const bytes = Buffer.from(stream, 'latin1');
    const content = head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : stream;
    objects.set(number, { head, content });
  }
  return objects;
}

/** Glyph → letter, from the table that lets a reader search and copy. */
function lettersOf(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', list = ''] of table.matchAll(
    /<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi,
  )) {
    for (const [index, [, code = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const glyph = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      const units = code.replaceAll(' ', '').match(/.{4}/g) ?? [];
      letters.set(glyph, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
    }
  }
  return letters;
}

/** The text of a PDF as a reader copies it: letters come from the fonts that it carries. */
export function wordsOfPdf(file: Uint8Array): string {
  const objects = objectsOf(file);
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? '';
      fonts.set(name, lettersOf(objects.get(table)?.content ?? ''));
    }
  }
  let words = '';
  for (const { content } of objects.values()) {
    let letters = new Map<string, string>();
    for (const [, font, run] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(<[^\]]*)\] TJ/g)) {
      if (font) letters = fonts.get(font) ?? letters;
      for (const [, glyphs = ''] of (run ?? '').matchAll(/<([0-9a-f]+)>/g)) {
        for (const glyph of glyphs.match(/.{4}/g) ?? []) words += letters.get(glyph) ?? '';
      }
    }
  }
  return words;
}
