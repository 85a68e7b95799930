import { unzipSync } from 'fflate';
import type { Audit } from '../../cloudfunctions/kernel/audit';
import type { SchoolClass } from '../../domain/school/roster.schema';
import { CAST, CAST_TERM, type CastName, SCHOOL_ID } from '../school/cast';
import { SEALED_MARK } from '../school/lines';
import { startCloud, type TestCloud } from './harness/cloud';
import { wordsOfDocx } from './harness/read-book';

interface Step {
  done: number;
  of: number;
  file: { name: string; url: string } | null;
}
type Reply = { data: Step } | { error: { code: string } };

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud({ school: { classes: 12 } });
});
afterAll(() => world.stop());

const step = async (who: CastName, archiveId: string) =>
  (
    await world.cloud.callFunction<Reply>(
      'documents',
      { kind: 'ledgerArchive', input: { archiveId, termId: CAST_TERM, format: 'docx' } },
      CAST[who].openid,
    )
  ).result;

async function stepsOf(who: CastName, archiveId: string): Promise<Step[]> {
  const steps: Step[] = [];
  while (steps.at(-1)?.file == null) {
    const reply = await step(who, archiveId);
    if ('error' in reply) throw new Error(reply.error.code);
    steps.push(reply.data);
    if (steps.length > 20) throw new Error('it never ends');
  }
  return steps;
}

const filesOf = async ({ file }: Step) =>
  unzipSync(new Uint8Array(await (await fetch(file?.url ?? '')).arrayBuffer()));

const classesOf = (schoolId: string) =>
  world.stored<SchoolClass>('classes').filter((one) => one.schoolId === schoolId);

describe('a whole school’s ledgers in one file', () => {
  test('are made a few a call, and each class is in it once, with nothing sealed', async () => {
    const steps = await stepsOf('principal', 'archive0of0the0school');
    const count = classesOf(SCHOOL_ID).length;
    expect(steps.slice(0, -1).map(({ done }) => done)).toEqual([5, 10, 12]);
    expect(steps.at(-1)).toMatchObject({ done: count, of: count });
    const files = await filesOf(steps.at(-1) as Step);
    expect(Object.keys(files)).toHaveLength(count);
    expect(Object.keys(files).some((name) => /^\d\d 七年级\(3\)班学情台账\.docx$/.test(name))).toBe(
      true,
    );
    for (const file of Object.values(files)) expect(wordsOfDocx(file)).not.toContain(SEALED_MARK);
  });

  test('go on where a phone stopped, and asking again for a finished one makes nothing', async () => {
    const id = 'archive0that0stopped0';
    await step('studentAffairsOffice', id);
    const rest = await stepsOf('studentAffairsOffice', id);
    expect(rest.map(({ done }) => done)).toEqual([10, 12, 12]);
    expect(await stepsOf('studentAffairsOffice', id)).toHaveLength(1);
  });

  test('two calls at once make no class twice', async () => {
    const id = 'archive0called0twice0';
    await Promise.all([step('principal', id), step('principal', id), step('principal', id)]);
    const files = await filesOf((await stepsOf('principal', id)).at(-1) as Step);
    expect(Object.keys(files)).toHaveLength(classesOf(SCHOOL_ID).length);
  });

  test('hold a division only for the head of a division', async () => {
    const steps = await stepsOf('divisionHead', 'archive0of0a0division');
    const names = Object.keys(await filesOf(steps.at(-1) as Step));
    expect(names.length).toBeGreaterThan(1);
    expect(names.every((name) => name.includes('七年级'))).toBe(true);
  });

  test('are nobody else’s, begun or not, and each is audited once', async () => {
    for (const who of ['homeroomTeacher', 'leader', 'mentor', 'guardian'] as const) {
      expect(await step(who, 'archive0of0nobody0000')).toMatchObject({
        error: { code: 'notFound' },
      });
    }
    for (const who of ['academicAffairsOffice', 'otherPrincipal'] as const) {
      expect(await step(who, 'archive0of0the0school')).toMatchObject({
        error: { code: 'notFound' },
      });
    }
    const audits = world.stored<Audit>('audits');
    const begun = audits.filter(({ action }) => action === 'ledgerArchive.export');
    expect(begun.filter(({ by }) => by === CAST.studentAffairsOffice.openid)).toHaveLength(1);
  });
});
