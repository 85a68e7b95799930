import type { Browser } from 'playwright-core';
import { launchChromium } from '../../config/chromium';
import type { Member } from '../../domain/access/roles';
import type { SchoolClass } from '../../domain/school/roster.schema';
import { workbookOf } from '../fixtures/rosters/book';
import { CAST, CLASSES, divisionIdOf, STUDENTS } from '../school/cast';
import { chooseFile } from './harness/files';
import { Journey, type JourneyOptions } from './harness/journey';
import { startTestProduct, type TestProduct } from './harness/product';

jest.setTimeout(90_000);

describe('the office and its staff', () => {
  let browser: Browser;
  let product: TestProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchChromium(), startTestProduct()]);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const begin = (options?: JourneyOptions) => Journey.begin(browser, product, options);
  const stored = <T>(collection: string) => product.cloud.database.peek(collection, 10_000) as T[];
  const rolesOf = (openid: string) =>
    stored<Member>('members')
      .find(({ _id }) => _id === openid)
      ?.postings.map(({ role }) => role);

  test('a teacher gets a subject in a class; the next tap has it, and 撤销 takes it back', async () => {
    const journey = await begin();
    await journey.openAs(CAST.studentAffairsOffice, 'pages/me/index');
    await journey.tap('老师和身份');
    await journey.see('找一位老师').waitFor();
    await journey.screenshot('staff');
    await journey.field('找一位老师').fill(CAST.counsellor.name);
    await journey.tap(journey.page.locator('.row', { hasText: CAST.counsellor.name }));
    await journey.tap('加一个身份');
    await journey.tap(journey.page.locator('.sheet .row', { hasText: '任课教师' }));
    await journey.tap(journey.page.locator('.sheet .chip', { hasText: '音乐' }));
    await journey.tap(journey.page.locator('.sheet .chip', { hasText: '七年级(4)班' }));
    await journey.screenshot('staff-posting');
    await journey.tap(journey.page.getByText('好了', { exact: true }));
    await journey.tap(journey.page.getByText('保存', { exact: true }));
    await journey.see('已保存').waitFor();
    console.log(`a subject in a class: ${journey.taps} taps, ${journey.calls.length} calls`);
    expect(rolesOf(CAST.counsellor.openid)).toEqual(['counsellor', 'subjectTeacher']);

    const teacher = await begin();
    await teacher.openAs(CAST.counsellor, 'pages/me/index');
    await teacher.see('音乐 · 七年级(4)班').waitFor();
    await teacher.end();

    await journey.tap('撤销');
    await journey.see('已撤销').waitFor();
    expect(rolesOf(CAST.counsellor.openid)).toEqual(['counsellor']);
    await journey.end();
  });

  test('a class gets another homeroom teacher: whose it was is said before', async () => {
    const journey = await begin();
    const { openid, name } = CAST.counsellor;
    await journey.openAs(CAST.principal, `pages/staff/member/index?memberId=${openid}`);
    await journey.tap('加一个身份');
    await journey.tap(journey.page.locator('.sheet .row', { hasText: '班主任' }));
    await journey.tap(journey.page.locator('.sheet .chip', { hasText: '七年级(1)班' }));
    await journey.tap(journey.page.getByText('好了', { exact: true }));
    await journey.see(`七年级(1)班现在的班主任是${CAST.homeroomTeacher71.name}`).waitFor();
    await journey.screenshot('staff-homeroom-taken');
    await journey.tap(journey.page.getByText('保存', { exact: true }));
    await journey.see('已保存').waitFor();
    const one = stored<SchoolClass>('classes').find(({ _id }) => _id === CLASSES.seven1);
    expect(one?.homeroomTeacherName).toBe(name);
    // Without a class, and still one of the staff: the office gives them something else.
    expect(rolesOf(CAST.homeroomTeacher71.openid)).toEqual(['homeroomTeacher']);
    await journey.end();
  });

  test('包靠 for the whole school, a division, a class, a student', async () => {
    const journey = await begin();
    const { openid } = CAST.leader;
    await journey.openAs(CAST.principal, `pages/staff/member/index?memberId=${openid}`);
    await journey.tap(journey.page.locator('.row', { hasText: '校领导' }));
    await journey.see('包靠全校').waitFor();
    await journey.tap(journey.page.getByLabel('包靠全校'));
    await journey.tap('七年级(1)班的学生');
    await journey.tap('顾行舟');
    await journey.screenshot('staff-sponsorship');
    await journey.tap(journey.page.getByText('好了', { exact: true }));
    await journey.tap(journey.page.getByText('保存', { exact: true }));
    await journey.see('已保存').waitFor();
    const posting = stored<Member>('members').find(({ _id }) => _id === openid)?.postings[0];
    expect(posting?.sponsored?.isWholeSchool).toBe(true);
    expect(posting?.sponsored?.studentIds).toContain(STUDENTS.menteeIn71._id);
    await journey.end();
  });

  test('classes of the coming year are added before it comes; names are the school’s own', async () => {
    const journey = await begin();
    await journey.openAs(CAST.academicAffairsOffice, 'pages/me/index');
    await journey.tap('学校和班级');
    await journey.see('七年级(1)班').waitFor();
    await journey.screenshot('classes');
    await journey.tap('增加班级');
    await journey.tap('明年的六年级');
    await journey.tap(journey.page.getByLabel('班级多一班'));
    await journey.screenshot('classes-add');
    await journey.tap('加 2 个班');
    await journey.see('2027级(2)班').waitFor();
    await journey.tap('改名称、校区、级部和处室');
    await journey.see('改名称').waitFor();
    await journey.field('管德育和学生的处室').fill('德育处');
    await journey.screenshot('classes-names');
    await journey.tap(journey.page.getByText('保存', { exact: true }));
    await journey.see('已保存').waitFor();
    await journey.openAs(CAST.studentAffairsOffice, 'pages/me/index');
    await journey.see('德育处').waitFor();
    await journey.end();
  });

  test('a table of who teaches what comes in from Excel: who becomes what is read before', async () => {
    const journey = await begin();
    await journey.openAs(CAST.academicAffairsOffice, 'pages/staff/index/index');
    await journey.tap('从 Excel 导入老师和任课');
    await journey.see('选择老师名单或任课表').waitFor();
    await journey.screenshot('staff-imports');
    const file = await workbookOf('任课表.xlsx', {
      name: '2026秋任课表',
      rows: [
        ['班级', '班主任', '语文', '数学', '体育'],
        ['七(3)', '程知遥', '韩松', '程知遥', '周勇'],
        ['七(4)', '', '韩松', CAST.subjectTeacher.name, '周勇'],
        ['七(9)', '', '秦月', '', ''],
      ],
    });
    await chooseFile(journey, '选择老师名单或任课表', file);
    await journey.see('语文 → 任课表里这一科的老师（姓名）').waitFor();
    await journey.screenshot('staff-import-columns');
    await journey.tap(journey.page.getByRole('button', { name: '核对', exact: true }));
    await journey.see('没有“七年级(9)班”这个班').waitFor();
    await journey.see(`现在的班主任是“${CAST.homeroomTeacher.name}”`).waitFor();
    await journey.see('七年级(3)班、七年级(4)班 · 体育 · 任课教师').waitFor();
    await journey.screenshot('staff-import-problems');
    await journey.tap('导入 4 人');
    await journey.see('谁凭什么加入').waitFor();
    await journey.see(/^程知遥 · [0-9A-Z]{10}$/).waitFor();
    await journey.screenshot('staff-import-done');
    console.log(`staff from Excel: ${journey.taps} taps, ${journey.calls.length} calls of the api`);
    // 从 Excel 导入, 选择文件, 核对, 导入.
    expect(journey.taps).toBeLessThanOrEqual(4);
    await journey.tap('复制这一页的邀请码');
    await journey.see('3 个邀请码已复制').waitFor();
    await journey.end();
  });

  test('a misspelled name is corrected, and the class says it', async () => {
    const journey = await begin();
    const { openid, name } = CAST.homeroomTeacher82;
    await journey.openAs(CAST.academicAffairsOffice, `pages/staff/member/index?memberId=${openid}`);
    await journey.tap(journey.page.getByLabel(`改姓名：${name}`));
    await journey.see('签过字的记录，保留当时的姓名').waitFor();
    await journey.screenshot('staff-name');
    await journey.field('姓名').fill('孙一凡');
    await journey.tap(journey.page.locator('.sheet-footer').getByText('保存'));
    await journey.see('姓名已改').waitFor();
    await journey.see('孙一凡').waitFor();
    const one = stored<SchoolClass>('classes').find(({ _id }) => _id === CLASSES.eight2);
    expect(one?.homeroomTeacherName).toBe('孙一凡');
    await journey.end();
  });

  test('a class is moved to another division, and back with one tap', async () => {
    const journey = await begin();
    await journey.openAs(CAST.studentAffairsOffice, 'pages/staff/classes/index');
    await journey.tap(journey.page.getByLabel('移动七年级(4)班'));
    await journey.see('七年级(4)班属于哪个级部').waitFor();
    await journey.screenshot('classes-move');
    await journey.tap(journey.page.locator('.sheet .row', { hasText: '八年级' }));
    await journey.see('七年级(4)班移好了').waitFor();
    const divisionOf = () =>
      stored<SchoolClass>('classes').find(({ _id }) => _id === CLASSES.seven4)?.divisionId;
    expect(divisionOf()).toBe(divisionIdOf(8));
    await journey.tap('撤销');
    await journey.see('七年级(4)班移回去了').waitFor();
    expect(divisionOf()).toBe(divisionIdOf(7));
    await journey.end();
  });

  test('a teacher sees neither list', async () => {
    const journey = await begin({ isDark: true, textScale: 1.4 });
    await journey.openAs(CAST.homeroomTeacher, 'pages/me/index');
    await journey.see('我的身份').waitFor();
    expect(await journey.page.getByText('老师和身份').count()).toBe(0);
    await journey.openAs(CAST.homeroomTeacher, 'pages/staff/index/index');
    await journey.see(/没有找到/).waitFor();
    await journey.end();
  });
});
