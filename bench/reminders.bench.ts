/**
 * How many messages one run of the timer sends: 10,000 that are due at the same moment, each to
 * another person, through the built functions, the real SDK and the local cloud. Beside it stands
 * the ceiling: what the local cloud's `subscribeMessage.send` takes with 50 at a time.
 *
 * `node --import tsx bench/reminders.bench.ts [messages, default 10000]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../config/build';
import { ROOT } from '../config/inputs';
import { MINI_PROGRAM } from '../config/mini-program';
import type { Reminder, SubscribeCredit } from '../domain/reminder/reminder.schema';
import { DEFAULT_TEMPLATES } from '../domain/reminder/templates';
import { heldClock } from '../local-cloud/clock';
import { type LocalCloud, startLocalCloud } from '../local-cloud/start-local-cloud';
import { CAST_NOW, SCHOOL_ID } from '../test/school/cast';
import { makeSchool } from '../test/school/make-school';
import { fill, migrate } from '../test/school/seed';

const COUNT = Number(process.argv[2] ?? 10_000);
const { form } = DEFAULT_TEMPLATES;
const openidOf = (n: number) => `oBench-guardian-${n}`;
type Document = Parameters<LocalCloud['database']['insertMany']>[1][number];

const credit = (n: number): SubscribeCredit => ({
  _id: `${openidOf(n)}~${form.id}`,
  schemaVersion: 1,
  schoolId: SCHOOL_ID,
  memberId: openidOf(n),
  templateId: form.id,
  left: 1,
  writeIds: [],
  updatedAt: CAST_NOW,
});

/** As the hourly job leaves one about a form that nobody has filled in. */
const reminder = (n: number): Reminder => ({
  _id: `formToAnswer~form~${n}~2026-10-29~${openidOf(n)}`,
  schemaVersion: 1,
  schoolId: SCHOOL_ID,
  memberId: openidOf(n),
  memberName: '家长',
  kind: 'formToAnswer',
  template: 'form',
  parts: { what: '第9周家校互动', until: '2026-11-01', state: '等您填写', note: '一分钟就好' },
  lines: [
    {
      kind: 'formToAnswer',
      text: '“第9周家校互动”，周日截止',
      page: 'pages/interaction-form/answer/index',
      checks: [{ collection: 'interactionRecords', id: `form~${n}`, mark: 'unanswered' }],
    },
  ],
  dueAt: CAST_NOW,
  until: null,
  status: 'due',
  claim: null,
  claimedAt: null,
  shownAt: null,
  unreached: null,
  aboutId: 'form',
  classId: `class-${n % 45}`,
  divisionId: 'division',
  studentId: `student-${n}`,
  studentName: '学生',
  createdAt: CAST_NOW,
  createdOn: '2026-10-29',
});

async function main(): Promise<void> {
  await ensureBuilt(['functions']);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'reminders-bench-'));
  const numbers = Array.from({ length: COUNT }, (_, n) => n);
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    clock: heldClock(CAST_NOW.getTime()),
    people: numbers.map((n) => ({ openid: openidOf(n), name: '家长', roles: ['家长'] })),
    miniProgram: MINI_PROGRAM,
  });
  try {
    await migrate(cloud);
    fill(cloud, makeSchool({}));
    const postings = [{ schoolId: SCHOOL_ID, role: 'guardian', studentIds: [] }];
    cloud.database.insertMany(
      'members',
      numbers.map((n) => ({ _id: openidOf(n), name: '家长', postings })),
    );
    cloud.database.insertMany('subscribeCredits', numbers.map(credit) as unknown as Document[]);
    cloud.database.insertMany('reminders', numbers.map(reminder) as unknown as Document[]);
    for (const n of numbers) cloud.openapi.messages.answer(openidOf(n), form.id, 'accept');
    // The hourly job of this hour, and a warm instance, before the clock runs.
    const report = await runs(cloud);
    console.log(report);
  } finally {
    await cloud.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function runs(cloud: LocalCloud): Promise<string> {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const outcome = await cloud.timer.fire('timer');
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  if (!outcome.ok) throw new Error(outcome.failure.errMsg);
  const { sendReminders } = outcome.result as { sendReminders: Record<string, number> };
  const sent = sendReminders.sent ?? 0;
  const ceiling = await sendsASecond(cloud);
  const busy = (user + system) / 1_000_000;
  return [
    `${sent} of ${COUNT} messages sent in one run of ${seconds.toFixed(1)} s`,
    `${Math.round(sent / seconds)} a second; the local cloud takes ${Math.round(ceiling)} at most: ${((100 * sent) / seconds / ceiling).toFixed(0)} %`,
    `${((1_000 * busy) / sent).toFixed(1)} ms of processor a message, cloud and function together`,
    JSON.stringify(sendReminders),
  ].join('\n');
}

const AT_ONCE = 50;
const TRIALS = 1_000;

/** Sends alone, straight to the interface, as many at a time as the run has lanes. */
async function sendsASecond(cloud: LocalCloud): Promise<number> {
  const data = Object.fromEntries(
    [
      ['thing1', '表'],
      ['date2', '2026年10月29日'],
      ['phrase3', '等您填写'],
      ['thing4', '无'],
    ].map(([key, value]) => [key, { value }]),
  );
  for (let n = 0; n < TRIALS; n += 1) {
    cloud.openapi.messages.answer(openidOf(n % COUNT), form.id, 'accept');
  }
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < TRIALS) {
        const touser = openidOf(next++ % COUNT);
        await cloud.openapi.messages.send({ touser, template_id: form.id, data });
      }
    }),
  );
  return TRIALS / ((performance.now() - began) / 1_000);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
