import type { Invocation } from '../../../local-cloud/meter/invocation';
import { CAST, STUDENTS } from '../../school/cast';
import { type Call, startCloud, type TestCloud } from '../harness/cloud';
import { talk } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const studentId = STUDENTS.menteeIn73._id;
const event = async (calls: Call[]): Promise<Invocation> =>
  (await world.cloud.callFunction('api', { calls }, CAST.mentor.openid)).invocation;

const FILE: Call[] = ['student.byId', 'timeline.list', 'ledgerEntry.byId'].map((path) => ({
  path,
  input: { studentId },
}));

describe('the file of a student', () => {
  it('reads the student once, however many questions its screen asks', async () => {
    const apart = await Promise.all(FILE.map((call) => event([call])));
    const together = await event(FILE);
    // Each of them runs the function and reads the member; all but one read the student in vain.
    const alone = apart.reduce((sum, { billedCalls }) => sum + billedCalls - 2, 2);
    expect(together.billedCalls).toBe(alone - (FILE.length - 1));
  });

  it('is read anew by the next event', async () => {
    const before = await world.call<{ lastTalkOn?: string }>(CAST.mentor, 'student.byId', {
      studentId,
    });
    await world.call(CAST.mentor, 'talk.record', talk([studentId]));
    const after = await world.call(CAST.mentor, 'timeline.list', { studentId });
    expect(JSON.stringify(after)).toContain('每天先做数学');
    expect(before).toBeTruthy();
  });
});
