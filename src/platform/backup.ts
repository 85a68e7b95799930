import { ApiError } from './batch';
import { callCloud } from './call';
import type { MadeFile } from './open-file';

/** How far a backup is; with its files once it is done. */
export interface BackupProgress {
  id: string;
  state: 'running' | 'done';
  documents: number;
  pictures: number;
  done: number;
  of: number;
  /** The records, then the pictures. */
  files: MadeFile[];
}

interface BackupRequest {
  backupId: string;
  reason: string;
  passphrase: string;
}

type Reply = { data: BackupProgress } | { error: ConstructorParameters<typeof ApiError>[0] };

async function step(name: 'begin' | 'continue', input: object): Promise<BackupProgress> {
  const reply = (await callCloud({ step: name, input }, 'backup')) as Reply;
  if ('error' in reply) throw new ApiError(reply.error);
  return reply.data;
}

/**
 * Has the whole school sealed into files. It takes as many calls as it needs; one that was cut off
 * goes on from where it was when it is asked for with the same id.
 *
 * @throws ApiError if the product refuses, CloudFailure if no answer came
 */
export async function makeBackup(
  { backupId, reason, passphrase }: BackupRequest,
  onProgress: (progress: BackupProgress) => void,
): Promise<BackupProgress> {
  let progress = await step('begin', { backupId, reason, passphrase });
  onProgress(progress);
  while (progress.state === 'running') {
    progress = await step('continue', { backupId, passphrase });
    onProgress(progress);
  }
  return progress;
}
