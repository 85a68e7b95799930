/**
 * Files in and out: Excel, Word, PDF. Their heavy libraries stay here, out of `api`.
 *
 * Event: `{ schoolId?, kind, input }`. A maker's reply is `{ data: { fileId, name, url } }`, the file
 * lying in storage under an unguessable path (a reply of a function may not exceed 1 MB); a reader's is
 * `{ data }`, a view of what it found; an archive's tells how far it is. Or `{ error }`.
 */
import { AppError } from '../../domain/errors';
import { id, z } from '../../domain/schema';
import { accessOf, admit } from '../kernel/access';
import { temporaryUrls } from '../kernel/cloud';
import { identify } from '../kernel/identity';
import { presentError } from '../kernel/present-error';
import { readingTogether } from '../kernel/read-together';
import { ARCHIVES } from './archives';
import type { DocumentKind, Maker } from './document-kind';
import { keepFile } from './keep-file';
import { MAKERS } from './makers';
import { READERS } from './readers';

const Event = z.object({
  schoolId: z.optional(id('学校')),
  kind: z.string().check(z.maxLength(40)),
  input: z.unknown(),
});

const rowOf = <T>(table: Readonly<Record<string, T>>, kind: string): T | undefined =>
  Object.hasOwn(table, kind) ? table[kind] : undefined;

/** The file, made and stored; it is stored only if rights were asked. */
async function store(ctx: Maker, maker: DocumentKind, input: unknown) {
  const { name, content } = await maker.make(ctx, input);
  if (!ctx.access.wasAsked()) throw new Error(`${name} was made without asking for rights`);
  const fileId = await keepFile(ctx, name, content);
  const [url = ''] = await temporaryUrls([fileId]);
  return { fileId, name, url };
}

export async function main(event: unknown, invocation: { request_id?: string }) {
  const requestId = invocation?.request_id ?? 'local';
  try {
    const { schoolId, kind, input } = Event.parse(event);
    const maker = rowOf(MAKERS, kind);
    const reader = rowOf(READERS, kind);
    const archive = rowOf(ARCHIVES, kind);
    const action = (maker ?? reader ?? archive)?.action;
    if (!action) throw new AppError('unknownProcedure');
    const context = await identify(requestId, new Date(), schoolId);
    const caller = admit(context, action);
    const access = accessOf(caller, action);
    const ctx = { ...caller, access };
    const hook = { collection: 'members', id: caller.member._id } as const;
    // A file that comes in is read chunk by chunk, each larger than a question.
    const data = reader
      ? await reader.read(ctx, input)
      : await readingTogether(hook, async () =>
          maker ? store(ctx, maker, input) : archive?.step(ctx, input),
        );
    if (!access.wasAsked()) throw new Error(`${kind} answered without asking for rights`);
    return { data };
  } catch (error) {
    return { error: presentError(error, requestId, 'documents') };
  }
}
