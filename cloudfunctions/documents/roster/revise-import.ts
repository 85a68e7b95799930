import { AppError } from '../../../domain/errors';
import { IMPORT_KINDS } from '../../../domain/roster/import-subject';
import { PROBLEM_PAGE, type RosterProblem } from '../../../domain/roster/roster-file';
import {
  chunkIdOf,
  ReviseRosterImport,
  type RosterImport,
  type RosterImportChunk,
  type RosterProblemPage,
  subjectOf,
} from '../../../domain/roster/roster-import.schema';
import { viewOfImport } from '../../../domain/roster/view-import';
import { readChunk, readImport } from '../../api/roster/roster.store';
import { changedStamps, SCHEMA_VERSION, writeOne } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';
import { authorizeImport } from './authorize-import';
import { IMPORT_DEEDS } from './import-deeds';
import { refuseCleared } from './import-step';
import { inParallel } from './in-parallel';

const chunksOf = ({ chunks }: Pick<RosterImport, 'chunks'>) =>
  Array.from({ length: chunks }, (_, chunk) => chunk);

/**
 * Understand the rows with the columns as a person has named them, against the school as it is now.
 * Nothing of the school is changed; the plan lies beside the rows until it is applied.
 */
export async function reviseImport(ctx: Maker, raw: unknown) {
  const { importId, rev, writeId, mapping, movesStudents } = ReviseRosterImport.parse(raw);
  const before = await readImport(importId);
  authorizeImport(ctx, before);
  if (!before) throw new Error('authorized without an import');
  if (before.lastWriteId === writeId) return viewOfImport(before, ctx.now);
  refuseUnlessOpen(before, rev, ctx.now);
  const wanted = { ...before, mapping, movesStudents };
  refuseIncomplete(wanted);
  const chunks = await inParallel(chunksOf(before), (chunk) => readChunk(importId, chunk));
  const rows = chunks.flatMap((chunk) => chunk?.rows ?? []);
  const plan = await IMPORT_DEEDS[subjectOf(before)].plan(ctx, wanted, rows);
  const size = IMPORT_KINDS[subjectOf(before)].chunkRows;

  await inParallel(chunks, async (chunk) => {
    if (!chunk) return;
    const from = chunk.chunk * size;
    await writeOne<RosterImportChunk>('rosterImportChunks', {
      ...chunk,
      ...{ planId: writeId, ...plan.between(from, from + size) },
    });
  });
  const problemPages = await storeProblems(ctx.school._id, importId, plan.problems);
  const checked = await inTransaction(async (tx) => {
    const current = await tx.get<RosterImport>('rosterImports', importId);
    if (!current || current.lastWriteId === writeId) return current ?? before;
    refuseUnlessOpen(current, rev, ctx.now);
    const after: RosterImport = {
      ...current,
      ...changedStamps(current, ctx),
      ...{ state: 'checked', mapping, movesStudents, counts: plan.counts },
      ...{ planId: writeId, problemPages, lastWriteId: writeId },
    };
    await tx.put('rosterImports', after);
    return after;
  });
  return viewOfImport(checked, ctx.now);
}

function refuseUnlessOpen(item: RosterImport, rev: number, now: Date): void {
  refuseCleared(item);
  if (item.state !== 'staged' && item.state !== 'checked') {
    throw new AppError('badInput', { sentence: '这次导入已经开始，不能再改栏目。' });
  }
  if (item.rev !== rev) throw new AppError('stale', { data: viewOfImport(item, now) });
}

function refuseIncomplete(item: RosterImport): void {
  const { columns, mapping } = item;
  const { fields } = IMPORT_KINDS[subjectOf(item)];
  const isWhole = mapping.length === columns.length && mapping.every((field) => field in fields);
  const sentence = isWhole ? IMPORT_DEEDS[subjectOf(item)].refuse(item) : '请给每一列选一个用途。';
  if (sentence !== null) throw new AppError('badInput', { sentence });
}

/** In pages that a phone reads one by one. @returns how many */
async function storeProblems(
  schoolId: string,
  importId: string,
  problems: readonly RosterProblem[],
): Promise<number> {
  // What stops a row is read first.
  const sorted = [...problems].sort((a, b) => Number(b.isStop) - Number(a.isStop));
  const pages = Array.from({ length: Math.ceil(sorted.length / PROBLEM_PAGE) }, (_, page) => page);
  await inParallel(pages, (page) =>
    writeOne<RosterProblemPage>('rosterProblems', {
      _id: chunkIdOf(importId, page),
      ...{ schemaVersion: SCHEMA_VERSION, schoolId, importId, page },
      problems: sorted.slice(page * PROBLEM_PAGE, (page + 1) * PROBLEM_PAGE),
    }),
  );
  return pages.length;
}
