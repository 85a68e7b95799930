import type { StandingCount } from '../../../cloudfunctions/kernel/settle';
import type { Member } from '../../../domain/access/roles';
import { subjectIdsIn, subjectsOwed } from '../../../domain/regulation/owed';
import { PRESETS, startFrom } from '../../../domain/regulation/presets/presets';
import { RECORD_KIND_NAMES, type RecordKind } from '../../../domain/regulation/record-kind';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { CAST, CLASSES, divisionIdOf, SCHOOL_ID } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { MAKERS, SPONSORED } from './duty-makers';

/** Every duty that a preset proposes, also those that begin off. */
const DUTIES = PRESETS.flatMap((preset) =>
  preset.duties.map((duty) => ({ ...duty, id: `${preset.id}-${duty.id}`, isOn: true })),
);
/** In the order of their makers. */
const KINDS = Object.keys(MAKERS) as RecordKind[];
const wanted = RECORD_KIND_NAMES.filter((kind) => DUTIES.some((duty) => duty.settledBy === kind));

jest.setTimeout(180_000);

let world: TestCloud;
/** Why a kind of record could not be made, where it could not. */
const failures = new Map<string, unknown>();

beforeAll(async () => {
  world = await startCloud();
  const rules = startFrom(PRESETS, { version: 1, effectiveOn: '2026-09-01' });
  await world.patch('schools', SCHOOL_ID, { regulationHistory: [{ ...rules, duties: DUTIES }] });
  const divisionIds = [7, 8, 9].map(divisionIdOf);
  await world.patch('members', CAST.divisionHead.openid, {
    postings: [{ schoolId: SCHOOL_ID, role: 'divisionHead', divisionIds }],
  });
  await world.patch('members', CAST.leader.openid, {
    postings: CAST.leader.postings.map((posting) => ({
      ...posting,
      sponsored: { ...posting.sponsored, studentIds: [SPONSORED] },
    })),
  });
  for (const kind of KINDS) {
    try {
      await MAKERS[kind]?.(world);
    } catch (error) {
      failures.set(kind, error);
    }
  }
});
afterAll(() => world.stop());

/** For whom the people of the school owe a duty. */
function owedFor(duty: (typeof DUTIES)[number]): string[] {
  const classes = world.stored<SchoolClass>('classes').filter((one) => one.schoolId === SCHOOL_ID);
  const window = null as never;
  return world.stored<Member>('members').flatMap((member) =>
    member.postings.flatMap((posting) => {
      const subjects = posting.schoolId === SCHOOL_ID ? subjectsOwed(duty, posting, member) : null;
      return subjects ? subjectIdsIn({ duty, window, subjects }, SCHOOL_ID, classes) : [];
    }),
  );
}

describe('every duty of every preset is settled by the record that its owner makes', () => {
  test('there is a way to make each kind of record that a duty waits for', () => {
    expect(wanted.filter((kind) => !MAKERS[kind])).toEqual([]);
  });

  test.each(DUTIES.map((duty) => [duty.clause, duty.id, duty] as const))(
    '%s %s',
    (_clause, _id, duty) => {
      expect(failures.get(duty.settledBy)).toBeUndefined();
      const settled = world
        .stored<StandingCount>('standings')
        .filter(({ dutyId, count }) => dutyId === duty.id && count > 0)
        .map(({ subjectId }) => subjectId);
      // A homeroom teacher owes home visits to the students of a class, known by the class.
      const owed = owedFor(duty);
      const inClass = (id: string) =>
        duty.who === 'homeroomTeacher' && id.startsWith(`${CLASSES.seven3}-`);
      expect(settled.length).toBeGreaterThan(0);
      expect(settled.filter((id) => !owed.includes(id) && !inClass(id))).toEqual([]);
    },
  );
});
