import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  type ISectionOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  Table as WordTable,
} from 'docx';
import {
  type Block,
  type Book,
  cellOf,
  clean,
  columnWidths,
  linesOfRow,
  MAX_WHOLE_LINES,
  PAPER,
  type Section,
  type Table,
  usableWidth,
} from '../book';

/** Word counts in twentieths of a point. */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
const points = (size: number) => ({ size: size * 2 });

/** Both are on every office computer in China. */
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };

const LINE_TWIPS = 320;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '595959' };
const BORDERS = {
  top: RULE,
  bottom: RULE,
  left: RULE,
  right: RULE,
  insideHorizontal: RULE,
  insideVertical: RULE,
};
const LABEL_SHADE = { fill: 'F1F3F1' };

/** A text with its line breaks. */
const runs = (text: string, style: object): TextRun[] =>
  clean(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...style, text: line, break: index === 0 ? 0 : 1 }));

const centred = (text: string, style: object, spacing: object): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: runs(text, style) });

function writeRow(row: Table['rows'][number], widths: readonly number[], isHead: boolean) {
  const lines = linesOfRow(row, widths);
  const least = Math.max(...row.map((cell) => cellOf(cell).minLines));
  let at = 0;
  const children = row.map(cellOf).map(({ text, span, isLabel }) => {
    const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
    at += span;
    const isWord = isLabel || isHead;
    return new TableCell({
      columnSpan: span,
      width: { size: twips(width), type: WidthType.DXA },
      verticalAlign: isWord ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      ...(isWord && { shading: LABEL_SHADE }),
      children: [
        new Paragraph({
          alignment: isWord ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: runs(text, isWord ? { font: HEI } : {}),
        }),
      ],
    });
  });
  return new TableRow({
    children,
    tableHeader: isHead,
    cantSplit: lines <= MAX_WHOLE_LINES,
    height: { value: least * LINE_TWIPS, rule: HeightRule.ATLEAST },
  });
}

function writeTable(table: Table, width: number): WordTable {
  const widths = columnWidths(table, width);
  const rows = table.rows.map((row) => writeRow(row, widths, false));
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: BORDERS,
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    rows: table.head ? [writeRow(table.head, widths, true), ...rows] : rows,
  });
}

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
