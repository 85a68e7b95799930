import { CAST, STUDENTS } from '../school/cast';
import { CARD_CODE } from '../school/family-voice';
import type { Journey } from './harness/journey';
import { setStage } from './harness/stage';

jest.setTimeout(90_000);

const FILE = `pages/student/file/index?studentId=${STUDENTS.firstChild._id}`;

describe('what children and parents say', () => {
  const { begin } = setStage();
  const box = (journey: Journey, name: string) => journey.field(name);

  test('S4-257 a card written on a classroom tablet reaches the teacher, and its answer the child', async () => {
    const tablet = await begin();
    await tablet.openAs(CAST.stranger, 'pages/today/index');
    await tablet.tap('我是学生，写连心卡');
    await box(tablet, '班级码').fill(CARD_CODE.toLowerCase());
    await box(tablet, '想说的事').fill('换了座位以后看不清黑板。');
    await tablet.screenshot('card-write');
    await tablet.tap(tablet.page.getByRole('button', { name: '交给老师', exact: true }));
    await tablet.see('收到了，谢谢你说出来').waitFor();
    await tablet.screenshot('card-receipt');
    const receipt = (await tablet.page.locator('.card-code').textContent())?.trim() ?? '';
    expect(receipt).toMatch(/^[A-Z0-9]{10}$/);

    const teacher = await begin();
    await teacher.openAs(CAST.homeroomTeacher, 'pages/today/index');
    await teacher.see('等您回音').waitFor();
    expect(teacher.calls).toHaveLength(1);
    await teacher.screenshot('today-family-voice');
    await teacher.tap('连心卡 · 没有署名');
    await teacher.tap(teacher.page.getByRole('button', { name: /^没有署名，/ }).first());
    await teacher.see('换了座位以后看不清黑板。').waitFor();
    await box(teacher, '给学生的回复').fill('谢谢你告诉我，明天就换。');
    await teacher.screenshot('card-answer');
    await teacher.tap(teacher.page.getByRole('button', { name: '回复', exact: true }));
    await teacher.see('回复已放好').waitFor();
    await teacher.end();

    await tablet.tap('用回执码看回音');
    await box(tablet, '回执码').fill(receipt);
    await tablet.tap('看一看');
    await tablet.see('谢谢你告诉我，明天就换。').waitFor();
    await tablet.end();
  });

  test('the counsellor is shown what cannot wait, first of all', async () => {
    const journey = await begin();
    await journey.openAs(CAST.counsellor, 'pages/today/index');
    await journey.tap('连心卡 · 请马上看');
    await journey.tap(journey.page.getByRole('button', { name: /^没有署名，请马上看/ }).first());
    await journey.see('先见到孩子').waitFor();
    await journey.screenshot('card-urgent');
    await journey.end();
  });

  test('a parent of two asks for a correction and takes a copy; the teacher answers', async () => {
    const parent = await begin();
    await parent.openAs(CAST.guardianOfTwo, FILE);
    await parent.see('成长记录').waitFor();
    await parent.screenshot('file-guardian');
    await parent.tap('请学校更正');
    await box(parent, '需要更正的内容').fill('家访日期写成了周三。');
    await parent.tap('交给班主任');
    await parent.see('已交给班主任').waitFor();
    await parent.see('家访日期写成了周三。').waitFor();
    const download = parent.page.waitForEvent('download');
    await parent.tap('导出孩子的成长记录');
    await parent.tap('制作并打开');
    expect((await download).suggestedFilename()).toMatch(/\.docx$/);
    await parent.end();

    const teacher = await begin();
    await teacher.openAs(CAST.homeroomTeacher, 'pages/today/index');
    await teacher.tap('家长请更正：家访日期写成了周三。');
    await teacher.see('成长记录').waitFor();
    await teacher.screenshot('file-teacher');
    await teacher.tap(teacher.page.getByRole('button', { name: '答复' }).first());
    await box(teacher, '答复').fill('已改为周四，谢谢提醒。');
    await teacher.screenshot('correction-answer');
    await teacher.tap('答复家长');
    await teacher.see('已答复家长').waitFor();
    await teacher.end();
  });

  test('a class’s code is given out and ended by its homeroom teacher', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, 'pages/me/index');
    await journey.tap('班级码');
    await journey.see(CARD_CODE).waitFor();
    await journey.tap('发一个新码');
    await journey.settled();
    await journey.screenshot('card-codes');
    await journey.tap(journey.page.getByRole('button', { name: `停用 ${CARD_CODE}` }));
    await journey.page.getByText(CARD_CODE).waitFor({ state: 'detached' });
    await journey.end();
  });
});
