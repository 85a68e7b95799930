/**
 * `npm run cost`: what each procedure costs in a class of 45 and in a school of 2,000 students
 * with three years behind it. `--json` prints the rows instead of the table.
 */
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../config/build';
import { fileBudget, measureFiles } from './cost/files';
import { type CostRow, measure, SIZES, uncosted } from './cost/measure';

const COLUMNS = ['billed', 'requests', 'trips', 'read', 'returned', 'bytes'] as const;

/** `17`, or `17 → 104` where the school costs more than the class. */
function cell(rows: CostRow[], column: (typeof COLUMNS)[number]): string {
  const values = rows.map((row) => row[column]);
  return [...new Set(values)].join(' → ');
}

function table(rows: CostRow[]): string {
  const names = [...new Set(rows.map(({ procedure }) => procedure))];
  const lines = names.map((name) => {
    const own = rows.filter(({ procedure }) => procedure === name);
    return [name, own[0]?.kind ?? '', ...COLUMNS.map((column) => cell(own, column))];
  });
  const all = [['procedure', 'kind', ...COLUMNS], ...lines];
  const widths = all[0]?.map((_, index) =>
    Math.max(...all.map((line) => line[index]?.length ?? 0)),
  );
  return all
    .map((line) => line.map((text, index) => text.padEnd(widths?.[index] ?? 0)).join('  '))
    .join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
  const missing = uncosted();
  if (missing.length > 0) throw new Error(`bench/cost/calls.ts lacks or outlived: ${missing}`);

  await ensureBuilt(['functions']);
  const rows: CostRow[] = [];
  for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[])
    rows.push(...(await measure(size)));
  const files = await measureFiles('class45');
  if (values.json) return console.log(JSON.stringify({ rows, files }, null, 2));
  console.log(
    'One call each on a warm instance; “a → b”: in a class of 45 → in a school of 2,000.\n',
  );
  console.log(table(rows));
  console.log(
    '\nFiles, in a class of 45, from the first call to the last; “of” is what they may cost.\n',
  );
  for (const cost of files) {
    const { file, calls, billed, documents } = cost;
    const columns = [String(calls).padStart(5), String(billed).padStart(7)];
    const of = String(Math.floor(fileBudget(cost))).padStart(6);
    console.log(
      `${file.padEnd(18)} ${columns.join('')} of ${of} ${String(documents).padStart(8)} documents`,
    );
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
