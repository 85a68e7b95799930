import { AppError } from '../../../domain/errors';
import {
  type RosterImport,
  type RosterImportChunk,
  type RosterImportState,
  type RosterResult,
  StepRosterImport,
} from '../../../domain/roster/roster-import.schema';
import { viewOfImport } from '../../../domain/roster/view-import';
import { readChunk, readImport } from '../../api/roster/roster.store';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';
import { authorizeImport } from './authorize-import';

/** Longer than a call may run: after it, the call that held the import was killed. */
const LEASE_MS = 70_000;

/** A way through the chunks of an import, one a call. */
export interface Passage {
  /** The verb of its audit. */
  id: 'submit' | 'void';
  /** States it may begin in, and that of being under way. */
  from: readonly RosterImportState[];
  running: RosterImportState;
  /** What stands anew when it begins. */
  begin: Partial<RosterImport>;
  /** Asked before it begins; throws what stands against it. */
  refuse(item: RosterImport, now: Date): void;
  work(ctx: Maker, item: RosterImport, chunk: RosterImportChunk): Promise<RosterResult>;
  /** After the last chunk: what the import then is. */
  finish(ctx: Maker, item: RosterImport): Promise<Partial<RosterImport>>;
}

const MAX_LEFT = 50;

/** After a month nothing is left of an import but that it was. */
export function refuseCleared({ clearedOn }: Pick<RosterImport, 'clearedOn'>): void {
  if (!clearedOn) return;
  throw new AppError('badInput', { sentence: '这次导入的原始内容已经删去，请重新选择文件导入。' });
}

const sum = (a: RosterResult, b: RosterResult): RosterResult => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  same: a.same + b.same,
  takenBack: a.takenBack + b.takenBack,
  left: [...a.left, ...b.left].slice(0, MAX_LEFT),
  leftCount: a.leftCount + b.leftCount,
});

/**
 * The next chunk of an import. Whoever sends it twice, or after a kill, moves it on once: one call at
 * a time holds the import, each row knows whether it was done, and a chunk is counted when it ends.
 */
export async function stepImport(ctx: Maker, raw: unknown, passage: Passage) {
  const { importId } = StepRosterImport.parse(raw);
  const found = await readImport(importId);
  const why = authorizeImport(ctx, found);
  const held = await inTransaction(async (tx) => {
    const item = await tx.get<RosterImport>('rosterImports', importId);
    if (!item) throw new AppError('notFound');
    refuseCleared(item);
    const isRunning = item.state === passage.running;
    if (!isRunning && !passage.from.includes(item.state)) return { item, isMine: false };
    if (item.workingUntil && new Date(item.workingUntil) > ctx.now) return { item, isMine: false };
    passage.refuse(item, ctx.now);
    const workingUntil = new Date(ctx.now.getTime() + LEASE_MS);
    const mine: RosterImport = {
      ...item,
      ...(!isRunning && {
        ...changedStamps(item, ctx),
        ...passage.begin,
        state: passage.running,
        done: 0,
      }),
      workingUntil,
    };
    await tx.put('rosterImports', mine);
    if (!isRunning) {
      await tx.put(
        'audits',
        auditOf(ctx, {
          ...{ id: passage.id, action: 'rosterImport.record', why },
          ...{ collection: 'rosterImports', documentId: importId },
        }),
      );
    }
    return { item: mine, isMine: true };
  });
  if (!held.isMine) return viewOfImport(held.item, ctx.now);
  return viewOfImport(await workOn(ctx, held.item, passage), ctx.now);
}

async function workOn(ctx: Maker, item: RosterImport, passage: Passage): Promise<RosterImport> {
  const at = item.done;
  const chunk = at < item.chunks ? await readChunk(item._id, at) : null;
  // A check that was cut off half way has planned some chunks anew: it is looked at once more.
  if (chunk && chunk.planId !== item.planId) return backToColumns(item);
  const result = chunk && (await passage.work(ctx, item, chunk));
  const isLast = at + 1 >= item.chunks;
  const end = isLast ? await passage.finish(ctx, item) : {};
  return inTransaction(async (tx) => {
    const current = await tx.get<RosterImport>('rosterImports', item._id);
    if (!current) throw new AppError('notFound');
    // A call that was given up for killed has been overtaken.
    if (current.done !== at || current.state !== passage.running) return current;
    const after: RosterImport = {
      ...current,
      ...{ done: Math.min(at + 1, item.chunks), workingUntil: null },
      result: result ? sum(current.result, result) : current.result,
      ...end,
    };
    await tx.put('rosterImports', after);
    return after;
  });
}

/** Rows that are applied already are known by their stamps: applying begins anew and does none twice. */
function backToColumns({ _id }: RosterImport): Promise<RosterImport> {
  return inTransaction(async (tx) => {
    const current = await tx.get<RosterImport>('rosterImports', _id);
    if (!current) throw new AppError('notFound');
    const after: RosterImport = { ...current, state: 'staged', done: 0, workingUntil: null };
    await tx.put('rosterImports', after);
    return after;
  });
}
