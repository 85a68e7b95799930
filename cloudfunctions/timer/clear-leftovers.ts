import type { Backup } from '../../domain/backup/backup.schema';
import type { MadeFile } from '../../domain/book/made-file.schema';
import { type Day, dayOf } from '../../domain/calendar/day';
import { chunkIdOf, type RosterImport } from '../../domain/roster/roster-import.schema';
import { LEFTOVER_KINDS, type LeftoverKind } from '../../domain/school/leftovers';
import type { School } from '../../domain/school/school.schema';
import { LEFT, readLeftovers } from '../api/retention/leftovers.store';
import { deleteFiles } from '../kernel/cloud';
import { readMany, removeMany, writeOne } from '../kernel/database';

const MAX_SCHOOLS = 100;
/** What one night clears in a collection; the next night goes on. A day makes fewer. */
const A_NIGHT = 500;
/** An import is many documents. */
const IMPORTS_A_NIGHT = 5;

/** Some rows name files of storage: a made file its own, a backup that was given up its parts. */
type Row = Pick<MadeFile, '_id'> & Partial<Pick<MadeFile, 'fileId'> & Pick<Backup, 'parts'>>;

/** Rows, and the files they name, in a few requests whatever their number. */
async function clearRows(schoolId: string, kind: LeftoverKind, today: Day): Promise<number> {
  let cleared = 0;
  for (const held of LEFT[kind]) {
    const { collection } = held;
    const options = { limit: A_NIGHT, fields: ['fileId', 'parts'] };
    const due = await readLeftovers<Row>(schoolId, kind, held, today, options);
    // First the files: a row that is left over finds its file gone, a file without a row nobody finds.
    await deleteFiles(
      due.flatMap(({ fileId, parts = [] }) =>
        [fileId ?? [], ...parts.map((part) => part.fileId)].flat(),
      ),
    );
    await removeMany(
      collection,
      due.map(({ _id }) => _id),
    );
    cleared += due.length;
  }
  return cleared;
}

/** The rows of imports and what was wrong with them; who imported how many stays. */
async function clearImports(schoolId: string, today: Day): Promise<number> {
  const [held] = LEFT.rosterImport;
  if (!held) return 0;
  const options = { limit: IMPORTS_A_NIGHT };
  const due = await readLeftovers<RosterImport>(schoolId, 'rosterImport', held, today, options);
  for (const item of due) {
    const { _id, chunks, problemPages, columns, result } = item;
    const parts = (count: number) => Array.from({ length: count }, (_, n) => chunkIdOf(_id, n));
    await removeMany('rosterImportChunks', parts(chunks));
    await removeMany('rosterProblems', parts(problemPages));
    await writeOne<RosterImport>('rosterImports', {
      ...item,
      columns: columns.map((column) => ({ ...column, samples: [] })),
      result: { ...result, left: [] },
      clearedOn: today,
    });
  }
  return due.length;
}

/** Clear away what nobody needs any more, whatever a school sets (`LEFTOVERS`). */
export async function clearLeftovers(now: Date): Promise<Record<string, number>> {
  const today = dayOf(now);
  const schools = await readMany<School>('schools', { where: {}, limit: MAX_SCHOOLS });
  const report: Record<string, number> = {};
  for (const { _id } of schools) {
    for (const kind of LEFTOVER_KINDS) {
      const cleared =
        kind === 'rosterImport'
          ? await clearImports(_id, today)
          : await clearRows(_id, kind, today);
      report[kind] = (report[kind] ?? 0) + cleared;
    }
  }
  return report;
}
