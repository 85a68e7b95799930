/** An environment without a school, and somebody with the set-up code. */
import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { Member } from '../../../domain/access/roles';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { School } from '../../../domain/school/school.schema';
import { CAST_TODAY } from '../../school/cast';
import { newSchool } from '../../school/new-school';
import { migrate } from '../../school/seed';
import { SET_UP_CODE } from '../../school/set-up-code';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

const office = { openid: 'oFirst-office' };
const other = { openid: 'oFirst-other' };

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud({ school: false });
  await migrate(world.cloud);
});
afterAll(() => world.stop());

const open = (person: { openid: string }, input: object) =>
  world.call(person, 'setUp.record', input);

describe('a wrong code', () => {
  test('says nothing but that it cannot be used, and opens nothing', async () => {
    for (const code of ['AAAA-2026-BBBB', 'x', '0']) {
      const asked = await refusal(world.call(other, 'setUp.byId', { code }));
      expect(asked).toMatchObject({ code: 'setUpRefused' });
      const written = await refusal(open(other, { ...newSchool(newWriteId()), code }));
      expect(written).toEqual(asked);
    }
    expect(world.stored('schools')).toEqual([]);
    expect(world.stored('classes')).toEqual([]);
  });

  test('can be tried ten times an hour; then even the right one waits', async () => {
    for (let n = 0; n < 4; n += 1) {
      await refusal(world.call(other, 'setUp.byId', { code: `GUESS-GUESS-${n}` }));
    }
    const asked = await refusal(world.call(other, 'setUp.byId', { code: SET_UP_CODE }));
    expect(asked).toMatchObject({ code: 'tooManyTries' });
    const written = await refusal(open(other, newSchool(newWriteId())));
    expect(written).toMatchObject({ code: 'tooManyTries' });
  });
});

describe('the set-up code', () => {
  const input = newSchool(newWriteId());

  test('is taken however it is typed, and brings what a school usually begins with', async () => {
    const typed = ` ${SET_UP_CODE.toLowerCase().replace(/-/g, ' ')} `;
    const proposal = await world.call(office, 'setUp.byId', { code: typed });
    expect(proposal).toMatchObject({ schoolYear: 2026, unpublishedYears: [2027] });
    expect(proposal).toMatchObject({ holidays: expect.arrayContaining([expect.any(String)]) });
  });

  test('opens a school with its classes in one write; sent again it changes nothing', async () => {
    const [first, again] = await Promise.all([open(office, input), open(office, input)]);
    expect(again).toEqual(first);
    expect(await open(office, input)).toEqual(first);
    const [school, ...others] = world.stored<School>('schools');
    expect(others).toEqual([]);
    expect(school).toMatchObject({ name: '云溪初级中学', rev: 1, stageSystem: '63' });
    expect(school?.structure.officeNames.studentAffairsOffice).toBe('德育处');
    // Opened in the ninth week, it owes nothing for the eight before.
    expect(school?.regulationHistory[0]).toMatchObject({ effectiveOn: CAST_TODAY });
    const classes = world.stored<SchoolClass>('classes');
    expect(classes).toHaveLength(9);
    expect(classes.every(({ schoolId }) => schoolId === school?._id)).toBe(true);
    expect(world.stored<Audit>('audits')).toMatchObject([{ action: 'school.record', why: null }]);
  });

  test('makes whoever brought it a member, known at the next tap', async () => {
    const me = await world.call(office, 'me.byId');
    expect(me).toMatchObject({
      name: '何素心',
      school: { name: '云溪初级中学' },
      week: '第9周 · 单周 · 周四',
      roles: [{ role: 'studentAffairsOffice', label: '德育处' }],
    });
    const today = await world.call(office, 'today.list');
    expect(today).toMatchObject({ name: '何素心' });
    expect(world.stored<Member>('members')).toHaveLength(1);
  });

  test('is spent: nobody opens a second school with it', async () => {
    const late = { openid: 'oFirst-late' };
    const again = await refusal(open(late, newSchool(newWriteId())));
    expect(again).toMatchObject({ code: 'setUpRefused' });
    expect(await refusal(open(office, newSchool(newWriteId())))).toEqual(again);
    expect(world.stored('schools')).toHaveLength(1);
  });
});
