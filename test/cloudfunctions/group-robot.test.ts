import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { robotAddress } from '../../cloudfunctions/kernel/group-robot';
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
let world: TestCloud;
beforeAll(async () => {
  robot = await startRobot();
  world = await startCloud({ variables: { api: { GROUP_ROBOT_WEBHOOK: robot.address } } });
});
afterAll(async () => {
  await world.stop();
  robot.server.close();
});
beforeEach(() => {
  robot.heard = [];
});

/** Signs the school's summary of a week. */
const sign = (week: string) =>
  world.call<{ isSigned: boolean }>(CAST.principal, 'summary.signOff', {
    summaryId: summaryIdOf(`${CAST_TERM}-${week}`, SCHOOL_ID, 1),
    rev: 1,
    writeId: newWriteId(),
  });

test('a signed summary is told to the group: its title and figures, and nobody’s name', async () => {
  expect((await sign('w08')).isSigned).toBe(true);
  expect(robot.heard).toHaveLength(1);
  const said = robot.heard[0]?.text.content ?? '';
  expect(said).toMatch(/^全校第8周小结已签发\n面谈的学生 \d+\/\d+\n/);
  const people = [...world.stored<{ name: string }>('students'), ...Object.values(CAST)];
  for (const { name } of people) expect(said).not.toContain(name);
});

test('a robot that refuses changes nothing about the signature', async () => {
  robot.answers = { status: 200, body: '{"errcode":45009}' };
  expect((await sign('w07')).isSigned).toBe(true);
  robot.answers = { status: 200, body: '{"errcode":0}' };
});

test('more than twenty in a minute are not sent: WeCom would refuse them', async () => {
  await world.patch('rateCounters', 'groupRobot', { count: 20 });
  expect((await sign('w06')).isSigned).toBe(true);
  expect(robot.heard).toEqual([]);
});

describe('the address', () => {
  test('is none until a school sets it', () => {
    expect(robotAddress('')).toBeNull();
  });

  test('is WeCom’s over https, and no other', () => {
    expect(robotAddress('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k')).not.toBeNull();
    for (const elsewhere of [
      'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k',
      'https://qyapi.weixin.qq.com.example.com/send',
      'https://example.com/qyapi.weixin.qq.com',
      'no address',
    ]) {
      expect(() => robotAddress(elsewhere)).toThrow();
    }
  });
});
