import { CloudFailure, type CloudFunction, failureOf } from './cloud-failure';
import { person } from './person';

/** A file may take a function's whole minute. */
const TIMEOUT_MS: Record<CloudFunction, number> = {
  api: 20_000,
  documents: 60_000,
  backup: 60_000,
};

interface Answer {
  result?: unknown;
  errCode?: number;
  errMsg?: string;
}

/**
 * Calls a function of the local cloud as the person of this tab.
 *
 * @param event plain JSON, at most 100 KB
 * @throws CloudFailure
 */
export async function callCloud(
  event: Record<string, unknown>,
  name: CloudFunction = 'api',
): Promise<unknown> {
  const { result, errCode, errMsg } = await post(event, name);
  if (errCode) throw failureOf(errCode, errMsg ?? '');
  return result;
}

async function post(event: Record<string, unknown>, name: CloudFunction): Promise<Answer> {
  try {
    const response = await fetch(`/functions/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': person() },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(TIMEOUT_MS[name]),
    });
    return (await response.json()) as Answer;
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    throw new CloudFailure(isTimeout ? 'timeout' : 'offline', String(error));
  }
}
