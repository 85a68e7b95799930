import { PROBLEM_PAGE } from '../../domain/roster/roster-file';
import {
  chunkIdOf,
  NO_RESULT,
  type RosterImport,
  type RosterProblemPage,
  type RosterRecord,
} from '../../domain/roster/roster-import.schema';
import type { Stored } from '../../domain/schema';
import { CAST, SCHOOL_ID, STUDENTS } from './cast';

/** The import of September, applied; and one that waits to be looked at. */
export const IMPORTS = { applied: 'septemberRoster0001', waiting: 'octoberRoster000001' } as const;

const SEPTEMBER = new Date('2026-09-01T09:00:00+08:00');
const OCTOBER = new Date('2026-10-28T16:00:00+08:00');

type Stamps = Omit<Stored, '_id'>;

/** What the office has brought into the cast's school, and what is known of one family. */
export function makeRosterImports(stamps: Stamps) {
  const by = {
    ...stamps,
    createdBy: CAST.studentAffairsOffice.openid,
    updatedBy: CAST.studentAffairsOffice.openid,
    updatedByName: CAST.studentAffairsOffice.name,
  };
  const common = {
    ...by,
    ...{ schoolId: SCHOOL_ID, movesStudents: false, remarks: [] },
    sheets: [{ name: '七年级', rows: 40, letters: ['A', 'B', 'C'], classHint: '' }],
    columns: ['姓名', '性别', '班级'].map((label) => ({ label, samples: [] })),
    mapping: ['name', 'sex', 'className'],
    ...{ rows: 40, chunks: 1, workingUntil: null, planId: 'plan' },
  } as const;
  const rosterImports = [
    {
      ...{ ...common, _id: IMPORTS.applied, fileName: '七年级花名册.xlsx', state: 'applied' },
      ...{ counts: { create: 40, update: 0, stop: 0, problems: 0 }, problemPages: 0, done: 1 },
      result: { ...NO_RESULT, created: 40 },
      ...{ createdAt: SEPTEMBER, appliedAt: SEPTEMBER, lastWriteId: 'applied' },
    },
    {
      ...{ ...common, _id: IMPORTS.waiting, fileName: '转入学生.csv', state: 'checked' },
      ...{ counts: { create: 38, update: 0, stop: 2, problems: 2 }, problemPages: 1, done: 0 },
      ...{ createdAt: OCTOBER, result: NO_RESULT, appliedAt: null, lastWriteId: 'plan' },
    },
  ] as unknown as RosterImport[];
  const rosterProblems: RosterProblemPage[] = [
    {
      _id: chunkIdOf(IMPORTS.waiting, 0),
      ...{ schemaVersion: 1, schoolId: SCHOOL_ID, importId: IMPORTS.waiting, page: 0 },
      problems: [4, 9].slice(0, PROBLEM_PAGE).map((row) => ({
        ...{ where: `第 ${row} 行 C 列“班级”`, isStop: true },
        text: '学校里没有“七(9)”这个班。请改正，或者先在学校设定里建班。',
      })),
    },
  ];
  const rosterRecords: RosterRecord[] = [
    {
      ...by,
      ...{ _id: STUDENTS.firstChild._id, schoolId: SCHOOL_ID, custom: {}, imported: null },
      guardians: [{ name: '赵文博', relation: '父亲', phone: '13800000001' }],
    },
  ];
  return { rosterImports, rosterProblems, rosterRecords };
}
