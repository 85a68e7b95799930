import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestCloud, type TestCloud } from '../test-cloud';

let started: TestCloud;
const cloud = () => started.cloud;
const faulty = (fault: string, more: object = {}) =>
  cloud().callFunction('faulty', { fault, ...more }, 'teacher');

beforeAll(async () => {
  started = await startTestCloud({
    env: 'school-1',
    variables: { faulty: { SECRET_OF_FAULTY: 'kept' } },
  });
});
afterAll(() => started.end());

describe('who calls', () => {
  it('is told to the function by getWXContext and event.userInfo', async () => {
    const { result } = await cloud().callFunction<{ event: object; context: object }>(
      'echo',
      { a: 1, userInfo: { openId: 'forged' } },
      'teacher',
    );
    expect(result).toMatchObject({
      event: { a: 1, userInfo: { appId: 'touristappid', openId: 'teacher' } },
      context: {
        OPENID: 'teacher',
        APPID: 'touristappid',
        ENV: 'school-1',
        SOURCE: 'wx_client',
      },
    });
  });

  it('is nobody when the developer tools call, even on an instance that served somebody', async () => {
    await cloud().callFunction('echo', {}, 'teacher');
    const { result } = await cloud().testFunction<{ context: { OPENID?: string } }>('echo', {});
    expect(result.context).not.toHaveProperty('OPENID');
    expect(result.context).toMatchObject({ SOURCE: 'wx_devtools' });
  });

  it('stays the same person when a function calls a function', async () => {
    const { result } = await cloud().callFunction(
      'relay',
      { name: 'relay', data: { name: 'echo', data: { deep: true } } },
      'parent',
    );
    expect(result).toMatchObject({
      result: {
        result: {
          event: { deep: true },
          context: { OPENID: 'parent', SOURCE: 'wx_client,scf,scf' },
        },
      },
    });
  });

  it('is never another person, however many call at once', async () => {
    const people = Array.from({ length: 60 }, (_, index) => `person-${index}`);
    const answers = await Promise.all(
      people.map((openid) => cloud().callFunction('faulty', { fault: 'sleep', ms: 5 }, openid)),
    );
    expect(answers.map(({ result }) => result)).toEqual(people);
  });
});

describe('a function that goes wrong', () => {
  it('by throwing gives the caller the text of its error', async () => {
    await expect(faulty('throw')).rejects.toMatchObject({
      errCode: -504002,
      errMsg: expect.stringMatching(
        /^cloud\.callFunction:fail Error: errCode: -504002 functions execute fail \| errMsg: TypeError: broken on purpose/,
      ),
    });
  });

  it('by leaving the process takes only its own instance along', async () => {
    await expect(faulty('exit')).rejects.toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('process exited unexpectedly (code 3)'),
    });
    await expect(faulty('nothing')).resolves.toMatchObject({ result: null });
  });

  it.each(['hang', 'never'])('by never returning (%s) is stopped at its timeout', async (fault) => {
    const [hung, other] = await Promise.allSettled([
      faulty(fault),
      cloud().callFunction('echo', {}, 'teacher'),
    ]);
    expect(hung).toMatchObject({
      status: 'rejected',
      reason: {
        errCode: -504003,
        errMsg: expect.stringContaining('Invoking task timed out after 1 seconds'),
      },
    });
    expect(other.status).toBe('fulfilled');
  });

  it('by taking all memory dies alone', async () => {
    await expect(faulty('memory')).rejects.toMatchObject({ errCode: expect.any(Number) });
    await expect(faulty('nothing')).resolves.toMatchObject({ result: null });
  });

  it.each(['lateRejection', 'lateThrow'])(
    'after its answer (%s) harms neither its caller nor the next one',
    async (fault) => {
      const leak = await faulty(fault, { after: 30 });
      expect(leak.result).toBe('answered before it');
      await expect(faulty('sleep', { ms: 100 })).resolves.toMatchObject({ result: 'teacher' });
      expect(leak.invocation.logs).toMatchObject([
        { level: 'error', text: expect.stringContaining('nobody') },
      ]);
    },
  );

  it('because its machine is taken away, ends in the middle of a call; the next starts anew', async () => {
    const running = faulty('sleep', { ms: 5_000 }).catch((error: object) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await cloud().functions.kill('faulty');
    expect(await running).toMatchObject({ errCode: -504002 });
    await expect(faulty('nothing')).resolves.toMatchObject({ result: null });
  });

  it('by a rejection that nobody catches while it runs fails, as it would in the cloud', async () => {
    await expect(faulty('strayRejection')).rejects.toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('stray'),
    });
  });

  it('reaches the function that called it as an error of the SDK', async () => {
    const { result } = await cloud().callFunction(
      'relay',
      { name: 'faulty', data: { fault: 'throw' } },
      'teacher',
    );
    // The SDK itself loses the errCode of a nested call; the code is what remains.
    expect(result).toEqual({
      errCode: -1,
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('broken on purpose'),
    });
  });
});

