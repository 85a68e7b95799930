import { ApiError } from './batch';
import { callCloud } from './call';
import { openFile } from './open-file';

type Reply =
  | { data: { fileId: string; name: string; url: string } }
  | { error: ConstructorParameters<typeof ApiError>[0] };

/**
 * Has a file made in the cloud and opens it: on the phone by WeChat, in a browser as a download.
 *
 * @param kind a row of `cloudfunctions/documents/makers.ts`
 * @throws ApiError if the product refuses, CloudFailure if no answer came
 */
export async function openDocument(kind: string, input: unknown): Promise<void> {
  const reply = (await callCloud({ kind, input }, 'documents')) as Reply;
  if ('error' in reply) throw new ApiError(reply.error);
  await openFile(reply.data);
}
