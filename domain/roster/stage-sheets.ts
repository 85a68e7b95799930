import type { StageSystem } from '../calendar/school-class';
import { columnLetters, dayFromSerial } from './cell-text';
import { classHintOf, findTable, type SheetText } from './find-header';
import type { ImportField, ImportKind } from './import-subject';
import {
  MAX_CELL,
  MAX_COLUMNS,
  MAX_ROWS,
  type RosterColumn,
  type StagedRow,
  type StagedSheet,
} from './roster-file';

/** A file as it is kept until it is applied: one list of columns, whatever sheets they stand in. */
export interface Staged {
  sheets: StagedSheet[];
  columns: RosterColumn[];
  mapping: ImportField[];
  rows: StagedRow[];
  remarks: string[];
}

const SAMPLES = 3;

/**
 * Sheets of one file as one list; sheets without a table of people are named in the remarks.
 *
 * @returns a sentence instead, if nothing can be read or it is too much
 */
export function stageSheets(
  texts: readonly SheetText[],
  system: StageSystem,
  kind: ImportKind,
): Staged | string {
  const remarks: string[] = [];
  const tables = texts.flatMap((sheet) => {
    const table = findTable(sheet, kind);
    if (!table && sheet.rows.length > 0) {
      remarks.push(`“${sheet.name}”里没有找到表头，没有读。`);
    }
    return table ? [{ name: sheet.name, ...table }] : [];
  });
  if (tables.length === 0) return kind.noTable;
  const labels = [...new Set(tables.flatMap((table) => filledLabels(table.labels)))];
  if (labels.length > MAX_COLUMNS) {
    return `表里有 ${labels.length} 列，最多能读 ${MAX_COLUMNS} 列。请删去用不着的列再导入。`;
  }
  const count = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) return '表头下面没有找到人。请检查文件，再导入一次。';
  if (count > MAX_ROWS) {
    return `表里有 ${count} 行，一次最多 ${MAX_ROWS} 行。请按年级分成几个文件导入。`;
  }
  const sheets = tables.map((table) => ({
    name: table.name,
    rows: table.rows.length,
    letters: labels.map((label) => {
      const index = table.labels.indexOf(label);
      return index < 0 ? '' : columnLetters(index);
    }),
    classHint: classHintOf(table.name, table.title, system),
  }));
  const rows = tables.flatMap((table, sheet) =>
    table.rows.map(({ row, cells }) => ({
      sheet,
      row,
      cells: labels.map((label) =>
        dayFromSerial(label, cells[table.labels.indexOf(label)] ?? '').slice(0, MAX_CELL),
      ),
    })),
  );
  return {
    sheets,
    columns: labels.map((label, index) => ({ label, samples: samplesOf(rows, index) })),
    mapping: kind.guess(labels),
    rows,
    remarks,
  };
}

const filledLabels = (labels: readonly string[]): string[] =>
  labels.filter((label) => label !== '');

function samplesOf(rows: readonly StagedRow[], column: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[column] ?? '';
    if (cell !== '') samples.add(cell.slice(0, 30));
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}