describe('limits', () => {
  it('lets an event of 100 KB through and refuses a larger one', async () => {
    const frame = JSON.stringify({ text: '' }).length;
    const text = (bytes: number) => ({ text: 'x'.repeat(bytes - frame) });
    await expect(cloud().callFunction('echo', text(102_400), 'teacher')).resolves.toBeDefined();
    await expect(cloud().callFunction('echo', text(102_401), 'teacher')).rejects.toMatchObject({
      errCode: -501007,
    });
  });

  it('refuses a result above 1 MB with -604001', async () => {
    await expect(faulty('bytes', { count: 1_048_574 })).resolves.toBeDefined();
    await expect(faulty('bytes', { count: 1_048_575 })).rejects.toMatchObject({ errCode: -604001 });
  });

  it('refuses a caller without an openid and a function that does not exist', async () => {
    await expect(cloud().callFunction('echo', {})).rejects.toMatchObject({ errCode: -501023 });
    for (const name of ['missing', '../echo', 'echo/../echo'])
      await expect(cloud().callFunction(name, {}, 'teacher')).rejects.toMatchObject({
        errCode: -501000,
        errMsg: expect.stringContaining('FunctionName parameter could not be found'),
      });
  });

  it('makes calls wait when every instance is busy, and loses none', async () => {
    const calls = Array.from({ length: 12 }, () => faulty('sleep', { ms: 50 }));
    const answers = await Promise.all(calls);
    expect(answers).toHaveLength(12);
    expect(answers.filter(({ invocation }) => invocation.isColdStart).length).toBeLessThanOrEqual(
      4,
    );
  });
});

describe('results and logs', () => {
  it('are JSON: undefined disappears, a Buffer is an object of numbers', async () => {
    const { result } = await faulty('values');
    expect(result).toEqual({
      bytes: { type: 'Buffer', data: [97, 98] },
      at: '1970-01-01T00:00:00.000Z',
      nothing: null,
    });
    await expect(faulty('circular')).rejects.toMatchObject({ errCode: -504002 });
  });

  it('keeps what the function printed with its call', async () => {
    const { invocation } = await faulty('log', { text: 'hello' });
    expect(invocation.logs).toMatchObject([
      { level: 'log', text: 'said hello' },
      { level: 'error', text: 'complained' },
    ]);
  });

  it('gives a function only the variables that were set for it', async () => {
    const variable = (name: string) => faulty('environment', { name });
    await expect(variable('SECRET_OF_FAULTY')).resolves.toMatchObject({ result: 'kept' });
    await expect(variable('PATH')).resolves.toMatchObject({ result: null });
    await expect(variable('TCB_ENV')).resolves.toMatchObject({ result: 'school-1' });
  });
});

it('runs new code as soon as the file has changed', async () => {
  const functionsDir = mkdtempSync(path.join(tmpdir(), 'functions-'));
  const write = (text: string) =>
    writeFileSync(path.join(functionsDir, 'answer/index.js'), `exports.main = () => '${text}';`);
  cpSync(path.join(__dirname, '../fixtures/functions/echo'), path.join(functionsDir, 'answer'), {
    recursive: true,
  });
  write('old');
  const { cloud: own, end } = await startTestCloud({ functionsDir });
  try {
    await expect(own.callFunction('answer', {}, 'me')).resolves.toMatchObject({ result: 'old' });
    write('changed');
    await expect(own.callFunction('answer', {}, 'me')).resolves.toMatchObject({
      result: 'changed',
    });
    write('broken(');
    writeFileSync(path.join(functionsDir, 'answer/index.js'), 'exports.main = ;');
    await expect(own.callFunction('answer', {}, 'me')).rejects.toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('SyntaxError'),
    });
  } finally {
    await end();
    rmSync(functionsDir, { recursive: true, force: true });
  }
});

it('names the function whose config.json is wrong', async () => {
  const functionsDir = mkdtempSync(path.join(tmpdir(), 'functions-'));
  cpSync(path.join(__dirname, '../fixtures/functions/echo'), path.join(functionsDir, 'slow'), {
    recursive: true,
  });
  writeFileSync(path.join(functionsDir, 'slow/config.json'), '{"timeout": 9000}');
  await expect(startTestCloud({ functionsDir })).rejects.toThrow(/slow.*timeout must be 1 to 900/);
  rmSync(functionsDir, { recursive: true, force: true });
});

it('answers every call, running or waiting, when the cloud stops', async () => {
  const { cloud: own, end } = await startTestCloud({ maxInstances: 1 });
  const calls = [1, 2, 3].map(() => own.callFunction('faulty', { fault: 'sleep', ms: 900 }, 'me'));
  const outcomes = Promise.allSettled(calls);
  await end();
  expect((await outcomes).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
});
