import path from 'node:path';
import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake/interfaces';
import { type Block, type Book, clean, type Section } from '../book';
import { PAPER, usableWidth } from '../layout';
import { points, RULE_GREY, writeTable } from './pdf-table';

/** Beside the function's file: the build puts them there. Only the glyphs that are used go along. */
const FONTS = path.join(__dirname, 'fonts');
pdfmake.setFonts({
  Hei: {
    normal: path.join(FONTS, 'NotoSansHans-Regular.otf'),
    bold: path.join(FONTS, 'NotoSansHans-Bold.otf'),
  },
});
// A book is text: nothing in it may make the function read files or addresses.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => file.startsWith(FONTS));

const SIZE = 10;
const GREY = '#5C6B65';

const ruled = (width: number): Content => ({
  margin: [0, 22, 0, 0],
  canvas: [
    {
      type: 'line',
      x1: 0,
      y1: 0,
      x2: points(width),
      y2: 0,
      lineWidth: 0.5,
      lineColor: RULE_GREY,
    },
  ],
});

function writeBlock(block: Block, width: number): Content[] {
  switch (block.kind) {
    case 'cover':
      return [
        {
          text: clean(block.title),
          fontSize: 28,
          bold: true,
          alignment: 'center',
          margin: [0, 180, 0, 120],
        },
        ...block.lines.map(
          ([name, value]): Content => ({
            text: clean(`${name}：${value}`),
            fontSize: 15,
            alignment: 'center',
            margin: [0, 10, 0, 10],
          }),
        ),
        { text: '', fontSize: 1, pageBreak: 'after' },
      ];
    case 'title':
      return [
        {
          text: clean(block.text),
          fontSize: 17,
          bold: true,
          alignment: 'center',
          margin: [0, 0, 0, 6],
        },
        { text: clean(block.under), alignment: 'center', margin: [0, 0, 0, 6] },
      ];
    case 'heading':
      return [{ text: clean(block.text), fontSize: 12.5, bold: true, margin: [0, 8, 0, 5] }];
    case 'paragraph':
      return [
        {
          text: clean(block.text),
          margin: [0, 0, 0, 5],
          ...(block.isFaint && { fontSize: 8.5, color: GREY }),
        },
      ];
    case 'table':
      return [writeTable(block, width)];
    case 'lines':
      return Array.from({ length: block.count }, () => ruled(width));
    case 'signatures':
      return [
        {
          margin: [0, 20, 0, 8],
          columns: block.labels.map((name) => ({ text: `${clean(name)}：` })),
        },
      ];
    case 'pageBreak':
      return [{ text: '', fontSize: 1, pageBreak: 'after' }];
  }
}

function writeSection(section: Section, index: number): Content[] {
  const width = usableWidth(section);
  const turn = {
    text: '',
    fontSize: 1,
    pageBreak: 'before' as const,
    pageOrientation: section.isLandscape ? ('landscape' as const) : ('portrait' as const),
  };
  const blocks = section.blocks.flatMap((block) => writeBlock(block, width));
  return index === 0 ? blocks : [turn, ...blocks];
}

/** A book that looks the same everywhere: the letters come with it, and its text can be searched. */
export function writePdf(book: Book): Promise<Buffer> {
  const [first] = book.sections;
  const hasCover = first?.blocks[0]?.kind === 'cover';
  const side = [points(PAPER.left), points(PAPER.right)] as const;
  return pdfmake
    .createPdf({
      info: { title: book.title, author: book.owner },
      pageSize: 'A4',
      pageOrientation: first?.isLandscape ? 'landscape' : 'portrait',
      pageMargins: [side[0], points(PAPER.top), side[1], points(PAPER.bottom)],
      defaultStyle: { font: 'Hei', fontSize: SIZE, lineHeight: 1.15 },
      header: (page) =>
        hasCover && page === 1
          ? null
          : {
              margin: [side[0], points(12), side[1], 0],
              fontSize: 8.5,
              color: GREY,
              columns: [
                { text: clean(book.owner) },
                { text: clean(book.title), alignment: 'right' },
              ],
            },
      footer: (page, pages) =>
        hasCover && page === 1
          ? null
          : {
              text: `第 ${page} 页，共 ${pages} 页`,
              alignment: 'center',
              fontSize: 8.5,
              color: GREY,
              margin: [0, points(6), 0, 0],
            },
      content: book.sections.flatMap(writeSection),
    })
    .getBuffer();
}
