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
