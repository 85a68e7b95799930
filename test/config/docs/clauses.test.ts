import { clausesIn } from '../../../config/docs/clauses';

describe('finding clauses', () => {
  test('ids are found wherever they stand, each once', () => {
    expect([...clausesIn('kept (S4-206, S4-255), again S4-206; not S4- or XS4-1')]).toEqual([
      'S4-206',
      'S4-255',
    ]);
  });

  test('a range names every clause in it', () => {
    expect([...clausesIn('S4-245 … S4-247')]).toEqual(['S4-245', 'S4-246', 'S4-247']);
    expect([...clausesIn('S4-238 to S4-239')]).toEqual(['S4-238', 'S4-239']);
  });
});
