import type { Browser } from 'playwright-core';
import { launchChromium } from '../../config/chromium';
import { CAST, CLASSES, STUDENTS } from '../school/cast';
import { EXPECTED, JOIN_CODE } from '../school/joining';
import { Journey } from './harness/journey';
import { startTestProduct, type TestProduct } from './harness/product';

jest.setTimeout(90_000);

const mother = { openid: 'oJoining-mother' };
const teacher = { openid: 'oJoining-teacher' };
const FAMILIES = `pages/joining/families/index?classId=${CLASSES.seven3}`;

describe('coming in', () => {
  let browser: Browser;
  let product: TestProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchChromium(), startTestProduct()]);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const begin = () => Journey.begin(browser, product);
  const button = ({ page }: Journey, name: string) =>
    page.getByRole('button', { name, exact: true });

  test('a guardian reads what it is about, agrees, names the child, and is let in by one tap', async () => {
    const guardian = await begin();
    await guardian.openAs(mother, 'pages/today/index');
    await guardian.tap('我是家长');
    await guardian.field('加入码').fill('wrong 123');
    await guardian.tap('下一步');
    await guardian.see('这个码现在不能用').waitFor();
    await guardian.field('加入码').fill(JOIN_CODE.toLowerCase());
    await guardian.tap('下一步');
    await guardian.see('谁来处理').waitFor();
    await guardian.screenshot('join-consent');
    await guardian.tap('我看过了，同意学校按上面的说明处理。');
    await guardian.field('孩子的姓名').fill('没有这个人');
    await guardian.field('您的姓名').fill('雷雅琴');
    await guardian.tap('妈妈');
    await guardian.tap('未满十四周岁');
    await guardian.screenshot('join-child');
    await guardian.tap(/^孩子未满十四周岁。/);
    await guardian.tap('递交给班主任');
    await guardian.see('没有这个人 · 等班主任确认').waitFor();
    await guardian.screenshot('join-waiting');

    const homeroom = await begin();
    await homeroom.openAs(CAST.homeroomTeacher, 'pages/today/index');
    await homeroom.see('雷雅琴 想作为没有这个人的家长加入').waitFor();
    expect(homeroom.calls).toHaveLength(1);
    await homeroom.tap(/^雷雅琴 想作为/);
    await homeroom.see('名单里没有这个名字').waitFor();
    await homeroom.screenshot('join-families');
    await homeroom.tap(button(homeroom, '确认：雷雅琴'));
    await homeroom.tap(button(homeroom, STUDENTS.otherChild.name));
    await homeroom.see('雷雅琴 已加入').waitFor();
    await homeroom.end();

    await guardian.openAs(mother, 'pages/joining/guardian/index');
    await guardian.see('没有这个人 · 已加入').waitFor();
    await guardian.tap('去看孩子的记录');
    await guardian.tap('学生');
    await guardian.see(STUDENTS.otherChild.name).waitFor();
    await guardian.end();
  });

  test('a mistake is taken back with one tap', async () => {
    const homeroom = await begin();
    await homeroom.openAs(CAST.homeroomTeacher, FAMILIES);
    await homeroom.tap(button(homeroom, '确认：周海宁'));
    await homeroom.see('周海宁 已加入').waitFor();
    await homeroom.tap('撤销');
    await homeroom.see(/苏予安的爸爸 周海宁/).waitFor();
    await homeroom.end();
  });

  test('a guardian takes a consent back, and is told before what that means', async () => {
    const guardian = await begin();
    await guardian.openAs(CAST.guardianOfTwo, 'pages/joining/consents/index');
    await guardian.see(STUDENTS.secondChild.name).waitFor();
    await guardian.screenshot('consents');
    await guardian.tap(button(guardian, `撤回对${STUDENTS.secondChild.name}的同意`));
    await guardian.see('不影响孩子上学').waitFor();
    await guardian.screenshot('consent-withdraw');
    await guardian.tap(button(guardian, '撤回同意'));
    await guardian.see(`已撤回对${STUDENTS.secondChild.name}的同意`).waitFor();
    expect(await guardian.page.getByText(STUDENTS.secondChild.name, { exact: true }).count()).toBe(
      0,
    );
    await guardian.end();
  });

  test('the office invites a teacher, who is one of the staff after one screen', async () => {
    const office = await begin();
    await office.openAs(CAST.studentAffairsOffice, 'pages/joining/invitations/index');
    await office.tap('邀请一位');
    await office.field('给谁').fill('郑老师');
    await office.tap(office.page.getByRole('radio', { name: '任课教师' }));
    await office.field('学科').fill('化学');
    await office.tap(office.page.getByRole('checkbox', { name: '九年级(1)班' }));
    await office.screenshot('invite');
    await office.tap('做好邀请并复制');
    await office.see(/^郑老师 · /).waitFor();
    await office.screenshot('invitations');
    const title =
      (await office
        .see(/^郑老师 · /)
        .first()
        .textContent()) ?? '';
    await office.end();

    const invited = await begin();
    await invited.openAs(teacher, `pages/joining/staff/index?code=${title.split(' · ')[1]}`);
    await invited.see('九年级(1)班 · 化学 · 任课教师').waitFor();
    await invited.field('您的姓名').fill('郑一鸣');
    await invited.screenshot('join-staff');
    await invited.tap('加入学校');
    await invited.see('郑一鸣').waitFor();
    await invited.end();
  });

  test('where the school allows it, a teacher finds the invitation by phone; nobody has to', async () => {
    const office = await begin();
    await office.openAs(CAST.studentAffairsOffice, 'pages/joining/invitations/index');
    const setting = { name: '也可以用手机号加入' };
    await office.tap(office.page.getByRole('switch', setting));
    await office.page.getByRole('switch', { ...setting, checked: true }).waitFor();
    await office.screenshot('invitations-phone');
    await office.end();

    const invited = await begin();
    invited.page.on('dialog', (dialog) => void dialog.accept(EXPECTED.phone));
    await invited.openAs({ openid: 'oJoining-phone' }, 'pages/joining/staff/index');
    await invited.see('邀请码').waitFor();
    await invited.see('用手机号找到邀请').waitFor();
    await invited.screenshot('join-staff-phone');
    await invited.tap('用手机号找到邀请');
    await invited.see('心理教师').waitFor();
    await invited.field('您的姓名').fill(EXPECTED.name);
    await invited.tap('加入学校');
    await invited.see(EXPECTED.name).waitFor();
    console.log(`in by phone: ${invited.taps} taps, ${invited.calls.length} calls`);
    await invited.end();
  });
});
