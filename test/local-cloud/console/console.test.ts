import { type HeldClock, heldClock } from '../../../local-cloud/clock';
import { startTestCloud, type TestCloud } from '../test-cloud';

let started: TestCloud;
let clock: HeldClock;

const get = async (to: string) => {
  const reply = await fetch(started.cloud.url + to);
  return { status: reply.status, text: await reply.text() };
};
const post = async (to: string) => {
  const reply = await fetch(started.cloud.url + to, { method: 'POST' });
  return { status: reply.status, body: await reply.json() };
};

beforeAll(async () => {
  clock = heldClock(Date.parse('2026-11-22T06:00:00+08:00'));
  started = await startTestCloud({
    clock,
    people: [
      { openid: 'wang', name: '王老师', roles: ['班主任', '导师'], schoolName: '实验中学' },
      { openid: 'li', name: '李爸爸 <b>', roles: ['家长'] },
    ],
    miniProgram: {
      appid: 'wx-school',
      templates: [{ id: 'due', title: '待办提醒', fields: { thing1: '事项' } }],
    },
  });
  const { cloud } = started;
  cloud.openapi.messages.answer('li', 'due', 'accept');
  const data = {
    touser: 'li',
    templateId: 'due',
    page: 'pages/today/index',
    data: { thing1: { value: '请填互动表' } },
  };
  await cloud.callFunction('messages', { api: 'subscribeMessage.send', data }, 'wang');
  await cloud.callFunction('faulty', { fault: 'throw' }, 'wang').catch(() => undefined);
  cloud.database.ensureCollection('notes');
  cloud.database.insertMany(
    'notes',
    Array.from({ length: 25 }, (_, n) => ({ _id: `note-${n}` })),
  );
});
afterAll(() => started.end());

it('offers each member under a role, with a link that opens the app as that member', async () => {
  const { text } = await get('/');
  expect(text).toMatch(/<h3>班主任<\/h3>.*href="\/app\/\?as=wang".*王老师.*导师 实验中学/s);
  expect(text).toContain('李爸爸 &lt;b&gt;');
  expect(text).not.toContain('李爸爸 <b>');
});

it('shows a person’s WeChat messages as the chat list would', async () => {
  const { text } = await get('/');
  expect(text).toMatch(/服务通知 · 待办提醒/);
  expect(text).toMatch(/<dt>事项<\/dt><dd>请填互动表<\/dd>/);
  expect(text).toContain('/app/?as=li#/pages/today/index');
  const { text: json } = await get('/console/api/notifications?openid=wang');
  expect(JSON.parse(json)).toEqual([]);
});

it('lists calls with their cost, failures among them', async () => {
  const { text } = await get('/');
  expect(text).toMatch(/messages · 王老师.*1 次请求 · 1 趟/s);
  expect(text).toMatch(/faulty · 王老师 <span class="wrong">失败 -504002/);
});

it('shows the collections, some documents at a time', async () => {
  expect((await get('/')).text).toMatch(/notes<\/span><span>25 条/);
  const first = JSON.parse((await get('/console/api/collections/notes')).text);
  expect([first.documents.length, first.next]).toEqual([20, 20]);
  const rest = JSON.parse((await get('/console/api/collections/notes?skip=20')).text);
  expect(rest.documents).toHaveLength(5);
  expect((await get('/console/collections/notes')).text).toContain('note-3');
  expect((await get('/console/collections/none')).status).toBe(404);
});

it('moves the held clock on, and the timer runs', async () => {
  expect((await get('/')).text).toContain('快进 1 小时');
  const before = clock.now();
  expect(await post('/console/api/advance?hours=2')).toEqual({
    status: 200,
    body: { now: before + 2 * 3_600_000 },
  });
  expect(started.cloud.meter.last(1)).toMatchObject([{ functionName: 'nightly' }]);
  expect((await post('/console/api/advance?hours=-1')).status).toBe(400);
});

it('counts the month against its quota', async () => {
  const usage = JSON.parse((await get('/console/api/usage')).text);
  expect(usage.billedThisMonth).toBe(started.cloud.meter.billedThisMonth());
  expect((await get('/')).text).toContain('/ 200,000 次');
});
