import { CloudFailure, type CloudFunction, failureOf } from './cloud-failure';

/** WeChat sets no limit of its own that is written down. A file may take a function's whole minute. */
const TIMEOUT_MS: Record<CloudFunction, number> = {
  api: 20_000,
  documents: 60_000,
  backup: 60_000,
};

wx.cloud.init({ traceUser: false });

/**
 * Calls a cloud function as the person who is signed in to WeChat.
 *
 * @param event plain JSON, at most 100 KB
 * @throws CloudFailure
 */
export async function callCloud(
  event: Record<string, unknown>,
  name: CloudFunction = 'api',
): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CloudFailure('timeout', 'own')), TIMEOUT_MS[name]);
  });
  const call = wx.cloud.callFunction({ name, data: event }).then(
    ({ result }) => result as unknown,
    ({ errCode = -1, errMsg = '' }: { errCode?: number; errMsg?: string }) => {
      throw failureOf(errCode, errMsg);
    },
  );
  try {
    return await Promise.race([call, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
