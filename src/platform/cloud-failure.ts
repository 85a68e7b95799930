/** What a phone may call. */
export type CloudFunction = 'api' | 'documents' | 'backup';

/** How a call to the cloud can fail before the product's own code answers. */
export type FailureKind = 'offline' | 'timeout' | 'busy' | 'failed';

const SENTENCES: Record<FailureKind, string> = {
  offline: '现在没有网络。内容已留在手机上，连上网络后再试一次。',
  timeout: '网络有点慢，还没有等到结果。请再试一次，不会重复保存。',
  busy: '现在使用的人多，请稍等几秒再试一次。',
  failed: '暂时连不上学校的服务，请稍后再试。',
};

/** No answer came back from the cloud. `code` is WeChat's, for the log. */
export class CloudFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly code: string,
  ) {
    super(SENTENCES[kind]);
    this.name = 'CloudFailure';
  }
}

/** Whether asking again may help, and is safe: every write carries its own id. */
export const isWorthRetrying = (error: unknown): boolean =>
  error instanceof CloudFailure && (error.kind === 'offline' || error.kind === 'timeout');

// WeChat cloud development, reference, error codes. A phone sees the function's own code quoted
// inside the message of a general one, so both places are read.
const TIMEOUT = new Set(['-404010', '-404012', '-501002', '-502011', '-504003', '-601008']);
const BUSY = new Set(['-501003', '-501004']);
const NO_NETWORK = /request:fail|network|net::|resolve host|interrupted|disconnect/i;

/**
 * @param errCode WeChat's number, -1 when it gives none
 * @param errMsg  WeChat's text, such as `cloud.callFunction:fail …`
 */
export function failureOf(errCode: number, errMsg: string): CloudFailure {
  const codes = [String(errCode), ...(errMsg.match(/-\d{6}/g) ?? [])];
  const code = codes.find((one) => one !== '-1') ?? '-1';
  if (codes.some((one) => TIMEOUT.has(one))) return new CloudFailure('timeout', code);
  if (codes.some((one) => BUSY.has(one))) return new CloudFailure('busy', code);
  if (/time(d )?-?out/i.test(errMsg)) return new CloudFailure('timeout', code);
  if (code === '-1' && NO_NETWORK.test(errMsg)) return new CloudFailure('offline', code);
  return new CloudFailure('failed', code);
}
