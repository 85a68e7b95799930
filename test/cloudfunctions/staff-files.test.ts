import { openRosterFile } from '../../cloudfunctions/documents/roster/open-file';
import { IMPORT_KINDS } from '../../domain/roster/import-subject';
import { planStaff, type StaffPlanContext } from '../../domain/roster/plan-staff';
import { type Staged, stageSheets } from '../../domain/roster/stage-sheets';
import type { RosterFile } from '../fixtures/rosters/book';
import { HOSTILE_FILES } from '../fixtures/rosters/hostile-files';
import { STAFF_FILES } from '../fixtures/rosters/staff-files';

/** 七年级 entered the junior school in 2025: 五四制, as in the cast's school. */
const NUMBERS = [1, 3, 4, 10];

const contextOf = (staged: Staged): StaffPlanContext => ({
  importId: 'import0000000000',
  ...staged,
  names: {
    classes: NUMBERS.map((number) => ({
      ...{ id: `c7${number}`, entryYear: 2025, stage: 'junior', number, divisionId: 'd7' },
    })),
    schoolYear: 2026,
    system: '54',
  },
  officeNames: { studentAffairsOffice: '德育处', academicAffairsOffice: '教务处' },
  known: [
    { staffId: 's1', memberId: 'm1', name: '李若谷', phone: '', staffNumber: null },
    { staffId: 's2', memberId: 'm2', name: '吴知行', phone: '', staffNumber: null },
    { staffId: 's3', memberId: 'm3', name: '王晓岚', phone: '', staffNumber: null },
  ],
  labels: new Map([
    ['d7', '七年级'],
    ...NUMBERS.map((number) => [`c7${number}`, `七年级(${number})班`] as const),
  ]),
  homerooms: new Map([
    ['c71', { memberId: 'm1', name: '李若谷' }],
    ['c73', { memberId: 'm3', name: '王晓岚' }],
  ]),
  mayAppointPrincipal: false,
});

async function understand({ name, content }: RosterFile) {
  const opened = await openRosterFile(content, name);
  const staged = stageSheets(opened.sheets, '54', IMPORT_KINDS.staff);
  if (typeof staged === 'string') throw new Error(staged);
  return planStaff(staged.rows, contextOf(staged));
}

describe('the staff as offices have them in Excel', () => {
  test.each(STAFF_FILES)('$title', async ({ make, people, problems = [] }) => {
    const plan = await understand(await make());
    expect(plan.staff).toMatchObject(people);
    expect(plan.staff).toHaveLength(people.length);
    expect(plan.problems.map(({ where, text }) => `${where} ${text}`)).toEqual(
      expect.arrayContaining(problems.map((part) => expect.stringContaining(part))),
    );
  });

  test('no identity number of a teacher is ever kept', async () => {
    const [list] = STAFF_FILES;
    const plan = await understand((await list?.make()) as RosterFile);
    expect(JSON.stringify(plan)).not.toContain('370102198001011234');
  });
});

describe('a file that is a trap is no list of staff either', () => {
  test.each(HOSTILE_FILES)('$title', async ({ make }) => {
    await expect(understand(await make())).rejects.toThrow(/请|只能|不能|可以/);
  });
});
