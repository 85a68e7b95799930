import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { StandingCount } from '../../../cloudfunctions/kernel/settle';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import { CAST, divisionIdOf } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const divisionId = divisionIdOf(8);
type Who = { openid: string };
interface List {
  resolutions: { id: string; placeId: string }[];
  division: { id: string; label: string } | null;
}
const list = (who: Who) => world.call<List>(who, 'resolution.list', { of: 'all', divisionId });
const check = (who: Who, writeId = newWriteId(), of = divisionId) =>
  world.call(who, 'resolutionCheck.record', { divisionId: of, writeId });
const openOf8 = () =>
  world
    .stored<Resolution>('resolutions')
    .filter((one) => one.isOpen && one.divisionId === divisionId);
const counted = () =>
  world
    .stored<StandingCount>('standings')
    .filter((one) => one.dutyId === 'weeklyCheck' && one.subjectId === divisionId)
    .reduce((sum, { count }) => sum + count, 0);
const isAsked = async () => {
  const { duties } = await world.call<{ duties: { kind: string }[] }>(
    CAST.leader,
    'meetingDuty.list',
  );
  return duties.some(({ kind }) => kind === 'weeklyCheck');
};

describe('the weekly check of a division in which nothing is open (S0-39)', () => {
  test('shows what is open there, to whoever checks it', async () => {
    expect(await isAsked()).toBe(true);
    const { resolutions, division } = await list(CAST.leader);
    expect(division).toEqual({ id: divisionId, label: '八年级' });
    expect(resolutions.map(({ id }) => id).sort()).toEqual(
      openOf8()
        .map(({ _id }) => _id)
        .sort(),
    );
    expect((await list(CAST.divisionHead)).division).toBeNull();
    expect((await list(CAST.divisionHead)).resolutions).toEqual([]);
  });

  test('is not done while a resolution waits to be looked at', async () => {
    expect((await refusal(check(CAST.leader))).code).toBe('stale');
    expect(counted()).toBe(0);
  });

  test('is done by one tap once nothing is, is counted once, and leaves its trace', async () => {
    for (const { _id } of openOf8()) await world.patch('resolutions', _id, { isOpen: false });
    const writeId = newWriteId();
    await check(CAST.leader, writeId);
    await check(CAST.leader, writeId);
    await check(CAST.leader);
    expect(counted()).toBe(1);
    expect(await isAsked()).toBe(false);
    const traces = world
      .stored<Audit>('audits')
      .filter(({ reason }) => reason === '没有未完成的决议');
    expect(traces).toHaveLength(2);
    expect(traces[0]).toMatchObject({ action: 'resolution.signOff', by: CAST.leader.openid });
  });

  test('is for whoever checks there, and of a division that is', async () => {
    for (const who of [CAST.divisionHead, CAST.homeroomTeacher82, CAST.otherPrincipal]) {
      expect((await refusal(check(who))).code).toBe('notFound');
    }
    expect((await refusal(check(CAST.principal, newWriteId(), 'nowhere'))).code).toBe('notFound');
  });
});
