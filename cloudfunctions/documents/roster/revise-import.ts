import { classLabel } from '../../../domain/calendar/school-class';
import { termAt } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import { type PlanContext, planStudents } from '../../../domain/roster/plan-students';
import { CHUNK_ROWS, PROBLEM_PAGE, type RosterProblem } from '../../../domain/roster/roster-file';
import {
  chunkIdOf,
  ReviseRosterImport,
  type RosterImport,
  type RosterImportChunk,
  type RosterProblemPage,
} from '../../../domain/roster/roster-import.schema';
import { viewOfImport } from '../../../domain/roster/view-import';
import { readChunk, readImport, readKnownStudents } from '../../api/roster/roster.store';
import { readClasses } from '../../api/roster.store';
import { changedStamps, SCHEMA_VERSION, writeOne } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';
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
  ctx.access.authorize(before && { schoolId: before.schoolId });
  if (!before) throw new Error('authorized without an import');
  if (before.lastWriteId === writeId) return viewOfImport(before, ctx.now);
  refuseUnlessOpen(before, rev, ctx.now);
  const wanted = { ...before, mapping, movesStudents };
  refuseIncomplete(wanted);
  const chunks = await inParallel(chunksOf(before), (chunk) => readChunk(importId, chunk));
  const rows = chunks.flatMap((chunk) => chunk?.rows ?? []);
  const plan = planStudents(rows, await contextOf(ctx, wanted));

  await inParallel(chunks, async (chunk) => {
    if (!chunk) return;
    const from = chunk.chunk * CHUNK_ROWS;
    const students = plan.students.filter(({ at }) => at >= from && at < from + CHUNK_ROWS);
    await writeOne<RosterImportChunk>('rosterImportChunks', {
      ...chunk,
      ...{ planId: writeId, students },
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

function refuseIncomplete({ columns, mapping, sheets }: RosterImport): void {
  const refuse = (sentence: string) => {
    throw new AppError('badInput', { sentence });
  };
  if (mapping.length !== columns.length) refuse('请给每一列选一个用途。');
  if (!mapping.includes('name')) refuse('请指明哪一列是姓名。');
  if (!mapping.includes('className') && sheets.some(({ classHint }) => classHint === '')) {
    refuse('请指明哪一列是班级；也可以把每张表的名字改成班级，再导入一次。');
  }
  const single = ['name', 'sex', 'studentNumber', 'grade', 'className'] as const;
  const twice = single.find((one) => mapping.filter((field) => field === one).length > 1);
  if (twice) refuse('有两列选了同一个用途，请改成一列。');
}

async function contextOf(ctx: Maker, item: RosterImport): Promise<PlanContext> {
  const { school, today } = ctx;
  const classes = await readClasses(school._id, 'everything');
  const known = await readKnownStudents(
    school._id,
    classes.map(({ _id }) => _id),
  );
  const schoolYear = termAt(school.terms, today)?.schoolYear ?? Number(today.slice(0, 4));
  const byId = new Map(classes.map((one) => [one._id, one]));
  return {
    ...{ importId: item._id, known, movesStudents: item.movesStudents },
    ...{ sheets: item.sheets, columns: item.columns, mapping: item.mapping },
    names: {
      classes: classes.map(({ _id, entryYear, stage, number }) => ({
        ...{ id: _id, entryYear, stage, number },
      })),
      schoolYear,
      system: school.stageSystem,
    },
    labelOf: (classId) => {
      const found = byId.get(classId);
      return found ? classLabel(found, schoolYear, school.stageSystem) : '别的班';
    },
  };
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
