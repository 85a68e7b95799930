import { inflateSync } from 'node:zlib';
import { type HeldClock, heldClock } from '../../../local-cloud/clock';
import type { MiniProgram } from '../../../local-cloud/openapi/mini-program';
import { startTestCloud, type TestCloud } from '../test-cloud';

const MINUTE = 60_000;
const miniProgram: MiniProgram = {
  appid: 'wx-school',
  pages: ['pages/today/index'],
  templates: [
    { id: 'due', title: '待办提醒', fields: { thing1: '事项', date2: '截止时间' } },
    { id: 'banned', title: '停用的模板', fields: { thing1: '事项' }, isBanned: true },
  ],
};
const message = (more: object = {}) => ({
  touser: teacher,
  templateId: 'due',
  page: 'pages/today/index?from=message',
  data: { thing1: { value: '家访反馈' }, date2: { value: '2026年11月23日' } },
  miniprogramState: 'formal',
  lang: 'zh_CN',
  ...more,
});

/** What came back through the SDK: the answer, or the refusal that it threw. */
// biome-ignore lint/suspicious/noExplicitAny: each interface answers differently, tests look
type Answer = any;

let started: TestCloud;
let clock: HeldClock;
/** A person whom no other test has touched. */
let teacher: string;
const TEACHERS = Array.from({ length: 60 }, (_, index) => `teacher-${index}`);
let next = 0;

const open = async (api: string, data: object, times = 1): Promise<Answer> =>
  (await started.cloud.callFunction('messages', { api, data, times }, 'caller')).result;
const send = (more: object = {}, times = 1) => open('subscribeMessage.send', message(more), times);
const accept = (templateId = 'due') =>
  started.cloud.openapi.messages.answer(teacher, templateId, 'accept');

const start = (dataDir?: string) =>
  startTestCloud({
    ...(dataDir && { dataDir }),
    clock,
    miniProgram,
    people: TEACHERS.map((openid) => ({ openid, name: '王老师', roles: ['班主任'] })),
  });

beforeAll(async () => {
  clock = heldClock(Date.parse('2026-11-22T08:00:00+08:00'));
  started = await start();
});
afterAll(() => started.end());
beforeEach(() => {
  teacher = TEACHERS[next++] as string;
});

describe('subscribeMessage.send', () => {
  it('uses one credit for each message, and then answers 43101', async () => {
    accept();
    accept();
    expect(await send()).toMatchObject({ errCode: 0 });
    expect(await send()).toMatchObject({ errCode: 0 });
    expect(await send()).toMatchObject({ errCode: 43101 });
    expect(started.cloud.openapi.messages.notifications(teacher)).toMatchObject([
      {
        title: '待办提醒',
        fields: [
          ['事项', '家访反馈'],
          ['截止时间', '2026年11月23日'],
        ],
      },
      { page: 'pages/today/index?from=message', sentAt: clock.now() },
    ]);
  });

  it('earns no credit from a refusal, and a credit counts for its own template only', async () => {
    started.cloud.openapi.messages.answer(teacher, 'due', 'reject');
    accept('banned');
    expect(await send()).toMatchObject({ errCode: 43101 });
  });

  it.each([
    [40003, { touser: 'nobody' }],
    [40037, { templateId: 'unknown' }],
    [43107, { templateId: 'banned' }],
    [41030, { page: 'pages/unknown/index' }],
    [41030, { page: '/pages/today/index' }],
    [45168, { data: { thing1: { value: '敏感测试词' }, date2: { value: '2026-11-23' } } }],
  ])('answers %d and keeps the credit', async (errCode, wrong) => {
    accept();
    expect(await send(wrong)).toMatchObject({ errCode });
    expect(started.cloud.openapi.messages.credits(teacher, 'due')).toBe(1);
  });

  it.each([
    ['thing1', { thing1: { value: '超'.repeat(21) }, date2: { value: '2026-11-23' } }],
    ['date2', { thing1: { value: '家访' } }],
    ['date2', { thing1: { value: '家访' }, date2: { value: '' } }],
    [
      'thing9',
      { thing1: { value: '家访' }, date2: { value: '2026-11-23' }, thing9: { value: 'x' } },
    ],
  ])('answers 47003 and names the key %s', async (key, data) => {
    accept();
    expect(await send({ data })).toMatchObject({
      errCode: 47003,
      errMsg: expect.stringContaining(key),
    });
  });

  it('answers 43108 to sends to one person at the same time', async () => {
    for (let credit = 0; credit < 8; credit += 1) accept();
    const answers: { errCode: number }[] = await send({}, 8);
    expect(new Set(answers.map(({ errCode }) => errCode))).toEqual(new Set([0, 43108]));
  });

  it('keeps credits and notifications over a restart', async () => {
    accept();
    accept();
    await send();
    await started.cloud.stop();
    started = await start(started.dataDir);
    expect(started.cloud.openapi.messages.credits(teacher, 'due')).toBe(1);
    expect(started.cloud.openapi.messages.notifications(teacher)).toHaveLength(1);
  });
});

