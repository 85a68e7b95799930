import { AppError } from '../../../domain/errors';
import { IMPORT_KINDS, type ImportSubject } from '../../../domain/roster/import-subject';
import { MAX_FILE_BYTES } from '../../../domain/roster/roster-file';
import {
  chunkIdOf,
  NO_RESULT,
  PlanRosterImport,
  type RosterImport,
  type RosterImportChunk,
  uploadPathOf,
} from '../../../domain/roster/roster-import.schema';
import { type Staged, stageSheets } from '../../../domain/roster/stage-sheets';
import { viewOfImport } from '../../../domain/roster/view-import';
import { readImport } from '../../api/roster/roster.store';
import { auditOf } from '../../kernel/audit';
import { deleteFiles, readFile } from '../../kernel/cloud';
import { newStamps, SCHEMA_VERSION, writeOne } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';
import { FileRefused } from './archive';
import { authorizeImport } from './authorize-import';
import { inParallel } from './in-parallel';
import { openRosterFile } from './open-file';

const TOO_LARGE = `没有收到文件，或者文件超过 ${MAX_FILE_BYTES / 1024 / 1024} MB。请只留下花名册这一张表，再选一次。`;

/**
 * Read a file once into rows that wait: from then on no step needs the file, and it is taken out of
 * storage. Sent again, it answers with what was read the first time.
 */
export async function planImport(ctx: Maker, raw: unknown) {
  const { importId, fileId, fileName, subject = 'students' } = PlanRosterImport.parse(raw);
  const { school, now } = ctx;
  const before = await readImport(importId);
  const why = authorizeImport(ctx, { schoolId: before?.schoolId ?? school._id, subject });
  if (before) return viewOfImport(before, now);
  const own = [true, false].map((isCsv) => `/${uploadPathOf(school._id, importId, isCsv)}`);
  if (!own.some((path) => fileId.endsWith(path))) throw new AppError('notFound');
  const content = await readFile(fileId, MAX_FILE_BYTES);
  try {
    if (!content) throw new FileRefused(TOO_LARGE);
    const { sheets, remarks } = await openRosterFile(content, fileName);
    const staged = stageSheets(sheets, school.stageSystem, IMPORT_KINDS[subject]);
    if (typeof staged === 'string') throw new FileRefused(staged);
    const made = importOf(ctx, { importId, fileName, subject }, staged, remarks);
    await storeChunks(school._id, importId, staged, IMPORT_KINDS[subject].chunkRows);
    const stored = await inTransaction(async (tx) => {
      const other = await tx.get<RosterImport>('rosterImports', importId);
      if (other) return other;
      await tx.put('rosterImports', made);
      await tx.put(
        'audits',
        auditOf(ctx, {
          ...{ id: 'plan', action: 'rosterImport.record', why },
          ...{ collection: 'rosterImports', documentId: importId },
        }),
      );
      return made;
    });
    return viewOfImport(stored, now);
  } catch (error) {
    if (error instanceof FileRefused) throw new AppError('badInput', { sentence: error.message });
    throw error;
  } finally {
    await deleteFiles([fileId]);
  }
}

function importOf(
  ctx: Maker,
  { importId, fileName, subject }: { importId: string; fileName: string; subject: ImportSubject },
  staged: Staged,
  remarks: string[],
): RosterImport {
  return {
    _id: importId,
    ...newStamps(ctx),
    ...{ subject, fileName, state: 'staged', movesStudents: false },
    ...{ sheets: staged.sheets, columns: staged.columns },
    remarks: [...remarks, ...staged.remarks].slice(0, 20),
    mapping: staged.mapping,
    rows: staged.rows.length,
    chunks: Math.ceil(staged.rows.length / IMPORT_KINDS[subject].chunkRows),
    ...{ counts: null, planId: null, problemPages: 0, done: 0, result: NO_RESULT },
    ...{ workingUntil: null, appliedAt: null, lastWriteId: importId },
  };
}

/** The rows in chunks that a call can work through. */
async function storeChunks(
  schoolId: string,
  importId: string,
  { rows }: Staged,
  size: number,
): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(rows.length / size) }, (_, chunk) => chunk);
  await inParallel(chunks, (chunk) =>
    writeOne<RosterImportChunk>('rosterImportChunks', {
      _id: chunkIdOf(importId, chunk),
      ...{ schemaVersion: SCHEMA_VERSION, schoolId, importId, chunk },
      rows: rows.slice(chunk * size, (chunk + 1) * size),
      ...{ planId: null, students: [] },
    }),
  );
}
