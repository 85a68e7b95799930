import type { Browser } from 'playwright-core';
import { launchChromium } from '../../config/chromium';
import type { Consultation } from '../../domain/consultation/consultation.schema';
import type { SchoolClass, Student } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';
import { workbookOf } from '../fixtures/rosters/book';
import { SET_UP_CODE } from '../school/set-up-code';
import { chooseFile } from './harness/files';
import { Journey, type JourneyOptions } from './harness/journey';
import { startTestProduct, type TestProduct } from './harness/product';

jest.setTimeout(90_000);

const office = { openid: 'oFirst-office' };
const homeroom = { openid: 'oFirst-teacher' };
const division = { openid: 'oFirst-division' };
const CLASS = '七年级(1)班';
const HUDDLE = `${CLASS} · 班级教师碰头会`;
const SAID = '本周先认识每一个人，座位周五定。';

describe('an environment without a school', () => {
  let browser: Browser;
  let product: TestProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchChromium(), startTestProduct('none')]);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const begin = (options?: JourneyOptions) => Journey.begin(browser, product, options);
  const stored = <T>(collection: string) => product.cloud.database.peek(collection, 10_000) as T[];
  const button = ({ page }: Journey, name: string) =>
    page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();

  /** What the way of a whole school has cost so far, everybody's together. */
  const way = { taps: 0, calls: 0 };
  const said = (journey: Journey, what: string) => {
    way.taps += journey.taps;
    way.calls += journey.calls.length;
    console.log(`${what}: ${journey.taps} taps, ${journey.calls.length} calls`);
  };

  /** @returns the code that was made */
  async function invite(journey: Journey, name: string, role: string, reach: string) {
    await journey.tap(button(journey, '邀请一位'));
    await journey.field('给谁').fill(name);
    await journey.tap(journey.page.getByRole('radio', { name: role, exact: true }));
    await journey.tap(journey.page.getByRole('checkbox', { name: reach, exact: true }));
    await journey.tap(button(journey, '做好邀请并复制'));
    const row = journey.see(new RegExp(`^${name} · `));
    await row.waitFor();
    return ((await row.textContent()) ?? '').split(' · ')[1];
  }

  async function join(person: { openid: string }, code: string, name: string) {
    const journey = await begin();
    await journey.openAs(person, 'pages/today/index');
    await journey.tap('我是学校的老师');
    await journey.field('邀请码').fill(code);
    await journey.tap(button(journey, '下一步'));
    await journey.field('您的姓名').fill(name);
    await journey.tap(button(journey, '加入学校'));
    await journey.see(name).waitFor();
    said(journey, `${name} comes in`);
    await journey.end();
  }

  test('a stranger learns what this is and finds the doors, at every size and in the dark', async () => {
    const journey = await begin();
    await journey.openAs(office, 'pages/today/index');
    await journey.see('我是家长').waitFor();
    await journey.screenshot('welcome');
    await journey.end();
    const large = await begin({ isDark: true, textScale: 1.4 });
    await large.openAs(office, 'pages/today/index');
    await large.see('为学校开通').waitFor();
    await large.screenshot('welcome-large-dark');
    await large.end();
  });

  test('whoever has the code opens a school: six screens, back allowed, drafts kept', async () => {
    const journey = await begin();
    await journey.openAs(office, 'pages/today/index');
    await journey.tap('为学校开通');
    await journey.see('第 1 步').waitFor();
    await journey.tap('下一步');
    await journey.see('请填写开通码。').waitFor();
    await journey.field('开通码').fill('WRONG-2026-CODE');
    await journey.field('您的姓名').fill('何素心');
    await journey.tap('下一步');
    await journey.see('这个开通码不能用').waitFor();
    await journey.field('开通码').fill(SET_UP_CODE);
    await journey.screenshot('first-run-who');
    await journey.tap('下一步');

    await journey.see('第 2 步').waitFor();
    await journey.field('学校名称').fill('云溪初级中学');
    await journey.screenshot('first-run-school');
    await journey.tap('下一步');
    await journey.see('第 3 步').waitFor();
    await journey.screenshot('first-run-campuses');
    await journey.tap('下一步');

    await journey.see('第 4 步').waitFor();
    await journey.tap('都是 12 个');
    await journey.see('共 36 个班').waitFor();
    await journey.tap(journey.page.getByLabel('九年级少一班'));
    await journey.see('共 35 个班').waitFor();
    await journey.tap('上一步');
    await journey.see('第 3 步').waitFor();
    await journey.tap('下一步');
    await journey.see('共 35 个班').waitFor();
    await journey.screenshot('first-run-classes');
    await journey.tap('下一步');

    // Whoever stops here finds everything again.
    await journey.see('第 5 步').waitFor();
    await journey.see('国庆节').waitFor();
    await journey.screenshot('first-run-calendar');
    await journey.page.waitForTimeout(600);
    await journey.openAs(office, 'pages/first-run/index/index');
    await journey.see('第 5 步').waitFor();
    await journey.tap('下一步');
    await journey.see('第 6 步').waitFor();
    await journey.tap(journey.page.locator('.chip', { hasText: '德育处' }));
    await journey.screenshot('first-run-rules');
    await journey.tap('开通学校');
    await journey.see('云溪初级中学开通了').waitFor();
    await journey.see('七年级 12 个班、八年级 12 个班、九年级 11 个班').waitFor();
    await journey.screenshot('first-run-opened');
    console.log(`first run: ${journey.taps} taps, ${journey.calls.length} calls`);
    expect(journey.taps).toBeLessThanOrEqual(20);

    expect(stored<School>('schools')).toHaveLength(1);
    expect(stored<SchoolClass>('classes')).toHaveLength(35);
    await journey.tap('看看班级');
    await journey.see('九年级(11)班').waitFor();
    await journey.openAs(office, 'pages/today/index');
    await journey.see('何素心').waitFor();
    await journey.screenshot('today-new-school');
    said(journey, 'a school opened');
    await journey.end();
  });

  test('the office invites the first teachers, and each is in with the code', async () => {
    const journey = await begin();
    await journey.openAs(office, 'pages/me/index');
    await journey.tap('邀请教职工');
    const codes = [
      await invite(journey, '程老师', '班主任', CLASS),
      await invite(journey, '马主任', '级部主任', '七年级'),
    ];
    said(journey, 'two invitations');
    await journey.end();
    await join(homeroom, codes[0] ?? '', '程知遥');
    await join(division, codes[1] ?? '', '马望舒');
    const first = stored<SchoolClass>('classes').find(
      ({ homeroomTeacherId }) => homeroomTeacherId === homeroom.openid,
    );
    expect(first?.homeroomTeacherName).toBe('程知遥');
  });

  test('the office brings in the students of a class from a workbook', async () => {
    const journey = await begin();
    await journey.openAs(office, 'pages/me/index');
    await journey.tap('导入和导出');
    await journey.see('选择花名册文件').waitFor();
    const file = await workbookOf('新生.xlsx', {
      name: '七年级(1)班',
      rows: [
        ['姓名', '性别', '家长及电话'],
        ['安可', '女', '母亲 柳眉 13800000011'],
        ['白一帆', '男', '父亲 白大川 13800000012'],
        ['陈星野', '男', ''],
        ['丁溪', '女', '母亲 顾盼 13800000013'],
      ],
    });
    await chooseFile(journey, '选择花名册文件', file);
    await journey.tap(button(journey, '核对'));
    await journey.see('新增 4 人').waitFor();
    await journey.tap('导入 4 人');
    await journey.see('已导入').waitFor();
    await journey.screenshot('first-run-roster');
    expect(stored<Student>('students')).toHaveLength(4);
    said(journey, 'the first class list');
    await journey.end();
  });

  test('the homeroom teacher notes the first huddle, and the head of the division sees it', async () => {
    const teacher = await begin();
    await teacher.openAs(homeroom, 'pages/today/index');
    await teacher.see('程知遥').waitFor();
    await teacher.settled();
    await teacher.screenshot('today-first-teacher');
    await teacher.tap('学生');
    await teacher.see('安可').waitFor();
    await teacher.tap(teacher.page.getByText('会商', { exact: true }).last());
    await teacher.tap(button(teacher, '记碰头会'));
    await teacher.field('一句话').fill(SAID);
    await teacher.tap(button(teacher, '保存'));
    await teacher.see('碰头会已记下').waitFor();
    await teacher.see(HUDDLE).waitFor();
    expect(stored<Consultation>('consultations')).toHaveLength(1);
    said(teacher, 'the first huddle');
    await teacher.end();

    const head = await begin();
    await head.openAs(division, 'pages/meetings/index');
    await head.tap(HUDDLE);
    await head.see(SAID).waitFor();
    await head.screenshot('first-huddle-seen');
    await head.openAs(division, 'pages/leader/index/index');
    await head.see('七年级(12)班').waitFor();
    await head.screenshot('leader-first-week');
    said(head, 'the head of the division looks');
    await head.end();
    console.log(`from nothing to the first huddle seen: ${way.taps} taps, ${way.calls} calls`);
    expect(way.taps).toBeLessThanOrEqual(60);
  });
});
