import { form, label, listing, wide } from '../../cloudfunctions/documents/book';
import {
  columnWidths,
  linesIn,
  linesOfRow,
  usableWidth,
  wholeRows,
} from '../../cloudfunctions/documents/layout';

const PORTRAIT = usableWidth({});
const textsOf = (row: readonly (string | { text: string })[]) =>
  row.map((cell) => (typeof cell === 'string' ? cell : cell.text));

describe('how a book lies on paper', () => {
  test('A4 leaves room to bind on the left, upright and lying', () => {
    expect(PORTRAIT).toBe(165);
    expect(usableWidth({ isLandscape: true })).toBe(252);
  });

  test('columns share the width of the page', () => {
    const widths = columnWidths({ shares: [1, 3] }, 160);
    expect(widths).toEqual([40, 120]);
  });

  test('a line of a column holds so many Chinese letters, and about twice as many others', () => {
    expect(linesIn('学'.repeat(43), PORTRAIT)).toBe(1);
    expect(linesIn('学'.repeat(44), PORTRAIT)).toBe(2);
    expect(linesIn('a'.repeat(78), PORTRAIT)).toBe(1);
    expect(linesIn('第一行\n第二行', PORTRAIT)).toBe(2);
  });

  test('a row is as tall as its tallest cell, or as the room it leaves to write', () => {
    expect(linesOfRow(['短', '一\n二\n三'], [80, 80])).toBe(3);
    expect(linesOfRow([label('小结'), wide('', 1, 5)], [40, 120])).toBe(5);
  });
});

describe('a row that is too tall for a page', () => {
  const widths = [40, 125];
  const long = Array.from({ length: 60 }, (_, index) => `第${index + 1}句。`).join('\n');

  test('goes on in another row, cut between paragraphs, and loses no word', () => {
    const rows = wholeRows(form([40, 125], [[label('学生情况'), wide(long, 1, 12)]]), widths);
    expect(rows.map((row) => linesOfRow(row, widths))).toEqual([24, 24, 12]);
    expect(rows.map((row) => textsOf(row)[0])).toEqual(['学生情况', '（续）', '（续）']);
    expect(rows.map((row) => textsOf(row)[1]).join('\n')).toBe(long);
  });

  test('is cut inside a paragraph where that alone is too long', () => {
    const endless = '学'.repeat(3000);
    const rows = wholeRows(form([40, 125], [['', endless]]), widths);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.map((row) => textsOf(row)[1]).join('')).toBe(endless);
  });

  test('leaves rows that fit as they are', () => {
    const table = listing(
      [
        ['姓名', 40],
        ['优点', 125],
      ],
      [['苏予安', '肯帮人']],
    );
    expect(wholeRows(table, widths)).toEqual(table.rows);
  });
});
