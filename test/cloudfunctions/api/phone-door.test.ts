/** Staff who find their invitation by the phone that the office wrote down. */
import type { Member } from '../../../domain/access/roles';
import type { StaffRecord } from '../../../domain/roster/staff-import.schema';
import type { School } from '../../../domain/school/school.schema';
import { CAST, type CastName, SCHOOL_ID } from '../../school/cast';
import { EXPECTED } from '../../school/joining';
import { type CallerOf, startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const office = CAST.studentAffairsOffice;
const newcomer = { openid: 'oPhoneDoor-jiang' };
const stranger = { openid: 'oPhoneDoor-nobody' };

interface Doors {
  doors: { code: string; name: string; says: string[] }[];
}

/** What WeChat's button hands the phone. */
const codeOf = (person: CallerOf, phone: string) =>
  world.cloud.openapi.phoneNumbers.issueCode(person.openid, phone) ?? '';
const knock = (person: CallerOf, phoneCode: string) =>
  world.call<Doors>(person, 'phoneDoor.submit', { phoneCode });
const school = () => world.stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID);
const turn = (isOn: boolean, as: CallerOf = office) =>
  world.call(as, 'phoneJoining.revise', { rev: school()?.rev, writeId: newWriteId(), isOn });

test('is off until the school opens it, and then finds what is there', async () => {
  expect(await world.call(newcomer, 'phoneDoor.byId')).toEqual({ isOn: false });
  const call = knock(newcomer, codeOf(newcomer, EXPECTED.phone));
  expect(await refusal(call)).toMatchObject({ code: 'phoneNotExpected' });
  await turn(true);
  expect(await world.call(newcomer, 'phoneDoor.byId')).toEqual({ isOn: true });
  expect((await knock(newcomer, codeOf(newcomer, EXPECTED.phone))).doors).toHaveLength(1);
});

test.each<CastName>(['leader', 'divisionHead', 'homeroomTeacher', 'guardian'])(
  '%s neither opens nor closes it',
  async (who) => {
    expect(await refusal(turn(false, CAST[who]))).toMatchObject({ code: 'notFound' });
  },
);

test('the owner of the phone finds the invitation, and joins as with its code', async () => {
  const { doors } = await knock(newcomer, codeOf(newcomer, EXPECTED.phone));
  expect(doors).toEqual([
    expect.objectContaining({ code: EXPECTED.code, name: EXPECTED.name, says: ['心理教师'] }),
  ]);
  const writeId = newWriteId();
  const input = { code: doors[0]?.code, name: EXPECTED.name, writeId };
  await world.call(newcomer, 'staffDoor.submit', input);
  const member = world.stored<Member>('members').find(({ _id }) => _id === newcomer.openid);
  expect(member?.postings).toMatchObject([{ role: 'counsellor', schoolId: SCHOOL_ID }]);
  const record = world
    .stored<StaffRecord>('staffRecords')
    .find(({ _id }) => _id === EXPECTED.staffId);
  expect(record?.memberId).toBe(newcomer.openid);
  // Whoever is in needs no door: the phone opens nothing twice.
  const again = knock(stranger, codeOf(stranger, EXPECTED.phone));
  expect(await refusal(again)).toMatchObject({ code: 'phoneNotExpected' });
});

test('a code that is old or was used is told; a phone nobody wrote down opens nothing', async () => {
  const used = codeOf(stranger, '13911112222');
  expect(await refusal(knock(stranger, used))).toMatchObject({ code: 'phoneNotExpected' });
  const { message } = await refusal(knock(stranger, used));
  expect(message).toContain('请再点一次');
  const old = codeOf(stranger, '13911112222');
  await world.clock.advance(6 * 60_000);
  expect((await refusal(knock(stranger, old))).message).toContain('请再点一次');
});

test('whoever is not expected may ask a few times, and no more', async () => {
  const codes = Array.from({ length: 6 }, () => codeOf(stranger, '13911112222'));
  const answers: string[] = [];
  for (const code of codes) answers.push((await refusal(knock(stranger, code))).code);
  expect(answers.at(-1)).toBe('tooManyTries');
});
