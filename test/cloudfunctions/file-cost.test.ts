import { type FileCost, fileBudget, measureFiles } from '../../bench/cost/files';

jest.setTimeout(300_000);

let costs: FileCost[];
beforeAll(async () => {
  costs = await measureFiles('class45');
});

it('every book, all ledgers in one file and a backup stay within what they may cost', () => {
  const over = costs.filter((cost) => cost.billed > fileBudget(cost));
  expect(over).toEqual([]);
});

it('a book is one call of its function', () => {
  const books = costs.filter(({ file }) => file !== 'ledgerArchive' && file !== 'backup');
  expect(books.map(({ file, calls }) => [file, calls])).toEqual(books.map(({ file }) => [file, 1]));
});
