import ExcelJS from 'exceljs';
import type { Audit } from '../../cloudfunctions/kernel/audit';
import { CAST, type CastName, CLASSES, divisionIdOf, SCHOOL_ID, STUDENTS } from '../school/cast';
import { SEALED_MARK } from '../school/lines';
import { timelineItem } from '../school/timeline';
import { startCloud, type TestCloud } from './harness/cloud';

type Reply = { data: { name: string; url: string } } | { error: { code: string } };

const studentId = STUDENTS.firstChild._id;
const whose = {
  studentId,
  classId: CLASSES.seven3,
  divisionId: divisionIdOf(7),
  schoolId: SCHOOL_ID,
};

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
  const at = new Date('2026-10-20T10:00:00+08:00');
  const staff = { kind: 'talk', refId: 'forStaff', at, title: '教师之间的话' } as const;
  const family = { kind: 'homeVisit', refId: 'forFamily', at, title: '=1+1 家访' } as const;
  world.cloud.database.insertMany('timeline', [
    timelineItem(whose, CAST.mentor, staff),
    timelineItem(whose, CAST.mentor, { ...family, audience: 'family', agreed: '每晚读书' }),
  ] as never);
});
afterAll(() => world.stop());

const make = async (name: CastName) =>
  (
    await world.cloud.callFunction<Reply>(
      'documents',
      { kind: 'studentFile', input: { studentId, format: 'xlsx' } },
      CAST[name].openid,
    )
  ).result;

async function cellsOf(reply: Reply): Promise<string[]> {
  if ('error' in reply) throw new Error(reply.error.code);
  const content = await (await fetch(reply.data.url)).arrayBuffer();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content);
  const cells: string[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => row.eachCell((cell) => cells.push(`${cell.type}:${cell.text}`)));
  }
  return cells;
}

describe('a child’s file as the family takes it home', () => {
  test('holds what the school shares and what was asked, as text, and nothing else', async () => {
    const cells = (await cellsOf(await make('guardianOfTwo'))).join('\n');
    expect(cells).toContain('=1+1 家访\n说好的事：每晚读书');
    expect(cells).toContain('家访记录里写的地址是以前的。');
    expect(cells).not.toContain('教师之间的话');
    expect(cells).not.toContain(SEALED_MARK);
    expect(cells).not.toContain(`${ExcelJS.ValueType.Formula}:`);
  });

  test('is made for the child’s guardians only, and audited', async () => {
    for (const name of ['guardian', 'homeroomTeacher', 'principal', 'otherPrincipal'] as const) {
      expect(await make(name)).toMatchObject({ error: { code: 'notFound' } });
    }
    const audits = world.stored<Audit>('audits');
    const exported = audits.filter(({ action }) => action === 'studentFile.export');
    expect(exported.map(({ by }) => by)).toEqual([CAST.guardianOfTwo.openid]);
  });
});
