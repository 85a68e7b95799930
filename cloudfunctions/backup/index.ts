/**
 * A whole school as one sealed file, and back.
 *
 * A phone sends `{ schoolId?, step: 'begin' | 'continue', input }` and repeats `continue` until
 * `state` is `done`; the reply is `{ data }` or `{ error }`. The console of the cloud sends
 * `{ step: 'restore', input: { fileId, passphrase } }` and repeats it until `counts` is there, then the
 * same with `restorePictures` for each archive of pictures, until `done` is `of`.
 */
import { BeginBackup, ContinueBackup, RestoreBackup } from '../../domain/backup/backup.schema';
import { AppError } from '../../domain/errors';
import { id, z } from '../../domain/schema';
import { accessOf, admit } from '../kernel/access';
import { caller } from '../kernel/cloud';
import { identify } from '../kernel/identity';
import { presentError } from '../kernel/present-error';
import { beginBackup, continueBackup } from './make-backup';
import { restoreBackup } from './restore-backup';
import { restorePictures } from './restore-pictures';

const Event = z.object({
  schoolId: z.optional(id('学校')),
  step: z.enum(['begin', 'continue', 'restore', 'restorePictures']),
  input: z.unknown(),
});

async function answer(requestId: string, event: unknown) {
  const { schoolId, step, input } = Event.parse(event);
  if (step === 'restore' || step === 'restorePictures') {
    // A phone always has an openid; the console and tools never do (platform rule).
    if (caller().openid !== null) throw new AppError('notFound');
    const restore = step === 'restore' ? restoreBackup : restorePictures;
    return restore(RestoreBackup.parse(input));
  }
  const context = await identify(requestId, new Date(), schoolId);
  const admitted = admit(context, 'school.export');
  const ctx = { ...admitted, access: accessOf(admitted, 'school.export') };
  return step === 'begin'
    ? beginBackup(ctx, BeginBackup.parse(input))
    : continueBackup(ctx, ContinueBackup.parse(input));
}

export async function main(event: unknown, invocation: { request_id?: string }) {
  const requestId = invocation?.request_id ?? 'local';
  try {
    return { data: await answer(requestId, event) };
  } catch (error) {
    return { error: presentError(error, requestId, 'backup') };
  }
}
