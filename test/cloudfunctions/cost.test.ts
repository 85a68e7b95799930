import { COSTED_CALLS } from '../../bench/cost/calls';
import { type CostRow, measure, SIZES, uncosted } from '../../bench/cost/measure';

jest.setTimeout(300_000);

const rows = new Map<string, { small: CostRow; large: CostRow }>();
const growing = Object.keys(COSTED_CALLS).filter((name) => COSTED_CALLS[name]?.readsPerClass);

beforeAll(async () => {
  const small = await measure('class45');
  const large = await measure('school2000');
  for (const [index, row] of small.entries()) {
    rows.set(row.procedure, { small: row, large: large[index] as CostRow });
  }
});

const rowsOf = (name: string) => {
  const found = rows.get(name);
  if (!found) throw new Error(`${name} was not measured`);
  return found;
};

it('knows what every procedure of the router costs', () => {
  expect(uncosted()).toEqual([]);
});

describe.each(Object.entries(COSTED_CALLS))('%s', (name, budget) => {
  it('stays within its budget', () => {
    const { billed, trips } = rowsOf(name).large;
    expect(billed).toBeLessThanOrEqual(budget.billed);
    expect(trips).toBeLessThanOrEqual(budget.trips);
  });

  it('when it reads is billed for its run, who is calling, and two questions at most', () => {
    const { billed, kind } = rowsOf(name).large;
    // Counting is a request of its own: a dry run counts each kind twice.
    if (kind === 'read' && name !== 'retention.byId') expect(billed).toBeLessThanOrEqual(4);
  });

  it('waits for at most two trips to read, three beside the transaction to write', () => {
    const { tripsBeside, kind } = rowsOf(name).large;
    expect(tripsBeside).toBeLessThanOrEqual(kind === 'read' ? 2 : 3);
  });

  it('asks the cloud as often in a school of 2,000 as in a class of 45', () => {
    const { small, large } = rowsOf(name);
    const calls = ({ billed, requests, trips }: CostRow) => ({ billed, requests, trips });
    expect(calls(large)).toEqual(calls(small));
  });

  it('never looks through a whole collection', () => {
    expect(rowsOf(name).large.scans).toBe(0);
  });
});

it.each(Object.keys(COSTED_CALLS).filter((name) => !growing.includes(name)))(
  '%s reads and returns as many documents in a school of 2,000 as in a class of 45',
  (name) => {
    const { small, large } = rowsOf(name);
    const documents = ({ read, returned }: CostRow) => ({ read, returned });
    expect(documents(large)).toEqual(documents(small));
  },
);

it.each(growing)('%s, a list of classes, reads no more than each class’s share', (name) => {
  const { small, large } = rowsOf(name);
  const moreClasses = SIZES.school2000.classes - SIZES.class45.classes;
  const share = COSTED_CALLS[name]?.readsPerClass ?? 0;
  expect(large.read - small.read).toBeLessThanOrEqual(share * moreClasses);
  expect(large.returned - small.returned).toBeLessThanOrEqual(share * moreClasses);
});
