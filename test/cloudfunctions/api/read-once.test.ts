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

/** What it read beside the member, the school, and the document that joined questions hang on. */
const documentsOf = ({ documents, requests }: Invocation): number =>
  documents.read - 2 - ((requests['database.aggregateDocuments'] ?? 1) - 1);

describe('the file of a student', () => {
  it('reads the student once, however many questions its screen asks', async () => {
    const apart = await Promise.all(FILE.map((call) => event([call])));
    const together = documentsOf(await event(FILE));
    // All but one of them read the student in vain.
    const alone = apart.reduce((sum, one) => sum + documentsOf(one), 0);
    expect(together).toBe(alone - (FILE.length - 1));
  });

  it('asks the database once beside who is calling, and gets what each question gets alone', async () => {
    const { requests, billedCalls, trips } = await event(FILE);
    expect(requests).toEqual({ 'database.aggregateDocuments': 2 });
    expect({ billedCalls, trips }).toEqual({ billedCalls: 3, trips: 2 });
    const together = await world.callMany(CAST.mentor, FILE);
    const apart = await Promise.all(FILE.map((call) => world.callMany(CAST.mentor, [call])));
    expect(together).toEqual(apart.flat());
    expect(JSON.stringify(together)).not.toContain('error');
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
