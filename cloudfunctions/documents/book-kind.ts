import { randomUUID } from 'node:crypto';
import type { Action } from '../../domain/access/permissions';
import { AnyBook, type BookFormat } from '../../domain/book/book.schema';
import { type AuditedDeed, auditOf } from '../kernel/audit';
import { writeOne } from '../kernel/database';
import type { Book } from './book';
import type { DocumentKind, Maker } from './document-kind';

/** A book, and whose records are in it: what the audit says. */
export interface Pages {
  book: Book;
  of: Pick<AuditedDeed, 'collection' | 'documentId' | 'studentId' | 'why'>;
}

/** Loaded when asked for: a format that nobody prints costs no cold start. */
const WRITERS: Record<BookFormat, (book: Book) => Promise<Buffer>> = {
  docx: async (book) => (await import('./writers/docx')).writeDocx(book),
  pdf: async (book) => (await import('./writers/pdf')).writePdf(book),
  xlsx: async (book) => (await import('./writers/xlsx')).writeXlsx(book),
};

export const writeBook = (book: Book, format: BookFormat): Promise<Buffer> => WRITERS[format](book);

/**
 * A book as a kind of file: made from records by its page maker, audited, then written as Word,
 * PDF or Excel. Page makers read no sealed note, so none can be in a book.
 */
export const bookKind = (
  action: Action,
  makePages: (ctx: Maker, input: unknown) => Promise<Pages>,
): DocumentKind => ({
  action,
  async make(ctx, raw) {
    const { format, ...input } = AnyBook.parse(raw);
    const { book, of } = await makePages(ctx, input);
    await writeOne('audits', auditOf(ctx, { ...of, id: randomUUID(), action }));
    return { name: `${book.title}.${format}`, content: await writeBook(book, format) };
  },
});
