import type { Audit } from '../../cloudfunctions/kernel/audit';
import { type Summary, summaryIdOf } from '../../domain/summary/summary.schema';
import { CAST, CAST_TERM, CLASSES } from '../school/cast';
import { startCloud, type TestCloud } from './harness/cloud';

type Reply = { data: { fileId: string; name: string; url: string } } | { error: { code: string } };

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const summaryId = summaryIdOf(`${CAST_TERM}-w09`, CLASSES.seven3, 1);
const make = async (openid: string, format: string) => {
  const event = { kind: 'summary', input: { summaryId, format } };
  return (await world.cloud.callFunction<Reply>('documents', event, openid)).result;
};

test.each(['docx', 'pdf', 'xlsx'])(
  'a summary goes to a chat as %s, under its title',
  async (format) => {
    const reply = await make(CAST.homeroomTeacher.openid, format);
    expect(reply).toMatchObject({ data: { name: `七年级(3)班第9周小结.${format}` } });
    const audits = world
      .stored<Audit>('audits')
      .filter(({ action }) => action === 'summary.export');
    expect(audits.at(-1)).toMatchObject({ documentId: summaryId });
  },
);

test('no student is named in it', async () => {
  const ExcelJS = await import('exceljs');
  const reply = await make(CAST.homeroomTeacher.openid, 'xlsx');
  const url = 'data' in reply ? reply.data.url : '';
  const workbook = new ExcelJS.default.Workbook();
  await workbook.xlsx.load(await (await fetch(url)).arrayBuffer());
  const text = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
  expect(text).toContain('应做的会商工作');
  const { unseen } = world
    .stored<Summary>('summaries')
    .find(({ _id }) => _id === summaryId) as Summary;
  expect(unseen.length).toBeGreaterThan(0);
  for (const { name } of unseen) expect(text).not.toContain(name);
});

test('whoever only reads it, and a family, get no file', async () => {
  for (const who of [CAST.subjectTeacher, CAST.guardian, CAST.homeroomTeacher82]) {
    expect(await make(who.openid, 'docx')).toMatchObject({ error: { code: 'notFound' } });
  }
});
