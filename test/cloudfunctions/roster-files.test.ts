import { openRosterFile } from '../../cloudfunctions/documents/roster/open-file';
import { IMPORT_KINDS } from '../../domain/roster/import-subject';
import { type PlanContext, planStudents } from '../../domain/roster/plan-students';
import { type Staged, stageSheets } from '../../domain/roster/stage-sheets';
import { csvOf, type RosterFile } from '../fixtures/rosters/book';
import { HOSTILE_FILES } from '../fixtures/rosters/hostile-files';
import { OFFICE_FILES } from '../fixtures/rosters/office-files';

/** 七年级 entered the junior school in 2025: 五四制, as in the cast's school. */
const seven = (number: number) => ({
  ...{ id: `c7${number}`, entryYear: 2025, stage: 'junior' as const, number },
});

const contextOf = (staged: Staged): PlanContext => ({
  importId: 'import0000000000',
  ...staged,
  names: { classes: [1, 3, 10].map(seven), schoolYear: 2026, system: '54' },
  known: [
    {
      id: 's1',
      name: '赵清越',
      sex: 'female',
      classId: 'c73',
      studentNumber: '20001',
      status: 'enrolled',
    },
    {
      id: 's2',
      name: '高思齐',
      sex: 'male',
      classId: 'c73',
      studentNumber: '20009',
      status: 'enrolled',
    },
    {
      id: 's3',
      name: '苏予安',
      sex: 'female',
      classId: 'c73',
      studentNumber: '20005',
      status: 'enrolled',
    },
  ],
  movesStudents: false,
  labelOf: (classId) => `七年级(${classId.slice(2)})班`,
});

async function understand({ name, content }: RosterFile) {
  const opened = await openRosterFile(content, name);
  const staged = stageSheets(opened.sheets, '54', IMPORT_KINDS.students);
  if (typeof staged === 'string') throw new Error(staged);
  const plan = planStudents(staged.rows, contextOf(staged));
  return { plan, remarks: [...opened.remarks, ...staged.remarks] };
}

describe('a roster as offices have them', () => {
  test.each(OFFICE_FILES)('$title', async ({ make, people, problems = [], remarks = [] }) => {
    const { plan, remarks: told } = await understand(await make());
    expect(plan.students).toMatchObject(people);
    expect(plan.students).toHaveLength(people.length);
    expect(plan.problems.map(({ where, text }) => `${where} ${text}`)).toEqual(
      problems.map((part) => expect.stringContaining(part)),
    );
    expect(told).toEqual(remarks.map((part) => expect.stringContaining(part)));
  });
});

describe('a file that is a trap, or no roster, is refused with a sentence', () => {
  test.each(HOSTILE_FILES)('$title', async ({ make, says }) => {
    const file = await make();
    const began = process.memoryUsage().rss;
    await expect(understand(file)).rejects.toThrow(says);
    // Nothing of it was ever held whole: a function has 256 MB.
    expect(process.memoryUsage().rss - began).toBeLessThan(200 * 1024 * 1024);
  });

  test('words that begin like a formula are no name, and elsewhere they stay words', async () => {
    const { plan } = await understand(
      csvOf('公式.csv', [
        ['姓名', '性别', '班级', '备注'],
        ['=HYPERLINK("x")', '男', '七(3)', ''],
        ['方知远', '男', '七(3)', "=cmd|' /C calc'!A0"],
      ]),
    );
    expect(plan.students).toMatchObject([{ custom: { 备注: "=cmd|' /C calc'!A0" } }]);
    expect(plan.problems).toMatchObject([{ text: '姓名里像是公式。请改成文字。', isStop: true }]);
  });
});
