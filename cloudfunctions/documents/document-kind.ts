import type { Action } from '../../domain/access/permissions';
import type { Access } from '../kernel/access';
import type { Identified } from '../kernel/identity';

export type Maker = Identified & { access: Access };

/** A kind of file: its row of the permission table, and how it is made. */
export interface DocumentKind {
  action: Action;
  /** Parses its own input, asks for rights, and answers with the file. */
  make(ctx: Maker, input: unknown): Promise<{ name: string; content: Buffer }>;
}

/** A file that comes in: its row of the permission table, and a step of reading it. */
export interface DocumentReader {
  action: Action;
  /** Parses its own input, asks for rights, and answers with a view, never with content of a file. */
  read(ctx: Maker, input: unknown): Promise<object>;
}

/** A file that takes several calls: its row of the permission table, and one step towards it. */
export interface DocumentArchive {
  action: Action;
  /** Parses its own input, asks for rights, and answers how far it is, with the file at the end. */
  step(ctx: Maker, input: unknown): Promise<object>;
}
