/** Why a function call did not return, as each of its two kinds of caller hears of it. */
export class CallFailure extends Error {
  constructor(
    /** What `wx.cloud.callFunction` rejects with, e.g. -504002. */
    readonly errCode: number,
    /** What the SDK receives when a function called a function. */
    readonly wireCode: string,
    /** The server's text, without the client's wrapping. */
    readonly detail: string,
  ) {
    super(
      `cloud.callFunction:fail Error: errCode: ${errCode} ${NAMES[errCode] ?? ''} | errMsg: ${detail}`,
    );
    this.name = 'CallFailure';
  }

  get errMsg(): string {
    return this.message;
  }
}

const NAMES: Record<number, string> = {
  [-501007]: 'invalid parameters',
  [-501023]: 'permission denied',
  [-504002]: 'functions execute fail',
  [-604001]: 'cloudfunction result size exceed limit (1MB)',
};

export const unauthenticated = () =>
  new CallFailure(-501023, 'INVALID_REQUEST_SOURCE', 'the caller is not signed in: no openid');

export const functionMissing = () =>
  new CallFailure(-501000, 'FUNCTIONS_REQUEST_FAIL', 'FunctionName parameter could not be found.');

export const eventTooLarge = (bytes: number) =>
  new CallFailure(
    -501007,
    'INVALID_PARAM',
    `the event has ${bytes} bytes, more than the 102400 that a call may carry`,
  );

export const resultTooLarge = (bytes: number) =>
  new CallFailure(
    -604001,
    'FUNCTIONS_EXECUTE_FAIL',
    `the result has ${bytes} bytes, more than the 1048576 that a call may return`,
  );

export const executionFailed = (text: string) =>
  new CallFailure(-504002, 'FUNCTIONS_EXECUTE_FAIL', text);

/** -504003 with this sentence is what clients report from the real cloud. */
export const timedOut = (seconds: number) =>
  new CallFailure(
    -504003,
    'FUNCTIONS_EXECUTE_FAIL',
    `Invoking task timed out after ${seconds} seconds`,
  );
