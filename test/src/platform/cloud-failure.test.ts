import { CloudFailure, failureOf, isWorthRetrying } from '../../../src/platform/cloud-failure';

describe('what a failed call means', () => {
  // Texts as WeChat's phone hands them over; its own code is general, the cloud's stands inside.
  test.each([
    ['timeout', -404012, 'cloud.callFunction:fail polling exceed max retries'],
    ['timeout', -404011, 'fail -504003 Invoking task timed out after 3 seconds'],
    ['timeout', -1, 'cloud.callFunction:fail timeout'],
    ['timeout', -601008, 'system error: error code: -601008'],
    ['busy', -404011, 'fail cloud function service error code -501004, concurrency exceeded'],
    ['busy', -501003, 'quota exceeded'],
    ['offline', -1, 'cloud.callFunction:fail request:fail errcode:-118 net::ERR_CONNECTION'],
    ['offline', -1, 'cloud.callFunction:fail Unable to resolve host'],
    ['failed', -404011, 'fail -504002 functions execute fail'],
    ['failed', -604001, 'response too large'],
    ['failed', -1, 'cloud.callFunction:fail'],
  ])('%s for %i: %s', (kind, errCode, errMsg) => {
    expect(failureOf(errCode, errMsg).kind).toBe(kind);
  });

  test('only what may pass is asked again', () => {
    const worth = (['offline', 'timeout', 'busy', 'failed'] as const).filter((kind) =>
      isWorthRetrying(new CloudFailure(kind, '-1')),
    );
    expect(worth).toEqual(['offline', 'timeout']);
    expect(isWorthRetrying(new Error('a fault of our own'))).toBe(false);
  });
});
