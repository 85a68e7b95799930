import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { BookFormat } from '../../../domain/book/book.schema';
import {
  LEDGERS_A_CALL,
  type LedgerArchive,
  MakeLedgerArchive,
} from '../../../domain/book/ledger-archive.schema';
import { addDays } from '../../../domain/calendar/day';
import { classLabel } from '../../../domain/calendar/school-class';
import { type Term, termLabel } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { DAYS_KEPT } from '../../../domain/school/leftovers';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { readArchive } from '../../api/book/book.store';
import { readEntriesOfClass, readLedger } from '../../api/class-ledger/class-ledger.store';
import { readClasses, readClassStudents, subjectOfClass } from '../../api/roster.store';
import { auditOf } from '../../kernel/audit';
import { deleteFiles, readFile, temporaryUrls } from '../../kernel/cloud';
import { newStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import { writeBook } from '../book-kind';
import type { Maker } from '../document-kind';
import { keepFile } from '../keep-file';
import { classLedgerBook } from './class-ledger-book';

/** A few ledgers; a PDF with many letters is the largest. */
const MAX_PART_BYTES = 20_000_000;

/** Documents of Word and Excel are compressed already, and so are the pages of a PDF. */
const AS_THEY_ARE = { level: 0 } as const;

async function begin(
  ctx: Maker,
  { archiveId, termId, format }: z.infer<typeof MakeLedgerArchive>,
  term: Term,
  classes: readonly SchoolClass[],
): Promise<LedgerArchive> {
  const why = ctx.access.authorize(subjectOfClass(classes[0] ?? null));
  const archive: LedgerArchive = {
    _id: archiveId,
    ...newStamps(ctx),
    termId,
    format,
    classIds: classes.map(({ _id }) => _id),
    done: 0,
    partIds: [],
    fileId: null,
    name: `${ctx.school.name}${termLabel(term)}学情台账.zip`,
    endsOn: addDays(ctx.today, DAYS_KEPT),
  };
  await inTransaction(async (tx) => {
    await tx.put('ledgerArchives', archive);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: archiveId,
        action: 'ledgerArchive.export',
        collection: 'ledgerArchives',
        documentId: termId,
        why,
      }),
    );
  });
  return archive;
}

async function ledgerFile(
  { school }: Maker,
  term: Term,
  schoolClass: SchoolClass,
  format: BookFormat,
) {
  const classId = schoolClass._id;
  const [ledger, roster, entries] = await Promise.all([
    readLedger(term.id, classId),
    readClassStudents(school._id, classId),
    readEntriesOfClass(school._id, classId, [term.id]),
  ]);
  const book = classLedgerBook({
    schoolName: school.name,
    classLabel: classLabel(schoolClass, term.schoolYear, school.stageSystem),
    term,
    schoolClass,
    ledger,
    roster,
    entries,
    categories: school.ledgerCategories,
  });
  return { name: `${book.title}.${format}`, content: await writeBook(book, format) };
}

/** Make the next few ledgers, and lay them down as one part. */
async function makePart(
  ctx: Maker,
  archive: LedgerArchive,
  term: Term,
  classes: readonly SchoolClass[],
): Promise<Partial<LedgerArchive>> {
  const { classIds, done, partIds, format } = archive;
  const next = classIds.slice(done, done + LEDGERS_A_CALL[format]);
  let files: Zippable = {};
  for (const [index, classId] of next.entries()) {
    const schoolClass = classes.find(({ _id }) => _id === classId);
    if (!schoolClass) throw new Error('a class of the archive is out of reach');
    const { name: file, content } = await ledgerFile(ctx, term, schoolClass, format);
    // Two campuses may call a class the same: its place in the archive tells them apart.
    const place = String(done + index + 1).padStart(2, '0');
    files = { ...files, [`${place} ${file}`]: new Uint8Array(content) };
  }
  const partId = await keepFile(ctx, 'part.zip', Buffer.from(zipSync(files, AS_THEY_ARE)));
  return { done: done + next.length, partIds: [...partIds, partId] };
}

/** Put the parts together. */
async function putTogether(ctx: Maker, { partIds, name }: LedgerArchive) {
  const parts = await Promise.all(partIds.map((partId) => readFile(partId, MAX_PART_BYTES)));
  const files: Zippable = Object.assign(
    {},
    ...parts.map((part) => {
      if (!part) throw new AppError('badInput', { sentence: '做好的部分已经过期，请重新打包。' });
      return unzipSync(part);
    }),
  );
  const fileId = await keepFile(ctx, name, Buffer.from(zipSync(files, AS_THEY_ARE)));
  return { fileId, partIds: [] };
}

/** Store what a call has made, unless another call of the same person was quicker. */
const advance = (before: LedgerArchive, change: Partial<LedgerArchive>): Promise<LedgerArchive> =>
  inTransaction(async (tx) => {
    const standing = await tx.get<LedgerArchive>('ledgerArchives', before._id);
    if (!standing || standing.done !== before.done || standing.fileId) return standing ?? before;
    const after = { ...standing, ...change };
    await tx.put('ledgerArchives', after);
    return after;
  });

async function present({ _id, done, classIds, fileId, name }: LedgerArchive) {
  const [url = ''] = fileId ? await temporaryUrls([fileId]) : [];
  return { id: _id, done, of: classIds.length, file: fileId && { fileId, name, url } };
}

/**
 * One step towards the ledgers of a whole school in one file: the phone calls again with the same id
 * until the file is there, and may go on tomorrow where it stopped today.
 */
export async function stepLedgerArchive(ctx: Maker, raw: unknown) {
  const input = MakeLedgerArchive.parse(raw);
  const { school, member, access } = ctx;
  const term = school.terms.find(({ id }) => id === input.termId);
  if (!term) throw new AppError('notFound');
  const [found, classes] = await Promise.all([
    readArchive(input.archiveId),
    readClasses(school._id, access.filter()),
  ]);
  const isOwn = found?.createdBy === member._id && found.schoolId === school._id;
  if (found && !isOwn) throw new AppError('notFound');
  const archive = found ?? (await begin(ctx, input, term, classes));
  // Whoever lost a class since does not take it home.
  const reach = new Set(classes.map(({ _id }) => _id));
  if (archive.classIds.some((classId) => !reach.has(classId))) throw new AppError('notFound');
  if (archive.fileId) return present(archive);
  if (archive.done < archive.classIds.length) {
    return present(await advance(archive, await makePart(ctx, archive, term, classes)));
  }
  const whole = await advance(archive, await putTogether(ctx, archive));
  // Only now: a call that ends before this line can be repeated from its parts.
  await deleteFiles(archive.partIds);
  return present(whole);
}
