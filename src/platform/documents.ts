import { ApiError } from './batch';
import { callCloud } from './call';
import { fetchFile, type LocalFile, type MadeFile, openFile } from './open-file';

type Reply = { data: MadeFile } | { error: ConstructorParameters<typeof ApiError>[0] };

async function make(kind: string, input: unknown): Promise<MadeFile> {
  const reply = (await callCloud({ kind, input }, 'documents')) as Reply;
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
  openFile(await make(kind, input));

/** The same, made ready to be sent to a chat by the tap that follows (`sendFile`). */
export const fetchDocument = async (kind: string, input: unknown): Promise<LocalFile> =>
  fetchFile(await make(kind, input));
