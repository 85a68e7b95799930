import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
  type Table as WordTable,
} from 'docx';
import type { Block, Book, Section } from '../book';
import { PAPER, usableWidth } from '../layout';
import { HEI, points, RULE, runs, SONG, twips, writeTable } from './docx-table';

const centred = (text: string, style: object, spacing: object): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: runs(text, style) });

/** Word joins two tables that stand together, and wants a paragraph after the last. */
const gap = () => new Paragraph({ spacing: { line: 160, after: 0 }, children: [] });

function writeBlock(block: Block, width: number): (Paragraph | WordTable)[] {
  switch (block.kind) {
    case 'cover':
      return [
        centred(block.title, { font: HEI, ...points(30) }, { before: 3600, after: 2400 }),
        ...block.lines.map(([name, value]) =>
          centred(`${name}：${value}`, { ...points(16) }, { before: 240, after: 240 }),
        ),
        new Paragraph({ children: [new PageBreak()] }),
      ];
    case 'title':
      return [
        centred(block.text, { font: HEI, ...points(18) }, { before: 60, after: 120 }),
        ...(block.under === ''
          ? []
          : [centred(block.under, { ...points(10.5) }, { before: 0, after: 120 })]),
      ];
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 200, after: 100 },
          children: runs(block.text, { font: HEI, ...points(13) }),
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          spacing: { after: 100 },
          children: runs(block.text, block.isFaint ? { color: '5C6B65', ...points(9) } : {}),
        }),
      ];
    case 'table':
      return [writeTable(block, width), gap()];
    case 'lines':
      return Array.from(
        { length: block.count },
        () => new Paragraph({ spacing: { before: 320 }, border: { bottom: RULE }, children: [] }),
      );
    case 'signatures':
      return [
        new Paragraph({
          spacing: { before: 360, after: 120 },
          tabStops: block.labels.slice(1).map((_, index) => ({
            type: TabStopType.LEFT,
            position: twips((width / block.labels.length) * (index + 1)),
          })),
          children: runs(block.labels.map((name) => `${name}：`).join('\t'), {}),
        }),
      ];
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

const hasCover = ({ blocks }: Section) => blocks[0]?.kind === 'cover';

function writeSection(section: Section, { title, owner }: Book): ISectionOptions {
  const width = usableWidth(section);
  const small = { ...points(9), color: '5C6B65' };
  const header = new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'BFC7C3' } },
    children: runs(`${owner}\t${title}`, small),
  });
  const footer = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        ...small,
        children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
      }),
    ],
  });
  const none = new Paragraph({ children: [] });
  return {
    properties: {
      titlePage: hasCover(section),
      page: {
        size: {
          width: twips(PAPER.width),
          height: twips(PAPER.height),
          orientation: section.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(PAPER.top),
          bottom: twips(PAPER.bottom),
          left: twips(PAPER.left),
          right: twips(PAPER.right),
          header: twips(12),
          footer: twips(10),
        },
      },
    },
    headers: {
      default: new Header({ children: [header] }),
      first: new Header({ children: [none] }),
    },
    footers: {
      default: new Footer({ children: [footer] }),
      first: new Footer({ children: [none] }),
    },
    children: section.blocks.flatMap((block) => writeBlock(block, width)),
  };
}

/** A book as Word opens it: A4, 宋体 and 黑体, header rows that repeat. */
export function writeDocx(book: Book): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title: book.title,
      creator: book.owner,
      styles: { default: { document: { run: { font: SONG, ...points(10.5) } } } },
      sections: book.sections.map((section) => writeSection(section, book)),
    }),
  );
}
