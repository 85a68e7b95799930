import type { Audit } from '../../cloudfunctions/kernel/audit';
import type { BookFormat } from '../../domain/book/book.schema';
import { type Summary, summaryIdOf } from '../../domain/summary/summary.schema';
import { CAST, CAST_TERM, CLASSES, SCHOOL_ID } from '../school/cast';
import { newWriteId } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';
import { wordsOfDocx, wordsOfPdf, wordsOfXlsx } from './harness/read-book';

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

describe('S4-226 what is signed is printed with its signature', () => {
  const WORDS: Record<BookFormat, (file: Uint8Array) => string | Promise<string>> = {
    docx: wordsOfDocx,
    pdf: wordsOfPdf,
    xlsx: wordsOfXlsx,
  };
  const print = async (id: string, format: BookFormat): Promise<string> => {
    const event = { kind: 'summary', input: { summaryId: id, format } };
    const { openid } = CAST.principal;
    const { result } = await world.cloud.callFunction<Reply>('documents', event, openid);
    if ('error' in result) throw new Error(result.error.code);
    const file = new Uint8Array(await (await fetch(result.data.url)).arrayBuffer());
    return (await WORDS[format](file)).replace(/\s/g, '');
  };
  const standing = (id: string) =>
    world.stored<Summary>('summaries').find(({ _id }) => _id === id) as Summary;
  const books = () =>
    world.call<{ summaries: { id: string; label: string }[] }>(CAST.principal, 'book.list');

  const bulletin = summaryIdOf(`${CAST_TERM}-m09`, SCHOOL_ID, 1);

  test.each(['docx', 'pdf', 'xlsx'] as const)('the bulletin of a month as %s', async (format) => {
    const words = await print(bulletin, format);
    expect(words).toContain('全校9月通报');
    expect(words).toMatch(/签发人.*周正平|周正平.*已签发/);
    expect(words).toMatch(/签发日期.*2026年\d+月\d+日/);
    expect(words).toContain('第1版');
    expect(words).not.toContain('草稿');
  });

  test('corrected, it says which version it is, of which, why, and the old one that it is replaced', async () => {
    const before = standing(bulletin);
    await world.call(CAST.principal, 'summaryCorrection.record', {
      ...{ summaryId: bulletin, rev: before.rev, writeId: newWriteId() },
      ...{ words: { ...before.words, next: '家访排到十一月底。' }, why: '下一步写漏了日期' },
    });
    const corrected = summaryIdOf(`${CAST_TERM}-m09`, SCHOOL_ID, 2);
    const words = await print(corrected, 'docx');
    expect(words).toContain('第2版，更正第1版');
    expect(words).toContain('下一步写漏了日期');
    expect(await print(bulletin, 'docx')).toContain('这一版已由第2版代替');
    expect((await books()).summaries).toContainEqual({
      id: corrected,
      label: '全校9月通报（第 2 版）',
    });
  });

  test('the summary of a term, once it is signed; before that it stands in no list', async () => {
    const periodId = `${CAST_TERM}-term`;
    const id = summaryIdOf(periodId, SCHOOL_ID, 1);
    await world.call(CAST.principal, 'summary.record', {
      ...{ writeId: newWriteId(), level: 'school', placeId: SCHOOL_ID, periodId },
    });
    expect(await print(id, 'pdf')).toContain('草稿');
    expect((await books()).summaries.map((one) => one.id)).not.toContain(id);
    await world.call(CAST.principal, 'summary.signOff', {
      ...{ summaryId: id, rev: standing(id).rev, writeId: newWriteId() },
    });
    const words = await print(id, 'pdf');
    expect(words).toContain('全校学期汇总');
    expect(words).toContain('签发人');
    expect((await books()).summaries).toContainEqual({ id, label: '全校学期汇总' });
  });

  test('a homeroom teacher finds her class’s, and none of the school’s', async () => {
    const { summaries } = await world.call<{ summaries: { label: string }[] }>(
      CAST.homeroomTeacher,
      'book.list',
    );
    expect(summaries.filter(({ label }) => label.includes('全校'))).toEqual([]);
  });
});
