import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { summaryIdOf } from '../../domain/summary/summary.schema';
import { CAST, CAST_TERM, SCHOOL_ID } from '../school/cast';
import { newWriteId } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';

/** A stand-in for WeCom on this machine: what it was told, and how it answers. */
interface Robot {
  heard: { msgtype: string; text: { content: string } }[];
  answers: { status: number; body: string };
  address: string;
  server: Server;
}

async function startRobot(): Promise<Robot> {
  const robot = { heard: [], answers: { status: 200, body: '{"errcode":0}' } } as unknown as Robot;
  robot.server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      robot.heard.push(JSON.parse(body));
      response.writeHead(robot.answers.status, { 'content-type': 'application/json' });
      response.end(robot.answers.body);
    });
  });
  await new Promise<void>((listening) => robot.server.listen(0, '127.0.0.1', listening));
  const { port } = robot.server.address() as AddressInfo;
  robot.address = `http://127.0.0.1:${port}/cgi-bin/webhook/send?key=secret`;
  return robot;
}

let robot: Robot;
beforeAll(async () => {
  robot = await startRobot();
});
afterAll(() => robot.server.close());

/** A cloud whose function has this setting, for as long as the body runs. */
async function withWebhook(
  webhook: string,
  body: (world: TestCloud) => Promise<void>,
): Promise<void> {
  const variables = { api: { GROUP_ROBOT_WEBHOOK: webhook } };
  const world = await startCloud({ variables });
  robot.heard = [];
  try {
    await body(world);
  } finally {
    await world.stop();
  }
}

const week = (number: string) => summaryIdOf(`${CAST_TERM}-w${number}`, SCHOOL_ID, 1);
const sign = (world: TestCloud, summaryId: string) =>
  world.call<{ isSigned: boolean }>(CAST.principal, 'summary.signOff', {
    ...{ summaryId, rev: 1, writeId: newWriteId() },
  });

test('a signed bulletin is told to the group: its title and figures, and nobody’s name', async () => {
  await withWebhook(robot.address, async (world) => {
    expect((await sign(world, week('08'))).isSigned).toBe(true);
    expect(robot.heard).toHaveLength(1);
    const said = robot.heard[0]?.text.content ?? '';
    expect(said).toMatch(/^全校第8周小结已签发\n面谈的学生 \d+\/\d+\n/);
    const people = [...world.stored<{ name: string }>('students'), ...Object.values(CAST)];
    for (const { name } of people) expect(said).not.toContain(name);
  });
});

test('a robot that refuses changes nothing about the signature', async () => {
  robot.answers = { status: 200, body: '{"errcode":45009}' };
  await withWebhook(robot.address, async (world) => {
    expect((await sign(world, week('08'))).isSigned).toBe(true);
  });
  robot.answers = { status: 200, body: '{"errcode":0}' };
});

test('more than twenty in a minute are not sent: WeCom would refuse them', async () => {
  await withWebhook(robot.address, async (world) => {
    const expiresAt = new Date(world.clock.now() + 30_000);
    world.cloud.database.insertMany('rateCounters', [{ _id: 'groupRobot', count: 20, expiresAt }]);
    await sign(world, week('08'));
    expect(robot.heard).toEqual([]);
  });
});

test('without an address, and with one that is not WeCom’s over https, nothing is sent', async () => {
  await withWebhook('', async (world) => {
    await sign(world, week('08'));
  });
  for (const elsewhere of ['https://example.com/send', 'http://qyapi.weixin.qq.com/send']) {
    await withWebhook(elsewhere, async (world) => {
      expect((await sign(world, week('08'))).isSigned).toBe(true);
    });
  }
  expect(robot.heard).toEqual([]);
});