describe('an interface', () => {
  it('refuses so often as it was asked to, and then answers as ever', async () => {
    accept();
    started.cloud.openapi.refusals.next('subscribeMessage.send', 45009, 2);
    expect(await send()).toMatchObject({ errCode: 45009 });
    expect(await send()).toMatchObject({ errCode: 45009 });
    expect(await send()).toMatchObject({ errCode: 0 });
    started.cloud.openapi.refusals.next('subscribeMessage.send', 40001);
    started.cloud.openapi.refusals.next('subscribeMessage.send', 40001, 0);
    expect(await send()).toMatchObject({ errCode: 43101 });
  });

  it('that config.json does not declare answers -604101', async () => {
    const call = started.cloud.callFunction(
      'undeclared',
      { api: 'security.msgSecCheck', data: {} },
      'caller',
    );
    await expect(call).resolves.toMatchObject({ result: { errCode: -604101 } });
  });

  it('that the local cloud does not have answers -604100', async () => {
    expect(await open('wxacode.get', { path: 'pages/today/index' })).toMatchObject({
      errCode: -604100,
    });
  });
});

describe('security.msgSecCheck', () => {
  const check = (more: object = {}) =>
    open('security.msgSecCheck', {
      openid: 'caller',
      scene: 2,
      version: 2,
      content: '今天的作业写得很认真',
      ...more,
    });

  it.each([
    ['pass', '今天的作业写得很认真'],
    ['review', '这里有复核测试词'],
    ['risky', '这里有违规测试词'],
  ])('suggests %s', async (suggest, content) => {
    expect(await check({ content })).toMatchObject({
      errCode: 0,
      result: { suggest, label: expect.any(Number) },
    });
  });

  it.each([
    [40129, { scene: 5 }],
    [47001, { content: '长'.repeat(2_501) }],
    [40003, { openid: 'nobody' }],
    [61010, { openid: 'teacher-59' }],
  ])('answers %d', async (errCode, wrong) => {
    expect(await check(wrong)).toMatchObject({ errCode });
  });

  it('knows who was here within two hours', async () => {
    await started.cloud.callFunction('echo', {}, teacher);
    await clock.advance(119 * MINUTE);
    expect(await check({ openid: teacher })).toMatchObject({ errCode: 0 });
    await clock.advance(2 * MINUTE);
    expect(await check({ openid: teacher })).toMatchObject({ errCode: 61010 });
  });
});

describe('phonenumber.getPhoneNumber', () => {
  const ask = (code?: string) => open('phonenumber.getPhoneNumber', { code });

  it('gives the number of a fresh code, once', async () => {
    const code = started.cloud.openapi.phoneNumbers.issueCode(teacher, '13800138000');
    expect(await ask(code)).toMatchObject({
      errCode: 0,
      phoneInfo: {
        purePhoneNumber: '13800138000',
        countryCode: '86',
        watermark: { appid: 'wx-school' },
      },
    });
    expect(await ask(code)).toMatchObject({ errCode: 40029 });
  });

  it('refuses a code after five minutes', async () => {
    const code = started.cloud.openapi.phoneNumbers.issueCode(teacher, '13800138000');
    await clock.advance(5 * MINUTE + 1);
    expect(await ask(code)).toMatchObject({ errCode: 40029 });
  });

  it('hands out no more codes than the free quota', () => {
    const { issueCode } = started.cloud.openapi.phoneNumbers;
    for (let used = 0; used < 1_000; used += 1) issueCode(teacher, '13800138000');
    expect(issueCode(teacher, '13800138000')).toBeUndefined();
  });
});

describe('wxacode.getUnlimited', () => {
  const draw = (more: object = {}) =>
    open('wxacode.getUnlimited', {
      scene: 't=abc',
      page: 'pages/today/index',
      width: 280,
      ...more,
    });

  it('draws a PNG that differs by scene', async () => {
    const [one, two] = [await draw(), await draw({ scene: 't=xyz' })];
    const png = Buffer.from(one.buffer.data);
    expect(one).toMatchObject({ contentType: 'image/png', errCode: 0 });
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(280);
    const data = png.subarray(png.indexOf('IDAT') + 4);
    expect(inflateSync(data)).toHaveLength(281 * 280);
    expect(two.buffer.data).not.toEqual(one.buffer.data);
  });

  it.each([
    [40129, { scene: 'x'.repeat(33) }],
    [40129, { scene: '中文' }],
    [41030, { page: 'pages/unknown/index' }],
    [41030, { page: 'pages/today/index?a=1' }],
  ])('answers %d', async (errCode, wrong) => {
    expect(await draw(wrong)).toMatchObject({ errCode });
  });
});
