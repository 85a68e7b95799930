import type { HomeVisit } from '../../domain/home-visit/home-visit.schema';
import { CAST, CAST_TODAY, CLASSES, STUDENTS, studentIdOf } from '../school/cast';
import type { Journey } from './harness/journey';
import { takePicture } from './harness/pictures';
import { setStage } from './harness/stage';

jest.setTimeout(60_000);

describe('home visits', () => {
  const { begin, stored } = setStage();
  const visits = () => stored<HomeVisit>('homeVisits');
  const visitOf = (id: string) => visits().find(({ _id }) => _id === id);
  const box = (journey: Journey, name: string | RegExp) =>
    journey.page.getByLabel(name).locator('textarea, input').filter({ visible: true });

  test('the feedback of a visit: from 今天 in 5 taps and one text', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, 'pages/today/index');
    await journey.see('反馈晚了 2 天').waitFor();
    expect(journey.calls).toHaveLength(1);
    await journey.screenshot('today-home-visits');

    await journey.tap('补反馈');
    await journey.tap('有好转');
    const field = box(journey, '家访后的情况');
    await journey.tap(field);
    await field.fill('作业交得早了，上课也更有精神。');
    await journey.tap(journey.see(/^两周后/));
    await journey.screenshot('home-visit-feedback');
    await journey.tap('保存');
    await journey.see('反馈已保存').waitFor();
    await journey.settled();

    expect(journey.taps).toBeLessThanOrEqual(5);
    expect(journey.calls.length).toBeLessThanOrEqual(3);
    const closed = visitOf(`visit~${STUDENTS.otherChild._id}`);
    expect(closed).toMatchObject({ status: 'closed', effect: 'better' });
    expect(visitOf(closed?.nextVisitId ?? '')).toMatchObject({
      status: 'planned',
      dueOn: '2026-11-12',
    });
    await journey.end();
  });

  test('a companion confirms with one tap, and can take it back', async () => {
    const journey = await begin();
    const visitId = `visit~${studentIdOf(CLASSES.seven3, 4)}`;
    await journey.openAs(CAST.subjectTeacher, 'pages/today/index');
    await journey.tap('确认同行');
    await journey.see('已确认同行').waitFor();
    expect(journey.taps).toBe(1);
    expect(visitOf(visitId)?.confirmedAt).not.toBeNull();
    await journey.tap('撤销');
    await journey.see('已撤销').waitFor();
    expect(visitOf(visitId)?.confirmedAt).toBeNull();
    await journey.end();
  });

  test('a class’s coverage: who is next, a plan, the visit with a photo, and its record', async () => {
    const journey = await begin();
    await journey.openAs(
      CAST.homeroomTeacher,
      `pages/home-visit/index/index?classId=${CLASSES.seven3}`,
    );
    await journey.see('接下来').waitFor();
    expect(journey.calls).toHaveLength(1);
    await journey.screenshot('home-visits');

    await journey.tap('苏予安');
    await journey.tap('写计划');
    await journey.see('为什么去').waitFor();
    await journey.tap('分享进步');
    await journey.tap('今天');
    await journey.tap('妈妈');
    await box(journey, '想了解什么').fill('在家最喜欢做什么。');
    await journey.screenshot('home-visit-plan');
    await journey.tap('保存');
    await journey.see('已计划今天家访').waitFor();
    await journey.see(/已计划今天$/).waitFor();

    const plan = visits().find(
      ({ studentId, status }) => studentId === STUDENTS.menteeIn73._id && status === 'planned',
    );
    await journey.openAs(CAST.homeroomTeacher, 'pages/today/index');
    const row = journey.page.locator('.row', { hasText: '苏予安' }).filter({ visible: true });
    await journey.tap(row.getByText('记家访'));
    await journey.see('计划里写的').waitFor();
    await box(journey, /了解到的/).fill('书桌自己收拾得很整齐。');
    await box(journey, /约定的/).fill('每晚一起读二十分钟书。');
    await journey.see('已存草稿').waitFor();
    await journey.screenshot('home-visit-record');
    await takePicture(journey);
    await journey.see('还可以加 5 张').waitFor();
    await journey.see('100%').waitFor({ state: 'hidden' });
    await journey.tap('保存');
    await journey.see('家访已记下').waitFor();
    expect(visitOf(plan?._id ?? '')).toMatchObject({
      status: 'visited',
      visitedOn: CAST_TODAY,
      met: ['mother'],
    });
    expect(visitOf(plan?._id ?? '')?.photos).toHaveLength(1);

    await journey.openAs(CAST.homeroomTeacher, `pages/home-visit/visit/index?visitId=${plan?._id}`);
    await journey.see('书桌自己收拾得很整齐。').waitFor();
    await journey.tap(journey.see(/^看照片/));
    await journey.page.getByRole('button', { name: '第 1 张照片' }).waitFor();
    await journey.screenshot('home-visit');
    await journey.end();
  });

  test('a sealed part is written apart, and opened with a reason', async () => {
    const journey = await begin();
    const visitId = `visit~${studentIdOf(CLASSES.seven3, 8)}`;
    await journey.openAs(CAST.homeroomTeacher, `pages/home-visit/visit/index?visitId=${visitId}`);
    await journey.tap('写保密部分');
    await box(journey, '保密内容').fill('近期由姑姑照看。');
    await journey.page.locator('.card', { hasText: '保密部分' }).getByText('保存').last().tap();
    await journey.see('保密部分：已保存').waitFor();
    expect(visitOf(visitId)?.hasSealed).toBe(true);
    await journey.openAs(CAST.counsellor, `pages/home-visit/visit/index?visitId=${visitId}`);
    await journey.see('有 1 条保密记录').waitFor();
    await journey.tap('打开');
    await journey.tap('学生遇到困难');
    await journey.see('近期由姑姑照看。').waitFor();
    await journey.screenshot('home-visit-sealed');
    await journey.end();
  });

  test('a guardian reads that the visit took place and what was agreed', async () => {
    const journey = await begin();
    const studentId = STUDENTS.firstChild._id;
    await journey.openAs(CAST.guardianOfTwo, `pages/student/file/index?studentId=${studentId}`);
    await journey.see(/^家访 ·/).waitFor();
    const visit = visitOf(`visit~${studentId}`);
    await journey.see(visit?.agreed ?? 'nothing').waitFor();
    expect(await journey.page.content()).not.toContain(visit?.learned);
    await journey.screenshot('student-file-guardian');
    await journey.end();
  });

  test('a visit is voided with a reason, and large dark text fits', async () => {
    const journey = await begin({ isDark: true, textScale: 1.4 });
    const visitId = `visit~${studentIdOf(CLASSES.seven3, 8)}`;
    await journey.openAs(CAST.homeroomTeacher, `pages/home-visit/visit/index?visitId=${visitId}`);
    await journey.tap('作废这次家访');
    await journey.screenshot('home-visit-void-dark-large');
    await journey.tap('重复记录');
    await journey.see('这次家访已作废：重复记录').waitFor();
    expect(visitOf(visitId)?.voidedAt).not.toBeNull();
    await journey.end();
  });
});
