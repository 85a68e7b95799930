import { ApiError } from './batch';
import { callCloud } from './call';
import { fetchFile, type LocalFile, type MadeFile, openFile } from './open-file';

type Reply<T> = { data: T } | { error: ConstructorParameters<typeof ApiError>[0] };

/**
 * One call of the function `documents`.
 *
 * @param kind a row of one of its tables (`makers.ts`, `archives.ts`, `readers.ts`)
 * @throws ApiError if the product refuses, CloudFailure if no answer came
 */
export async function askDocuments<T>(kind: string, input: unknown): Promise<T> {
  const reply = (await callCloud({ kind, input }, 'documents')) as Reply<T>;
  if ('error' in reply) throw new ApiError(reply.error);
  return reply.data;
}

/**
 * Has a file made in the cloud and opens it: on the phone by WeChat, in a browser as a download.
 *
 * @param kind a row of `cloudfunctions/documents/makers.ts`
 * @throws ApiError if the product refuses, CloudFailure if no answer came
 */
export const openDocument = async (kind: string, input: unknown): Promise<void> =>
  openFile(await askDocuments<MadeFile>(kind, input));

/** The same, made ready to be sent to a chat by the tap that follows (`sendFile`). */
export const fetchDocument = async (kind: string, input: unknown): Promise<LocalFile> =>
  fetchFile(await askDocuments<MadeFile>(kind, input));

/** How far a file is that takes several calls. */
export interface ArchiveStep {
  done: number;
  of: number;
  file: MadeFile | null;
}

/**
 * One step towards a file that takes several calls.
 *
 * @param kind a row of `cloudfunctions/documents/archives.ts`
 * @throws ApiError if the product refuses, CloudFailure if no answer came; it can be asked again
 */
export const stepArchive = (kind: string, input: unknown): Promise<ArchiveStep> =>
  askDocuments<ArchiveStep>(kind, input);
