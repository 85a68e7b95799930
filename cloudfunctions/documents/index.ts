/**
 * Files in and out: Excel, Word, PDF. Their heavy libraries stay here, out of `api`.
 *
 * Event: `{ schoolId?, kind, input }`. Reply: `{ data: { fileId, name, url } }` or `{ error }`. The file
 * lies in storage under an unguessable path; a reply of a function may not exceed 1 MB.
 */
import { randomUUID } from 'node:crypto';
import { AppError } from '../../domain/errors';
import { id, z } from '../../domain/schema';
import { accessOf, admit } from '../kernel/access';
import { temporaryUrls, uploadFile } from '../kernel/cloud';
import { identify } from '../kernel/identity';
import { presentError } from '../kernel/present-error';
import { MAKERS } from './makers';

const Event = z.object({
  schoolId: z.optional(id('学校')),
  kind: z.string().check(z.maxLength(40)),
  input: z.unknown(),
});

export async function main(event: unknown, invocation: { request_id?: string }) {
  const requestId = invocation?.request_id ?? 'local';
  try {
    const { schoolId, kind, input } = Event.parse(event);
    const maker = Object.hasOwn(MAKERS, kind) ? MAKERS[kind] : undefined;
    if (!maker) throw new AppError('unknownProcedure');
    const context = await identify(requestId, new Date(), schoolId);
    const caller = admit(context, maker.action);
    const access = accessOf(caller, maker.action);
    const { name, content } = await maker.make({ ...caller, access }, input);
    if (!access.wasAsked()) throw new Error(`${kind} was made without asking for rights`);
    const path = `documents/${caller.school._id}/${randomUUID()}/${name}`;
    const fileId = await uploadFile(path, content);
    const [url = ''] = await temporaryUrls([fileId]);
    return { data: { fileId, name, url } };
  } catch (error) {
    return { error: presentError(error, requestId, 'documents') };
  }
}
