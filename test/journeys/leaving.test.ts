import type { Browser } from 'playwright-core';
import { launchChromium } from '../../config/chromium';
import { ERASED, type ErasureRequest } from '../../domain/leaving/erasure-request.schema';
import type { SchoolClass, Student } from '../../domain/school/roster.schema';
import { CAST, CLASSES, STUDENTS } from '../school/cast';
import { Journey } from './harness/journey';
import { startTestProduct, type TestProduct } from './harness/product';

jest.setTimeout(90_000);

describe('leaving', () => {
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
  const stored = <T>(collection: string) => product.cloud.database.peek(collection, 10_000) as T[];
  const fileOf = (studentId: string) => `pages/student/file/index?studentId=${studentId}`;

  test('a teacher leaves: access is gone at the next tap, and the successor has the class', async () => {
    const { homeroomTeacher, subjectTeacher } = CAST;
    const teacher = await begin();
    await teacher.openAs(homeroomTeacher, fileOf(STUDENTS.firstChild._id));
    await teacher.see(STUDENTS.firstChild.name).waitFor();

    const office = await begin();
    const page = `pages/staff/member/index?memberId=${homeroomTeacher.openid}`;
    await office.openAs(CAST.studentAffairsOffice, page);
    await office.tap('离校交接');
    await office.see('没有完成的决议').waitFor();
    await office.screenshot('departure');
    for (const label of [
      '班主任的班',
      '任教的班',
      '受导学生',
      '没有完成的决议',
      '还没有开的会',
      '计划中的家访',
    ]) {
      const card = office.page
        .locator('.card', { hasText: label })
        .filter({ visible: true })
        .last();
      const chip = card.getByText(subjectTeacher.name, { exact: true });
      if ((await chip.count()) > 0) await office.tap(chip.first());
      else {
        await office.tap(`别的老师（${label}）`);
        await office.field('找一位老师').fill(subjectTeacher.name);
        await office.tap(office.page.locator('.sheet .row', { hasText: subjectTeacher.name }));
      }
    }
    await office.screenshot('departure-chosen');
    await office.tap(office.page.getByText('离校', { exact: true }).last());
    await office.see('看不到学校的任何内容').waitFor();
    await office.screenshot('departure-confirm');
    await office.tap('调到别的学校');
    await office.see('工作都交接完了').waitFor();
    await office.screenshot('departure-done');
    console.log(`a teacher leaves: ${office.taps} taps, ${office.calls.length} calls`);
    await office.end();

    await teacher.openAs(homeroomTeacher, fileOf(STUDENTS.firstChild._id));
    await teacher.see('您还没有加入学校').waitFor();
    await teacher.screenshot('departure-access-gone');
    await teacher.end();

    const successor = await begin();
    await successor.openAs(subjectTeacher, 'pages/me/index');
    await successor.see('班主任').waitFor();
    await successor.see('七年级(3)班').waitFor();
    await successor.screenshot('departure-successor');
    await successor.end();
    const one = stored<SchoolClass>('classes').find(({ _id }) => _id === CLASSES.seven3);
    expect(one?.homeroomTeacherName).toBe(subjectTeacher.name);
    const mentee = stored<Student>('students').find(({ _id }) => _id === STUDENTS.firstChild._id);
    expect(mentee?.mentorName).toBe(subjectTeacher.name);
  });

  test('a student leaves and is only read; a slip is taken back with one tap', async () => {
    const { _id, name } = STUDENTS.menteeIn71;
    const teacher = await begin();
    await teacher.openAs(CAST.homeroomTeacher71, fileOf(_id));
    await teacher.tap('登记离校');
    await teacher.see('哪天离校').waitFor();
    await teacher.tap(teacher.page.locator('.sheet .chip', { hasText: '转学' }));
    await teacher.screenshot('student-leaves');
    await teacher.tap(teacher.page.locator('.sheet-footer').getByText('登记离校'));
    await teacher.see(`${name}（已离校）`).waitFor();
    await teacher.see('记录只能查看').waitFor();
    await teacher.screenshot('student-left');
    await teacher.tap('没有离校，撤销登记');
    await teacher.see(`${name}在校`).waitFor();
    await teacher.see('登记离校').waitFor();
    await teacher.end();
    expect(stored<Student>('students').find((one) => one._id === _id)?.status).toBe('enrolled');
  });

  test('a student is added by hand, and moved to another class', async () => {
    const office = await begin();
    await office.openAs(CAST.academicAffairsOffice, 'pages/leaving/enrol/index');
    await office.field('姓名').fill('叶知秋');
    await office.tap(office.page.locator('.chip', { hasText: '女' }));
    await office.tap(office.page.locator('.chip', { hasText: '八年级(2)班' }));
    await office.screenshot('student-added');
    await office.tap(office.page.getByText('保存', { exact: true }));
    await office.see('转到别的班').waitFor();
    await office.tap('转到别的班');
    await office.tap(office.page.locator('.sheet .chip', { hasText: '九年级(1)班' }));
    await office.screenshot('student-moves');
    await office.tap(office.page.getByText('转班', { exact: true }));
    await office.see('叶知秋已转到新的班').waitFor();
    await office.see('九年级(1)班').waitFor();
    await office.end();
  });

  test('a guardian asks for erasure, knowing what stays; the office carries it out', async () => {
    const { name, _id } = STUDENTS.secondChild;
    const guardian = await begin();
    await guardian.openAs(CAST.guardianOfTwo, 'pages/joining/consents/index');
    await guardian.tap(`请学校删去关于${name}的`);
    await guardian.see('依法要留下').waitFor();
    await guardian.see('先导出孩子的成长记录').waitFor();
    await guardian.screenshot('erasure-ask');
    await guardian.tap('提出请求');
    await guardian.see('等办公室办理').waitFor();
    await guardian.end();

    const office = await begin();
    await office.openAs(CAST.studentAffairsOffice, 'pages/me/index');
    await office.tap('家长的删除请求');
    await office.tap(`${name}的家长 ${CAST.guardianOfTwo.name}`);
    await office.see('删去的不能找回').waitFor();
    await office.screenshot('erasure-carry-out');
    await office.tap(office.page.getByText('删去', { exact: true }));
    await office.see('现在没有家长请学校删除内容').waitFor();
    await office.end();
    const requests = stored<ErasureRequest>('erasureRequests');
    expect(requests.find(({ studentId }) => studentId === _id)?.memberName).toBe(ERASED);
  });
});
