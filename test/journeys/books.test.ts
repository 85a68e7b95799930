import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Download } from 'playwright-core';
import { summaryIdOf } from '../../domain/summary/summary.schema';
import { CAST, CAST_TERM, CLASSES, SCHOOL_ID } from '../school/cast';
import { meetingIdOf } from '../school/consultations';
import { setStage } from './harness/stage';

const ME = 'pages/me/index';
const BULLETIN = summaryIdOf(`${CAST_TERM}-m09`, SCHOOL_ID, 1);
const MEETING = `pages/consultation/meeting/index?meetingId=${meetingIdOf(CLASSES.seven3, 'signed')}&placeId=${CLASSES.seven3}`;

describe('计划和打印, from tap to paper', () => {
  const { begin } = setStage();
  const taken = async (download: Promise<Download>) => {
    const file = await download;
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
  };

  test('S4-205 a homeroom teacher writes the plan of the term and files it; the office sees it', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, ME);
    await journey.tap('学期会商计划');
    await journey.see(/^已报备 \d+\/\d+$/).waitFor();
    await journey.screenshot('term-plans');
    await journey.tap(journey.page.getByRole('button', { name: /^七年级\(3\)班，/ }).last());
    await journey.field('目标').waitFor();
    await journey.field('目标').fill('每名学生都有人说得出他的进步');
    await journey.field('措施').fill('每周一次会商，每次看三名学生');
    await journey.screenshot('term-plan');
    await journey.tap(journey.page.getByRole('button', { name: '保存', exact: true }).last());
    await journey.see(/已保存/).waitFor();
    await journey.tap(journey.page.getByRole('button', { name: '报备', exact: true }).last());
    await journey.see(/已报备。改动以后/).waitFor();
    await journey.screenshot('term-plan-filed');
    console.log(`a plan, written and filed: ${journey.taps} taps, ${journey.calls.length} calls`);
    await journey.end();

    const office = await begin();
    await office.openAs(CAST.academicAffairsOffice, 'pages/term-plan/index/index');
    await office.see(/王晓岚.*报备/).waitFor();
    await office.end();
  }, 90_000);

  test('S4-233 the record book of the class is printed with its plan', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, ME);
    await journey.tap(journey.page.getByRole('button', { name: /^打印/ }).first());
    await journey.see('学情会商记录本').waitFor();
    await journey.screenshot('books');
    await journey.tap('学情会商记录本');
    await journey.tap(journey.page.getByRole('radio', { name: 'PDF', exact: true }));
    await journey.screenshot('book-print');
    const download = journey.page.waitForEvent('download');
    await journey.tap('制作并打开');
    const { name, content } = await taken(download);
    expect(name).toBe('七年级(3)班学情会商记录本.pdf');
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    // 打印, the book, PDF, 制作并打开.
    console.log(`a printed book: ${journey.taps} taps, ${journey.calls.length} calls`);
    expect(journey.taps).toBeLessThanOrEqual(4);
    await journey.end();
  }, 90_000);

  test('the minutes of a meeting are printed where the meeting is read', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, MEETING);
    await journey.tap('打印纪要');
    const download = journey.page.waitForEvent('download');
    await journey.tap('制作并打开');
    expect((await taken(download)).name).toMatch(/会议纪要.*\.docx$/);
    await journey.end();
  }, 60_000);

  test('S4-226 the principal prints the bulletin that was signed, and finds it again where it is read', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, 'pages/book/index/index');
    await journey.tap('通报、小结和学期汇总');
    await journey.see('哪一份').waitFor();
    await journey.screenshot('book-bulletin');
    const download = journey.page.waitForEvent('download');
    await journey.tap('制作并打开');
    expect((await taken(download)).name).toBe('全校9月通报.docx');
    await journey.end();

    const reader = await begin();
    await reader.openAs(CAST.principal, `pages/summary/view/index?summaryId=${BULLETIN}`);
    await reader.tap(reader.page.getByRole('button', { name: '打印', exact: true }));
    await reader.see('签发的那一版').waitFor();
    const again = reader.page.waitForEvent('download');
    await reader.tap('制作并打开');
    expect((await taken(again)).name).toBe('全校9月通报.docx');
    await reader.end();
  }, 90_000);

  test('the principal takes all ledgers home in one file, begun and gone on with', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, 'pages/book/index/index');
    await journey.tap('打包全部台账');
    await journey.see(/已做 \d+\/\d+ 个班/).waitFor();
    await journey.screenshot('book-archive');
    await journey.page.getByRole('button', { name: '下载' }).waitFor({ timeout: 60_000 });
    const download = journey.page.waitForEvent('download');
    await journey.tap('下载');
    const { name, content } = await taken(download);
    expect(name).toMatch(/学情台账\.zip$/);
    expect(Object.keys(unzipSync(content)).join()).toContain('七年级(3)班学情台账.docx');
    await journey.screenshot('book-archive-ready');
    await journey.end();
  }, 120_000);

  test('stays readable in large text and in the dark', async () => {
    const journey = await begin({ isDark: true, textScale: 1.4 });
    await journey.openAs(CAST.homeroomTeacher, 'pages/book/index/index');
    await journey.see('班级学情台账').waitFor();
    await journey.screenshot('books-large-dark');
    await journey.end();
  }, 60_000);
});
