import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { id, type Stored } from '../schema';
import { BOOK_FORMATS, type BookFormat } from './book.schema';

/** The ledgers of many classes in one file, made a few classes a call: it can go on where it stopped. */
export interface LedgerArchive extends Stored {
  termId: string;
  format: BookFormat;
  /** As they were when it was begun, in the order of the roster. */
  classIds: string[];
  /** How many of them lie in the parts. */
  done: number;
  /** Files that wait to be put together; empty once they are. */
  partIds: string[];
  /** The whole, once it is there. */
  fileId: string | null;
  name: string;
  /** Its files are deleted on this day: after it, it is begun anew. */
  endsOn: Day;
}

/** How many ledgers one call makes: well within a function's minute, on a slow machine too. */
export const LEDGERS_A_CALL: Record<BookFormat, number> = { docx: 5, xlsx: 5, pdf: 2 };

export const MakeLedgerArchive = z.strictObject({
  /** Made by the phone; the same again goes on with it. */
  archiveId: id('归档'),
  termId: id('学期'),
  format: z.enum(Object.keys(BOOK_FORMATS) as [BookFormat, ...BookFormat[]], {
    error: '请选 Word、PDF 或 Excel。',
  }),
});
